/**
 * Third pass, second half: the notes inside the blocks. A line opens a note where its number fits the numbering of all
 * blocks together; the other lines go on with the note before, also from one page's block to the next.
 */
import { type Candidate, chainNumbers, type Numbering } from './chain-numbers.ts'
import type { NoteBlock } from './find-note-blocks.ts'
import { type NoteOpening, type NoteStyle, readOpening } from './note-openings.ts'
import type { Line } from './read-lines.ts'

/** A note as lines of the seed. */
export interface Definition {
  readonly value: number
  readonly label: string
  readonly style: NoteStyle
  /** Page of the block; 0 for endnotes. */
  readonly page: number
  /** The first line holds the number; its text begins at column `textColumn` (from 1). */
  readonly lines: readonly Line[]
  readonly textColumn: number
  readonly score: number
}

/** The notes of all blocks in text order, how they are numbered, and lines of blocks that belong to no note. */
export function readDefinitions(blocks: readonly NoteBlock[]): {
  readonly definitions: readonly Definition[]
  readonly numbering: Numbering
  readonly stray: readonly Line[]
} {
  const openings = blocks.flatMap((block, index) => listOpenings(block, index))
  const chain = chainNumbers(openings)
  const chosen = new Map(chain.chosen.map(index => [openings[index]?.line.number ?? 0, openings[index] as Opening]))
  const definitions: (Omit<Definition, 'lines'> & { lines: Line[] })[] = []
  const stray: Line[] = []
  for (const block of blocks) {
    for (const line of block.lines) {
      if (line.blank) continue
      const opening = chosen.get(line.number)
      if (opening) {
        const { value, label, style, length, score, page } = opening
        const textColumn = line.raw.length - line.raw.trimStart().length + length + 1
        definitions.push({ value, label, style, page, lines: [line], textColumn, score })
      } else {
        const current = definitions.at(-1)
        if (current) current.lines.push(line)
        else stray.push(line)
      }
    }
  }
  return { definitions, numbering: chain.numbering, stray }
}

interface Opening extends NoteOpening, Candidate {
  readonly line: Line
}

function listOpenings(block: NoteBlock, blockIndex: number): readonly Opening[] {
  const lines = block.lines.filter(line => !line.blank)
  return lines.flatMap((line, index) => {
    const opening = readOpening(line.text)
    if (!opening || opening.value === 0) return []
    const score = scoreOpening(line.text.slice(opening.length), lines[index - 1])
    // Endnotes have no page; the block stands in, so that each chapter's notes may start again.
    return [{ ...opening, line, page: block.page || -1 - blockIndex, score }]
  })
}

/** How much a line looks like the first of a note. */
function scoreOpening(text: string, above: Line | undefined): number {
  let score = 3
  if (/^[\p{Lu}\p{Pi}"„«\p{Lo}]|^https?:/u.test(text)) score += 1
  if (/^\p{Ll}/u.test(text)) score -= 2
  if (/^[\d\W]*$/u.test(text)) score -= 2
  if (!above) score += 1
  else if (!/[./!?…)\]»”"\d]$/u.test(above.text)) score -= 1.5
  return score
}
