/**
 * Lays a truth document out as pages of plain text in one style and says what a perfect reader would find in it.
 * Deterministic: the same document and style give the same characters.
 */
import { dressMarker, furnitureAbove, furnitureBelow, openingOf, separatorOf, setRow } from './dress-page.ts'
import { type Expected, expectTruth, type Loss, noteTitles } from './expect-truth.ts'
import type { Layout } from './families.ts'
import { noteOf, placeholder, placeholders, printedText, type TruthBlock, type TruthDocument } from './read-truth.ts'
import { setLines } from './set-lines.ts'

export interface LaidOut {
  readonly text: string
  readonly expected: Expected
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
  const expected = expectTruth(blocks, document, labels, lost)
  return { text: layout.lineEnd === '\n' ? text : text.replaceAll('\n', layout.lineEnd), expected }
}

/** The document as so many parts of one; titles of later parts are headings. */
function repeat(single: TruthDocument, copies: number): TruthDocument {
  const { blocks, notes } = single
  const parts = Array.from({ length: copies }, (_, part) =>
    blocks.map(block => ({
      ...block,
      kind: part > 0 && block.kind === 'title' ? ('heading' as const) : block.kind,
      text: block.text.replace(placeholders, found => placeholder(noteOf(found) + part * notes.length)),
    })),
  )
  return { ...single, blocks: parts.flat(), notes: Array.from({ length: copies }, () => notes).flat() }
}

function numberHeadings(blocks: readonly TruthBlock[], layout: Layout): readonly TruthBlock[] {
  let chapter = 0
  return blocks.map(block => {
    if (block.kind === 'heading') chapter += 1
    else if (block.kind !== 'subheading') return block
    if (layout.headings === 'numbered') {
      const bare = block.text.replace(/^[\d.]+\s+/u, '')
      return { ...block, text: block.kind === 'heading' ? `${chapter}. ${bare}` : bare }
    }
    return layout.headings === 'capitals' ? { ...block, text: block.text.toUpperCase() } : block
  })
}

interface Notes {
  /** Label of each note, filled in as the notes are called. */
  readonly labels: Map<number, string>
  readonly lost: (note: number) => Loss
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
  #last: TruthBlock['kind'] = 'title'

  constructor(layout: Layout, document: TruthDocument, notes: Notes) {
    this.#layout = layout
    this.#document = document
    this.#notes = notes
  }

  restart(): void {
    this.#counter = 0
  }

  addBlock(block: TruthBlock, index: number): void {
    const { blankAroundHeadings, blankBetween, width, indentKept } = this.#layout
    const { kind } = block
    const heading = kind === 'heading' || kind === 'subheading' || kind === 'title'
    const apart = blankAroundHeadings && (heading || kind === 'table' || kind === 'quote')
    // The items of a list stand close together.
    const gap = apart || (blankBetween && !(kind === 'listItem' && this.#last === 'listItem'))
    this.#last = kind
    if (index > 0 && gap && this.#body.at(-1) !== '') this.#addLine('')
    const indent = kind === 'paragraph' || kind === 'listItem' ? this.#layout.indent : 0
    const chinese = this.#document.language === 'zh'
    const centred = heading && this.#layout.margin > 0 ? Math.max(0, Math.floor((width - block.text.length) / 2)) : 0
    const margin = kind === 'quote' && indentKept ? 4 : centred
    const layout = kind === 'quote' ? { ...this.#layout, width: width - 4 } : this.#layout
    const lines =
      kind === 'table'
        ? block.text.split('\n').map(row => setRow(row, layout))
        : setLines(printedText(block), indent, layout, chinese)
    for (const line of lines) this.#addLine(' '.repeat(margin) + line)
    if (gap && kind !== 'listItem') this.#addLine('')
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
