/**
 * Documents of a wanted size for measuring how fast they are read: invented sentences with note markers, years and
 * amounts, set as paginated text, as a page, as a Word file or as a PDF. The same size gives the same bytes.
 */
import { makePages } from '../../tests/parse-documents/make-pdf.ts'
import { makeWord, note, p, r, ref } from '../../tests/word-file.ts'

const vocabulary =
  'the of and in to a was that for on by with as at from which had were this its harbour market council river timber trade ferry toll bridge year town grain salt winter ship merchant ledger price road port cargo barge clerk customs weir canal quay contract letter record archive office number report growth decline season crossing landing warehouse inspector passenger licence tariff shipment registry carried counted opened closed moved signed granted lost rebuilt measured reached recorded expected agreed paid sold bought wrote noted described explained northern southern early later small large public private common foreign annual local first second several many few'.split(
    ' ',
  )
const names = 'Novak Lind Teck Brandt Amsel Obel Karsten Moreau Silva Petrov Hale Winter'.split(' ')

/** A stretch of text; a marker stands behind a sentence where it has a note. */
export type Sentences = readonly { readonly text: string; readonly note?: string }[]

/** Numbers from 0 to 1 that look random, the same in every run (a linear congruential generator, Numerical Recipes). */
export type Chance = () => number

/** A row of numbers; another `start` gives another. */
export function createChance(start = 12_345): Chance {
  let state = start
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** One of the items, the first more often than the last. */
export function pick<T>(items: readonly T[], chance: Chance): T {
  // Squared, so that the first items are the most common, as words are.
  return items[Math.floor(chance() ** 2 * items.length)] as T
}

/** So many words that mean nothing, the first with a capital. */
export function makeWords(count: number, chance: Chance): string {
  const words = Array.from({ length: count }, () => pick(vocabulary, chance)).join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function makeParagraph(chance: Chance): Sentences {
  return Array.from({ length: 3 + Math.floor(chance() * 6) }, () => {
    const year = chance() < 0.2 ? ` in ${1700 + Math.floor(chance() * 300)}` : ''
    const amount = chance() < 0.1 ? `, or ${Math.floor(chance() * 900)} tons,` : ''
    const words = makeWords(6 + Math.floor(chance() * 14), chance)
    const text = `${words}${amount}${year} ${makeWords(3, chance).toLowerCase()}.`
    return chance() < 0.25 ? { text, note: makeNote(chance) } : { text }
  })
}

/** A reference to a work that does not exist. */
export function makeNote(chance: Chance): string {
  const [year, page] = [1900 + Math.floor(chance() * 120), 1 + Math.floor(chance() * 400)]
  return `${pick(names, chance)}, A. ${makeWords(4 + Math.floor(chance() * 6), chance)}. Vellmar, ${year}. P. ${page}.`
}

/** Lines of at most so many characters. */
function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= width) {
      lines.push(line)
      line = word
    } else line += line === '' ? word : ` ${word}`
  }
  return [...lines, line]
}

/** Pages of lines, each with its notes at the foot and its number; notes count up through a chapter of forty pages. */
function* makeTextPages(
  chance = createChance(),
  write = makeParagraph,
): Generator<{ readonly body: readonly string[]; readonly notes: readonly string[] }> {
  let count = 0
  for (let page = 0; ; page += 1) {
    if (page % 40 === 0) count = 0
    const body: string[] = page % 40 === 0 ? [`Chapter ${1 + page / 40}: ${makeWords(4, chance)}`, ''] : []
    const notes: string[] = []
    while (body.length + notes.length < 42) {
      const written = write(chance).map(sentence => {
        if (sentence.note === undefined) return sentence.text
        count += 1
        notes.push(...wrapText(`${count} ${sentence.note}`, 88))
        return `${sentence.text}${count}`
      })
      body.push(...wrapText(`~~~${written.join(' ')}`, 80).map(line => line.replace(/^~~~/u, '   ')))
    }
    yield { body, notes }
  }
}

/** Paginated text of at least so many bytes, of paragraphs as `write` makes them. */
export function makeText(bytes: number, chance?: Chance, write?: (chance: Chance) => Sentences): string {
  const pages: string[] = []
  let length = 0
  for (const { body, notes } of makeTextPages(chance, write)) {
    const page = [...body, '', '_'.repeat(20), ...notes, '', `${' '.repeat(38)}${pages.length + 1}`, '\f'].join('\n')
    pages.push(page)
    length += page.length
    if (length >= bytes) break
  }
  return pages.join('')
}

/** A PDF of so many pages, set in Helvetica with raised markers. */
export function makePdf(count: number): Uint8Array {
  const pages: string[] = []
  for (const { body, notes } of makeTextPages()) {
    const lines = [...body.map(line => setLine(line, 9)), 'T*', ...notes.map(line => setLine(line, 7))]
    pages.push(`BT /F 9 Tf 50 670 Td 12 TL ${lines.join(' ')} ET`)
    if (pages.length === count) break
  }
  return makePages(...pages)
}

function setLine(line: string, size: number): string {
  const parts = line
    .replace(/[()\\]/gu, '\\$&')
    .replace(/\.(\d+)(?= |$)/gu, '.) Tj 3 Ts /F 5 Tf ($1) Tj 0 Ts /F % Tf (')
  return `/F ${size} Tf (${parts.replaceAll('%', String(size))}) Tj T*`
}

/** A page of at least so many bytes, its notes as Pandoc writes them. */
export function makePage(bytes: number): string {
  const chance = createChance()
  const [body, notes]: [string[], string[]] = [[], []]
  let length = 0
  while (length < bytes) {
    const written = makeParagraph(chance).map(({ text, note: words }) => {
      if (words === undefined) return text
      const id = notes.length + 1
      notes.push(
        `<li id="fn${id}" role="doc-endnote"><p>${words} <a href="#fnref${id}" role="doc-backlink">↩</a></p></li>`,
      )
      length += (notes.at(-1) ?? '').length
      return `${text}<a href="#fn${id}" id="fnref${id}" role="doc-noteref"><sup>${id}</sup></a>`
    })
    body.push(`<p>${written.join(' ')}</p>`)
    length += (body.at(-1) ?? '').length
  }
  return `<!doctype html><title>Pages</title><body>${body.join('\n')}\n<section role="doc-endnotes"><ol>${notes.join('\n')}</ol></section>`
}

/** A Word file whose parts hold at least so many bytes of XML. */
export function makeWordFile(bytes: number): Uint8Array {
  const chance = createChance()
  const [body, notes]: [string[], string[]] = [[], []]
  let length = 0
  while (length < bytes) {
    const written = makeParagraph(chance).map(({ text, note: words }) => {
      if (words === undefined) return r(`${text} `)
      notes.push(note(notes.length + 1, words))
      length += (notes.at(-1) ?? '').length
      return `${r(text)}${ref(notes.length)}${r(' ')}`
    })
    body.push(p(written.join('')))
    length += (body.at(-1) ?? '').length
  }
  return makeWord({ body: body.join(''), footnotes: notes.join('') })
}
