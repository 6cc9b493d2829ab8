/**
 * Lays a truth document out as pages of plain text in one style and says what a perfect reader would find in it.
 * Deterministic: the same document and style give the same characters.
 */
import { dressMarker, furnitureAbove, furnitureBelow, openingOf, separatorOf, setRow } from './dress-page.ts'
import type { Layout } from './families.ts'
import { noteOf, placeholder, placeholders, type TruthBlock, type TruthDocument } from './read-truth.ts'
import { setLines } from './set-lines.ts'

export interface Expected {
  readonly blocks: readonly { readonly kind: TruthBlock['kind']; readonly text: string }[]
  /** Markers with the text before them in their paragraph; `note` joins them to their definition. */
  readonly markers: readonly { readonly label: string; readonly before: string; readonly note: number }[]
  readonly definitions: readonly { readonly label: string; readonly text: string; readonly note: number }[]
}

export interface LaidOut {
  readonly text: string
  readonly expected: Expected
}

const noteTitles: Readonly<Record<string, string>> = {
  en: 'Notes',
  ru: 'Примечания',
  fr: 'Notes',
  de: 'Anmerkungen',
  zh: '注释',
}

/** A document in a layout. */
export function layOut(single: TruthDocument, layout: Layout): LaidOut {
  const document = repeat(single, layout.copies)
  const chinese = document.language === 'zh'
  const blocks = numberHeadings(document.blocks, layout)

  const labels = new Map<number, string>()
  const lost = (note: number) => ({
    marker: layout.damage === 'markers' && note % 7 === 3,
    definition:
      layout.damage === 'allDefinitions' ||
      (layout.damage === 'definitions' && note % 6 === 4) ||
      (layout.damage === 'lastHalf' && note >= document.notes.length / 2),
  })
  const setNote = (note: number): readonly string[] => {
    const label = labels.get(note) ?? '1'
    const plain = { ...layout, hyphenated: false, indentKept: false, width: layout.width + 8 }
    const opening = layout.opening === 'line' ? '' : openingOf(label, layout)
    const lines = setLines(`${opening}${document.notes[note]}`, 0, plain, chinese)
    return [...(layout.opening === 'line' ? [label] : []), ...lines, ...(layout.notesApart ? [''] : [])]
  }
  const paper = new Paper(layout, document, { labels, lost, setNote })
  let held: number[] = []
  const endnotes = () => {
    const notes = held.filter(note => !lost(note).definition)
    held = []
    if (notes.length === 0) return
    paper.addFlow(['', noteTitles[document.language] as string, '', ...notes.flatMap(setNote), ''])
  }
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') {
      if (layout.notesAt === 'chapter') endnotes()
      if (layout.numbering === 'chapter') paper.restart()
    }
    held.push(...(block.text.match(placeholders) ?? []).map(noteOf))
    paper.addBlock(block, index)
  })
  if (layout.notesAt !== 'page') endnotes()
  const text = paper.finish()
  const expected = describe(blocks, document, labels, lost)
  return { text: layout.lineEnd === '\n' ? text : text.replaceAll('\n', layout.lineEnd), expected }
}

/** The document as so many parts of one; titles of later parts are headings. */
function repeat({ language, blocks, notes }: TruthDocument, copies: number): TruthDocument {
  const parts = Array.from({ length: copies }, (_, part) =>
    blocks.map(({ kind, text }) => ({
      kind: part > 0 && kind === 'title' ? ('heading' as const) : kind,
      text: text.replace(placeholders, found => placeholder(noteOf(found) + part * notes.length)),
    })),
  )
  return { language, blocks: parts.flat(), notes: Array.from({ length: copies }, () => notes).flat() }
}

function numberHeadings(blocks: readonly TruthBlock[], layout: Layout): readonly TruthBlock[] {
  let chapter = 0
  return blocks.map(block => {
    if (block.kind !== 'heading') return block
    chapter += 1
    if (layout.headings === 'numbered') return { ...block, text: `${chapter}. ${block.text}` }
    return layout.headings === 'capitals' ? { ...block, text: block.text.toUpperCase() } : block
  })
}

interface Notes {
  /** Label of each note, filled in as the notes are called. */
  readonly labels: Map<number, string>
  readonly lost: (note: number) => { readonly marker: boolean; readonly definition: boolean }
  readonly setNote: (note: number) => readonly string[]
}

/** The pages as they fill. */
class Paper {
  readonly #layout: Layout
  readonly #document: TruthDocument
  readonly #notes: Notes
  readonly #out: string[] = []
  #page = 1
  #counter = 0
  #body: string[] = []
  #below: string[] = []
  #carried: string[] = []

