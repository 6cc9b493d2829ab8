/**
 * A truth document as HTML for one printed family: the body as one flow, the notes beside it, and the styles. Pages are
 * made of it in the browser (make-pages.mjs), because only there lines are known.
 */
import { createRequire } from 'node:module'
import { type Loss, noteTitles } from '../expect-truth.ts'
import { noteOf, placeholders, printedText, type TruthBlock, type TruthDocument } from '../read-truth.ts'
import type { PrintStyle } from './print-styles.ts'
import { writeStyles } from './write-styles.ts'

/** What a damaged print has lost of a note. */
export function loseNote(note: number, { damage }: PrintStyle, { notes }: TruthDocument): Loss {
  return {
    marker: damage === 'markers' && note % 7 === 3,
    definition:
      (damage === 'definitions' && note % 6 === 4) || (damage === 'lastThird' && note >= (notes.length * 2) / 3),
  }
}

/** The whole page; `fonts` are the rules of the faces that it needs. */
export function writeHtml(document: TruthDocument, style: PrintStyle, fonts: string): string {
  const hyphenate = style.hyphens ? findHyphenation(document.language) : undefined
  const write = (text: string) => escapeHtml(hyphenate ? hyphenate(text) : text)
  const numbers = numberNotes(document, style)
  const notes = document.notes.map((text, note) =>
    loseNote(note, style, document).definition ? '' : `<p class="note" data-note="${note}">${write(text)}</p>`,
  )
  const flow: string[] = []
  let held: number[] = []
  const flush = () => {
    const kept = held.map(note => notes[note]).filter(Boolean)
    held = []
    if (kept.length > 0) flow.push(`<h2>${noteTitles[document.language]}</h2>`, ...(kept as string[]))
  }
  for (const block of document.blocks) {
    if (block.kind === 'heading' && style.notesAt === 'chapter') flush()
    held.push(...(block.text.match(placeholders) ?? []).map(noteOf))
    flow.push(writeBlock(block, text => writeMarked(text, write, document, style, numbers)))
  }
  if (style.notesAt !== 'page') flush()
  const pool = style.notesAt === 'page' ? notes.join('') : ''
  return `<!doctype html><html lang="${document.language}"><meta charset="utf-8"><title>${write(titleOf(document))}</title>
<style>${fonts}\n${writeStyles(style)}</style>
<body><div id="flow">${flow.join('\n')}</div><div id="notes">${pool}</div></body></html>`
}

/** The title without markers. */
export function titleOf({ blocks }: TruthDocument): string {
  return blocks[0]?.text.replace(placeholders, '') ?? ''
}

/** The number of each note where it does not depend on the page. */
function numberNotes({ blocks }: TruthDocument, { numbering }: PrintStyle): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>()
  let last = 0
  for (const { kind, text } of blocks) {
    if (kind === 'heading' && numbering === 'chapter') last = 0
    for (const found of text.match(placeholders) ?? []) {
      last += 1
      numbers.set(noteOf(found), last)
    }
  }
  return numbers
}

function writeBlock(block: TruthBlock, write: (text: string) => string): string {
  if (block.kind === 'table') {
    const rows = block.text.split('\n').map(row => row.split('\t').map(cell => `<td>${write(cell)}</td>`))
    return `<table>${rows.map(cells => `<tr>${cells.join('')}</tr>`).join('')}</table>`
  }
  const tags = { title: 'h1', heading: 'h2', subheading: 'h3', paragraph: 'p', listItem: 'p', quote: 'p' } as const
  const tag = tags[block.kind]
  return `<${tag} class="${block.kind}">${write(printedText(block))}</${tag}>`
}

/** Text with its markers; a character before one is kept on its line, as Chinese may break between them. */
function writeMarked(
  text: string,
  write: (text: string) => string,
  document: TruthDocument,
  style: PrintStyle,
  numbers: ReadonlyMap<number, number>,
): string {
  return text
    .split(/([^\uE000-\uF8FF]?[\uE000-\uF8FF])/u)
    .map((part, index) => {
      if (index % 2 === 0) return write(part)
      const note = noteOf(part.slice(-1))
      const lost = loseNote(note, style, document).marker ? ' data-lost' : ''
      const mark = `<span class="mark" data-note="${note}" data-number="${numbers.get(note)}"${lost}></span>`
      const kept = document.language === 'zh' && part.length > 1
      return kept ? `<span class="kept">${write(part.slice(0, -1))}${mark}</span>` : write(part.slice(0, -1)) + mark
    })
    .join('')
}

interface Hyphenation {
  readonly hyphenateSync: (text: string, options: { readonly minWordLength: number }) => string
}

const require = createRequire(import.meta.url)
// The package has no types.
const hyphenations: Readonly<Record<string, () => Hyphenation>> = {
  en: () => require('hyphen/en') as Hyphenation,
  ru: () => require('hyphen/ru') as Hyphenation,
  fr: () => require('hyphen/fr') as Hyphenation,
  de: () => require('hyphen/de') as Hyphenation,
}

/** Puts soft hyphens into the words of a language, where it has patterns; not into addresses and words with figures. */
function findHyphenation(language: string): ((text: string) => string) | undefined {
  const hyphenation = hyphenations[language]?.()
  return hyphenation && (text => text.replace(/\S+/gu, word => hyphenateWord(word, hyphenation)))
}

function hyphenateWord(word: string, { hyphenateSync }: Hyphenation): string {
  return /[\d/@_]/u.test(word) ? word : hyphenateSync(word, { minWordLength: 6 })
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/gu, character => `&#${character.charCodeAt(0)};`)
}
