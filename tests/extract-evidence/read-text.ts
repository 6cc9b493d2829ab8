/**
 * Reads Markdown as a document and hands it to the stage, so that a test says only its sentences. Notes are written
 * `[^1]`; the document is dated 2024 unless told otherwise.
 */
import type { Config } from '../../pipeline/contract/config.ts'
import type { CitedDocument } from '../../pipeline/contract/document.ts'
import type { Seed } from '../../pipeline/contract/seed.ts'
import { extractEvidence } from '../../pipeline/extract-evidence/index.ts'
import { parseMarkdown } from '../../pipeline/parse-documents/markdown.ts'
import { parsePaginatedText } from '../../pipeline/parse-documents/paginated/index.ts'
import { listParagraphs } from '../../pipeline/tree/list-paragraphs.ts'

/** The stage reads nothing of the configuration. */
export const config = {} as Config

/** A document of one seed. */
export function makeDocument(
  text: string,
  {
    language = 'en',
    date = '2024',
    mediaType = 'text/markdown',
    path = 'seeds/sample.md',
  }: Partial<Pick<Seed, 'mediaType' | 'path'> & { language: string; date: string }> = {},
): CitedDocument {
  const notes = [...text.matchAll(/\[\^(\w+)\]/g)].map(([, label]) => `\n[^${label}]: Note ${label}.`)
  const whole = mediaType === 'text/markdown' ? `${text}\n${[...new Set(notes)].join('\n')}\n` : text
  const seed: Seed = {
    id: path.replace(/^.*\/|\.\w+$/gu, ''),
    path,
    mediaType,
    encoding: 'utf-8',
    bytes: 0,
    sha256: '',
    text: whole,
    metadata: { title: 'Sample', language, date },
    described: true,
  }
  const tree = mediaType === 'text/markdown' ? parseMarkdown(whole) : parsePaginatedText(whole)
  return { seed, tree, paragraphs: listParagraphs(tree, seed), corrections: [], citations: [] }
}

/** The evidence of a text. */
export function readText(text: string, options: Parameters<typeof makeDocument>[1] = {}) {
  return extractEvidence([makeDocument(text, options)], config)
}

/** Figures as lines: value, unit, period and what else is told of them. */
export function listFigures(text: string, options: Parameters<typeof makeDocument>[1] = {}): readonly string[] {
  return readText(text, options).value.figures.map(figure =>
    [figure.value, figure.unit, figure.period?.iso].filter(part => part !== undefined).join(' '),
  )
}
