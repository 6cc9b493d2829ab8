/**
 * Third pass, second half: the notes inside the blocks. A line opens a note where its number fits the numbering of all
 * blocks together; the other lines go on with the note before, also from one page's block to the next.
 */
import { type Candidate, chainNumbers, type Numbering } from './chain-numbers.ts'
import type { NoteBlock } from './find-note-blocks.ts'
import {
  callsForNumber,
  isLoneNumber,
  type NoteOpening,
  type NoteStyle,
  readOpening,
  readOpeningAt,
  symbolValues,
} from './note-openings.ts'
import type { Line } from './read-lines.ts'
import { restoreNumbers } from './restore-numbers.ts'

/** A note as lines of the seed. */
export interface Definition {
  readonly value: number
  readonly label: string
  readonly style: NoteStyle
  /** Page of the block; 0 for endnotes. */
  readonly page: number
  /** The first line holds the number; its text begins at character `textColumn` (from 1). */
  readonly lines: readonly Line[]
  readonly textColumn: number
  readonly score: number
}

/** The notes of all blocks in text order, how they are numbered, and lines of blocks that belong to no note. */
export function readDefinitions(blocks: readonly NoteBlock[]): {
  readonly definitions: readonly Definition[]
  readonly numbering: Numbering
  readonly stray: readonly Line[]
  readonly openings: readonly JudgedOpening[]
} {
  const glued = areGlued(blocks)
  const openings = blocks.flatMap((block, index) => listOpenings(block, index, glued))
  const chain = chainNumbers(openings, { restart: 2 })
  const chosen = new Map(chain.chosen.map(index => [openings[index]?.line, openings[index] as Opening]))
  const definitions: (Omit<Definition, 'lines'> & { lines: Line[] })[] = []
  const stray: Line[] = []
  for (const block of blocks) {
    for (const line of block.lines) {
      if (line.blank) continue
      const opening = chosen.get(line)
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
  const taken = new Set(chain.chosen)
  const judged = openings.map((opening, index) => ({ ...opening, taken: taken.has(index) }))
  return { definitions: restoreNumbers(definitions), numbering: chain.numbering, stray, openings: judged }
}

interface Opening extends NoteOpening, Candidate {
  readonly line: Line
  readonly reasons: readonly string[]
}

/** A line that may open a note, and whether it was taken to. */
export interface JudgedOpening extends Opening {
  readonly taken: boolean
}

function listOpenings(block: NoteBlock, blockIndex: number, glued: boolean): readonly Opening[] {
  const lines = block.lines.filter(line => !line.blank)
  return lines.flatMap((line, index) =>
    listReadings(lines, index, glued).flatMap(({ reading, penalty }) => {
      if (reading.value === 0) return []
      const own = line.text.slice(reading.length)
      const witnesses: Witness[] = [
        [3, 'stands at the head of a line of notes'],
        ...weighOpening(own || (lines[index + 1]?.text ?? ''), lines[index - 1]),
        ...(penalty > 0 ? [[-penalty, 'is part of a longer number'] as const] : []),
        ...(reading.style === 'bare' && !line.print && isLoneNumber(lines, index - 1)
          ? [[-4, 'stands below a number alone on its line'] as const]
          : []),
      ]
      const score = witnesses.reduce((sum, [weight]) => sum + weight, 0)
      // Endnotes have no page; the block stands in, so that each chapter's notes may start again.
      const page = block.page || -1 - blockIndex
      return [{ ...reading, line, page, score, reasons: witnesses.map(([, reason]) => reason) }]
    }),
  )
}

type Witness = readonly [weight: number, reason: string]

/**
 * The ways to read a line's head. Where numbers are glued to their notes, `111897 was` may be note 11; longer numbers
 * come first, so that no two readings of one line can follow each other in a sequence.
 */
function listReadings(
  lines: readonly Line[],
  index: number,
  glued: boolean,
): readonly { readonly reading: NoteOpening; readonly penalty: number }[] {
  const text = lines[index]?.text ?? ''
  const opening = readOpeningAt(lines, index)
  const values = opening?.style === 'symbol' ? symbolValues(opening.label) : []
  if (opening && values.length > 1) return values.map(value => ({ reading: { ...opening, value }, penalty: 0 }))
  const run = glued ? (/^[1-9]\d{1,7}/u.exec(text)?.[0] ?? '') : ''
  // Not only capitals stand right behind a number then.
  const whole = opening ? [{ reading: opening, penalty: 0 }] : readGlued(text, run)
  const heads = [3, 2, 1].filter(length => length < run.length && run[length] !== '0')
  return [
    ...whole,
    ...heads.map(length => {
      const label = run.slice(0, length)
      return { reading: { value: Number(label), label, style: 'bare', stop: false, length } as const, penalty: 1.5 }
    }),
  ]
}

function readGlued(text: string, run: string): readonly { readonly reading: NoteOpening; readonly penalty: number }[] {
  const isNumber = run !== '' && run.length < 4 && /^[\p{L}\p{P}\uFFFD]/u.test(text.slice(run.length))
  const reading = { value: Number(run), label: run, style: 'bare', stop: false, length: run.length } as const
  return isNumber && !/^[-–—.,:)\]/%]/u.test(text.slice(run.length)) ? [{ reading, penalty: 0.5 }] : []
}

/** Whether the notes of a text are printed without a space after their numbers. */
function areGlued(blocks: readonly NoteBlock[]): boolean {
  const openings = blocks.flatMap(({ lines }) => lines.map(line => readOpening(line.text)))
  const bare = openings.filter(opening => opening?.style === 'bare')
  return bare.filter(opening => opening?.length === opening?.label.length).length > bare.length * 0.4
}

/** How much a line looks like the first of a note. */
function weighOpening(text: string, above: Line | undefined): readonly Witness[] {
  const found: Witness[] = []
  if (/^[\p{Lu}\p{Pi}"„«《\p{Lo}]|^https?:/u.test(text)) found.push([1, 'its text begins like a sentence'])
  if (/^\p{Ll}/u.test(text)) found.push([-2, 'its text begins with a small letter'])
  if (/^[\d\W]*$/u.test(text)) found.push([-2, 'has no words after it'])
  if (!above) found.push([1, 'is the first of its block'])
  else if (callsForNumber(above.text)) found.push([-2.5, 'the line above calls for a number'])
  else if (!/[./!?…。！？)\]»”"\d）]$/u.test(above.text)) found.push([-1.5, 'the line above has no stop'])
  return found
}
