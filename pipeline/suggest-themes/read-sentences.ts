/**
 * The sentences of all documents with what could name a theme in each, read once for all suggestions.
 */
import type { ParsedDocument } from '../contract/document.ts'
import { type Candidate, listCandidates, listLowerCase } from './list-candidates.ts'

/** One sentence. */
export interface ReadSentence {
  readonly text: string
  readonly language: string
  /** Number of the paragraph among all. */
  readonly paragraph: number
  readonly candidates: readonly Candidate[]
}

/** Every sentence of the documents, in order. */
export function readSentences(documents: readonly ParsedDocument[]): readonly ReadSentence[] {
  const lowerCase = new Set(
    documents.flatMap(({ paragraphs }) => paragraphs.flatMap(({ text }) => [...new Set(listLowerCase(text))])),
  )
  let paragraph = -1
  return documents.flatMap(({ paragraphs, seed: { metadata } }) =>
    paragraphs.flatMap(({ sentences }) => {
      paragraph += 1
      const { language } = metadata
      const number = paragraph
      return sentences.map(({ text }) => ({
        text,
        language,
        paragraph: number,
        candidates: listCandidates(text, lowerCase, language),
      }))
    }),
  )
}
