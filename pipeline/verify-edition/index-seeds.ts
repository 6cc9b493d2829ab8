/**
 * The seeds as a witness needs them: each paragraph, sentence and heading by the name that pages call it by, and where
 * its characters stand in the file.
 */
import type { Heading } from 'mdast'
import type { Point } from 'unist'
import { visit } from 'unist-util-visit'
import type { ParsedDocument } from '../contract/document.ts'
import { flatten } from '../tree/list-paragraphs.ts'

/** A stretch of a seed that pages may claim to show. */
export interface SeedText {
  readonly document: ParsedDocument
  readonly text: string
  /** Absent where the words are no stretch of the file, as a title that was guessed or given. */
  readonly pointAt?: (offset: number) => Point
}

export interface SeedIndex {
  /** A sentence or a paragraph by its id. */
  readonly named: ReadonlyMap<string, SeedText>
  /** The whole paragraph of a sentence or paragraph. */
  readonly paragraphs: ReadonlyMap<string, SeedText>
  /** The heading above a paragraph, by the paragraph's id; a title where no heading stands there. */
  readonly headings: ReadonlyMap<string, SeedText>
}

/** Indexes all documents. */
export function indexSeeds(documents: readonly ParsedDocument[]): SeedIndex {
  const named = new Map<string, SeedText>()
  const paragraphs = new Map<string, SeedText>()
  const headings = new Map<string, SeedText>()
  for (const document of documents) {
    const titles = listHeadings(document)
    for (const paragraph of document.paragraphs) {
      const whole: SeedText = { document, text: paragraph.text, pointAt: paragraph.pointAt }
      named.set(paragraph.id, whole)
      paragraphs.set(paragraph.id, whole)
      const title: SeedText = { document, text: document.seed.metadata.title }
      headings.set(paragraph.id, titles[paragraph.sectionIndex] ?? title)
      for (const { id, text, start } of paragraph.sentences) {
        named.set(id, { document, text, pointAt: offset => paragraph.pointAt(start + offset) })
        paragraphs.set(id, whole)
      }
    }
  }
  return { named, paragraphs, headings }
}

/** The headings by their number, which is counted from 1; what stands before the first has none. */
function listHeadings(document: ParsedDocument): readonly (SeedText | undefined)[] {
  const headings: (SeedText | undefined)[] = [undefined]
  visit(document.tree, 'heading', (node: Heading) => {
    const { text, pointAt } = flatten(node)
    headings.push({ document, text, pointAt })
  })
  return headings
}