  constructor(layout: Layout, document: TruthDocument, notes: Notes) {
    this.#layout = layout
    this.#document = document
    this.#notes = notes
  }

  restart(): void {
    this.#counter = 0
  }

  addBlock(block: TruthBlock, index: number): void {
    const { blankAroundHeadings, blankBetween } = this.#layout
    const heading = block.kind === 'heading' || block.kind === 'title'
    const gap = blankBetween || ((heading || block.kind === 'table') && blankAroundHeadings)
    if (index > 0 && gap && this.#body.at(-1) !== '') this.#addLine('')
    const indent = block.kind === 'paragraph' ? this.#layout.indent : 0
    const chinese = this.#document.language === 'zh'
    const margin =
      heading && this.#layout.margin > 0 ? Math.max(0, Math.floor((this.#layout.width - block.text.length) / 2)) : 0
    const lines =
      block.kind === 'table'
        ? block.text.split('\n').map(row => setRow(row, this.#layout))
        : setLines(block.text, indent, this.#layout, chinese)
    for (const line of lines) this.#addLine(' '.repeat(margin) + line)
    if (gap) this.#addLine('')
  }

  /** Lines that hold no markers. */
  addFlow(lines: readonly string[]): void {
    for (const line of lines) this.#addLine(line)
  }

  finish(): string {
    this.#close()
    while (this.#carried.length > 0) this.#close()
    return `${this.#out.join('\n')}\n`
  }

  #addLine(line: string): void {
    const called = (line.match(placeholders) ?? []).map(noteOf)
    const { pageLines, notesAt, doubleSpaced } = this.#layout
    const atPage = notesAt === 'page'
    const height = doubleSpaced ? 2 : 1
    if (pageLines > 0) {
      const free = pageLines - this.#body.length * height - this.#below.length - (this.#below.length > 0 ? 1 : 0)
      const least = height + (atPage ? called.length + (this.#below.length === 0 && called.length > 0 ? 1 : 0) : 0)
      if (free < least && this.#body.length > 0) this.#close()
    }
    if (line === '' && this.#body.length === 0) return
    for (const note of called) this.#notes.labels.set(note, this.#nextLabel())
    this.#body.push(this.#dress(line))
    if (!atPage) return
    for (const note of called) {
      if (this.#notes.lost(note).definition) continue
      const lines = this.#notes.setNote(note)
      const room =
        pageLines > 0 ? Math.max(1, pageLines - this.#body.length * height - this.#below.length - 1) : lines.length
      if (this.#carried.length > 0) this.#carried.push(...lines)
      else {
        this.#below.push(...lines.slice(0, room))
        this.#carried.push(...lines.slice(room))
      }
    }
  }

  #nextLabel(): string {
    this.#counter += 1
    if (this.#layout.marker === 'stars') return '*'.repeat(this.#counter)
    if (this.#layout.marker === 'daggers') return ['*', '†', '‡', '§', '¶', '#', '**'][this.#counter - 1] ?? '***'
    return String(this.#counter)
  }

  #dress(line: string): string {
    return line.replace(placeholders, placeholder => {
      const note = noteOf(placeholder)
      return this.#notes.lost(note).marker ? '' : dressMarker(this.#notes.labels.get(note) as string, this.#layout)
    })
  }

  #close(): void {
    const { layout, page } = { layout: this.#layout, page: this.#page }
    const margin = ' '.repeat(layout.margin)
    while (this.#body.at(-1) === '') this.#body.pop()
    const head = furnitureAbove(layout, page, this.#document)
    const foot = furnitureBelow(layout, page)
    const body = layout.doubleSpaced ? this.#body.flatMap(line => [`${line} `, '']) : this.#body
    if (layout.doubleSpaced) {
      if (page > 1 && !layout.formFeed) body[0] = ` ${body[0]}`
      if (this.#below.length === 0) body.pop()
    }
    const notes = this.#below.length > 0 ? [...separatorOf(layout), ...this.#below] : []
    const lines = [...head, ...body, ...notes, ...foot].map(line => (line === '' ? line : margin + line))
    if (layout.formFeed && page > 1) lines[0] = `\f${lines[0] ?? ''}`
    this.#out.push(...lines)
    this.#page += 1
    this.#body = []
    this.#below = this.#carried
    this.#carried = []
    if (layout.numbering === 'page') this.#counter = 0
  }
}

function describe(
  blocks: readonly TruthBlock[],
  document: TruthDocument,
  labels: ReadonlyMap<number, string>,
  lost: Notes['lost'],
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
