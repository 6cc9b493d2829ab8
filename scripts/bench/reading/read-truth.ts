/**
 * The truth documents: Markdown with GFM footnotes, read with a few lines of code of their own, so that the bench does
 * not measure the pipeline with the pipeline.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A block of the body. A character from U+E000 on stands for the note of that index. */
export interface TruthBlock {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'table'
  readonly text: string
}

export interface TruthDocument {
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

/** The truth documents of a folder, one a language, by name. */
export function readTruth(folder: string): readonly TruthDocument[] {
  return readdirSync(folder)
    .sort()
    .map(name => parseTruth(path.basename(name, '.md'), readFileSync(path.join(folder, name), 'utf8')))
}

function parseTruth(language: string, source: string): TruthDocument {
  const blocks: TruthBlock[] = []
  const notes: string[] = []
  for (const part of source.trim().split(/\n{2,}|\n(?=\[\^\d+\]:)/u)) {
    const note = /^\[\^(\d+)\]: (.*)$/u.exec(part)
    if (note) notes[Number(note[1]) - 1] = note[2] as string
    else blocks.push(parseBlock(part.replace(/\[\^(\d+)\]/gu, (_, label) => placeholder(Number(label) - 1))))
  }
  return { language, blocks, notes }
}

/** The character that stands for a note. */
export function placeholder(note: number): string {
  return String.fromCharCode(firstPlaceholder + note)
}

function parseBlock(text: string): TruthBlock {
  if (text.startsWith('# ')) return { kind: 'title', text: text.slice(2) }
  if (text.startsWith('## ')) return { kind: 'heading', text: text.slice(3) }
  if (text.startsWith('| ')) return { kind: 'table', text: text.replace(/^\| | \|$/gmu, '') }
  return { kind: 'paragraph', text }
}
