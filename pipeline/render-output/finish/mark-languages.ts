/**
 * Gives passages in another language their /Lang: Chromium keeps `lang` of blocks and drops that of words within a line.
 * Those are found again by their words, in the order of the page; what cannot be found beyond doubt is left as it is.
 */
import type { PrintedPage } from './pages.ts'
import { type Element, setEntry } from './structure.ts'
import { printText } from './values.ts'

/** Words of a page in HTML, and their language where it is not the page's. */
interface Run {
  readonly text: string
  readonly language: string | null
}

/** Sets the language of elements whose words stand in HTML under another than `language`, a BCP 47 tag. */
export function markLanguages(
  html: string,
  language: string,
  elements: readonly Element[],
  pages: readonly PrintedPage[],
): void {
  const body = html.slice(Math.max(0, html.indexOf('<body')))
  if (!/<[^>]*\slang=/.test(body)) return
  const print = layOut(elements, pages)
  let from = 0
  // What the page says between two places in print, so that words are not found too far on.
  let between = 0
  for (const { text, language: spoken } of listRuns(body, language)) {
    const words = plain(text)
    const isTelling = spoken === null ? words.length >= telling : /\p{L}{2}/u.test(words)
    const place = isTelling ? print.find(words, from, from + between + slack) : undefined
    between += words.length
    if (!place) continue
    from = place.end
    between = 0
    if (spoken === null) continue
    for (const element of place.elements)
      if (languageOf(element) !== spoken) setEntry(element, 'Lang', printText(spoken))
  }
}

/** Characters that print may have and the page has not: marks of the style, labels. */
const slack = 100

/** Characters from which on words of the page's own language say where one is; shorter ones stand in many places. */
const telling = 12

/** The language an element has of itself or from above; undefined where it is the document's. */
function languageOf(element: Element): string | undefined {
  if (element.language !== undefined && element.parent) return element.language.slice(1, -1)
  return element.parent && languageOf(element.parent)
}

interface Layout {
  /** Whole elements that together say exactly some words, begun between two places. */
  readonly find: (words: string, from: number, to: number) => { end: number; elements: readonly Element[] } | undefined
}

function layOut(elements: readonly Element[], pages: readonly PrintedPage[]): Layout {
  const byNumber = new Map(pages.map(page => [page.number, page]))
  const leaves: { readonly element: Element; readonly at: number }[] = []
  const starts = new Map<number, number>()
  let text = ''
  for (const element of elements) {
    const said = element.kids.map(kid => (kind(kid) ? (byNumber.get(kid.page)?.words(kid.id) ?? '') : '')).join('')
    const words = plain(said)
    if (words === '') continue
    starts.set(text.length, leaves.length)
    leaves.push({ element, at: text.length })
    text += words
  }
  starts.set(text.length, leaves.length)
  return {
    find: (words, from, to) => {
      for (let at = text.indexOf(words, from); at >= 0 && at <= to; at = text.indexOf(words, at + 1)) {
        const [first, end] = [starts.get(at), starts.get(at + words.length)]
        if (first === undefined || end === undefined) continue
        return { end: at + words.length, elements: leaves.slice(first, end).map(({ element }) => element) }
      }
      return undefined
    },
  }
}

function kind(kid: Element['kids'][number]): kid is Extract<typeof kid, { kind: 'content' }> {
  return kid.kind === 'content'
}

/** Without what lines are broken at. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u00ad\u2010-]+/gu, '')
}

const empty: ReadonlySet<string> = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** The texts between tags with the language that holds there. */
function* listRuns(html: string, language: string): Generator<Run> {
  const open: { readonly name: string; readonly language: string | null }[] = []
  let done = 0
  for (const match of html.matchAll(/<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi)) {
    const [tag, slash, given = '', attributes = ''] = match
    if (match.index > done)
      yield { text: decode(html.slice(done, match.index)), language: open.at(-1)?.language ?? null }
    done = match.index + tag.length
    const name = given.toLowerCase()
    if (given === '' || empty.has(name) || attributes.endsWith('/')) continue
    if (slash === '') {
      const named = /\slang\s*=\s*["']?([\w-]+)/i.exec(attributes)?.[1]
      const above = open.at(-1)?.language ?? null
      open.push({ name, language: named === undefined ? above : named === language ? null : named })
    } else {
      const index = open.findLastIndex(element => element.name === name)
      if (index >= 0) open.length = index
    }
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

function decode(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name = '') => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return decimal === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number(decimal))
  })
}
