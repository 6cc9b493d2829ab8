/**
 * What a perfect reader would find in a truth document once it is laid out or printed: its blocks, and the markers and
 * definitions that were not lost, under the labels that the print gave them.
 */
import { noteOf, placeholders, type TruthBlock, type TruthDocument } from './read-truth.ts'

export interface Expected {
  readonly blocks: readonly { readonly kind: TruthBlock['kind']; readonly text: string }[]
  /** Markers with the text before them in their paragraph; `note` joins them to their definition. */
  readonly markers: readonly { readonly label: string; readonly before: string; readonly note: number }[]
  readonly definitions: readonly { readonly label: string; readonly text: string; readonly note: number }[]
}

/** What of a note does not appear. */
export interface Loss {
  readonly marker: boolean
  readonly definition: boolean
}

/** The title above notes at the end, by language. */
export const noteTitles: Readonly<Record<string, string>> = {
  en: 'Notes',
  ru: 'Примечания',
  fr: 'Notes',
  de: 'Anmerkungen',
  zh: '注释',
}

/** The blocks, markers and definitions that there are to find. */
export function expectTruth(
  blocks: readonly TruthBlock[],
  document: TruthDocument,
  labels: ReadonlyMap<number, string>,
  lost: (note: number) => Loss,
): Expected {
  const markers = blocks.flatMap(({ text }) =>
    [...text.matchAll(placeholders)].flatMap(match => {
      const note = noteOf(match[0])
      const before = text.slice(0, match.index).replace(placeholders, '')
      return lost(note).marker ? [] : [{ label: labels.get(note) as string, before, note }]
    }),
  )
  const definitions = document.notes.flatMap((text, note) =>
    lost(note).definition ? [] : [{ label: labels.get(note) as string, text, note }],
  )
  return {
    blocks: blocks.map(({ kind, text }) => ({ kind, text: text.replace(placeholders, '') })),
    markers,
    definitions,
  }
}
