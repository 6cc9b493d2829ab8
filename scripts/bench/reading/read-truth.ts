/**
 * The truth documents: Markdown with GFM footnotes, read with a few lines of code of their own, so that the bench does
 * not measure the pipeline with the pipeline.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A block of the body. A character from U+E000 on stands for the note of that index. */
export interface TruthBlock {
  /** Numbers by chapter begin again at a heading, not at a subheading. */
  readonly kind: 'title' | 'heading' | 'subheading' | 'paragraph' | 'listItem' | 'quote' | 'table'
  /** Of a table, rows as lines and cells parted by tabs. */
  readonly text: string
  /** The bullet or number that stands before a list's item. */
  readonly mark?: string
}

export interface TruthDocument {
  /** Name of the file. */
  readonly name: string
  readonly language: string
  readonly blocks: readonly TruthBlock[]
  /** Texts of the notes in order. */
  readonly notes: readonly string[]
}

/** The first placeholder. */
const firstPlaceholder = 0xe000

/** Every placeholder of a text. */
export const placeholders = /[\uE000-\uF8FF]/gu

/** Index of the note a placeholder stands for. */
export function noteOf(placeholder: string): number {
  return placeholder.charCodeAt(0) - firstPlaceholder
}

/** The truth documents of a folder by name; the first two letters of a name are the language. */
export function readTruth(folder: string): readonly TruthDocument[] {
  return readdirSync(folder)
    .sort()
    .map(name => parseTruth(path.basename(name, '.md'), readFileSync(path.join(folder, name), 'utf8')))
}

function parseTruth(name: string, source: string): TruthDocument {
  const blocks: TruthBlock[] = []
  const notes: string[] = []
  for (const part of source.trim().split(/\n{2,}|\n(?=\[\^\d+\]:|- |\d[.)] )/u)) {
    const note = /^\[\^(\d+)\]: (.*)$/u.exec(part)
    if (note) notes[Number(note[1]) - 1] = note[2] as string
    else blocks.push(parseBlock(part.replace(/\[\^(\d+)\]/gu, (_, label) => placeholder(Number(label) - 1))))
  }
  return { name, language: name.slice(0, 2), blocks, notes }
}

/** The character that stands for a note. */
export function placeholder(note: number): string {
  return String.fromCharCode(firstPlaceholder + note)
}

/** The text of a block as it is printed, the mark of a list's item before it. */
export function printedText({ mark, text }: TruthBlock): string {
  return mark === undefined ? text : `${mark} ${text}`
}

function parseBlock(text: string): TruthBlock {
  const [, opening, rest] = /^(#{1,3}|>|-|\d[.)]) (.*)$/su.exec(text) ?? []
  if (text.startsWith('| ')) return { kind: 'table', text: parseTable(text) }
  if (opening === undefined || rest === undefined) return { kind: 'paragraph', text }
  if (opening === '>') return { kind: 'quote', text: rest }
  if (opening === '-') return { kind: 'listItem', text: rest, mark: '•' }
  if (!opening.startsWith('#')) return { kind: 'listItem', text: rest, mark: opening }
  return { kind: (['title', 'heading', 'subheading'] as const)[opening.length - 1] ?? 'subheading', text: rest }
}

/** Cells are parted by bars, or by blanks where there are no bars within the rows. */
function parseTable(text: string): string {
  const rows = text.split('\n').map(row => row.replace(/^\| | \|$/gu, ''))
  return rows
    .filter(row => !row.startsWith('---'))
    .map(row => row.split(row.includes(' | ') ? ' | ' : ' ').join('\t'))
    .join('\n')
}
