/**
 * Reads a finished page as a reader sees it: the stretches that its marks claim to be a seed's words, the readings beside
 * them, the links, and the text that claims nothing. The marks are described in docs/templates.md.
 */
import type { Element, Root, RootContent } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { Claim, ReadPage, ShownCitation, ShownReading } from './shown-page.ts'

type Draft = { -readonly [Key in keyof Claim]: Claim[Key] } & { pieces: string[] }
type DraftReading = { -readonly [Key in keyof ShownReading]: ShownReading[Key] }

const parser = unified().use(rehypeParse).freeze()

/** Reads one HTML document. */
export function readPage(html: string): ReadPage {
  const tree: Root = parser.parse(html)
  const claims: Draft[] = []
  const readings: DraftReading[] = []
  const links: string[] = []
  const ids = new Set<string>()
  const unmarked: string[] = []
  const drawn: string[] = []
  const frame: string[] = []
  const pagesOf: string[] = []
  const runningHeads: string[] = []
  const opened = new Map<string, string>()
  const citations: ShownCitation[] = []
  const head = { language: 'en', title: '' }

  const walk = (node: Root | RootContent, above: Surroundings): void => {
    if (node.type === 'text') {
      for (const claim of above.claims) if (claim.onScreen || !above.onScreen) claim.shown += node.value
      for (const claim of above.own) claim.pieces[claim.pieces.length - 1] += node.value
      for (const reading of above.readings) reading.shown += node.value
      if (above.claims.length === 0 && !above.onScreen) frame.push(node.value)
      if (above.isDrawing) drawn.push(node.value)
      if (above.claims.length === 0 && above.readings.length === 0 && !above.isFrame) unmarked.push(node.value)
      return
    }
    if (node.type !== 'element' && node.type !== 'root') return
    if (node.type === 'root') {
      for (const child of node.children) walk(child, above)
      return
    }
    if (node.tagName === 'html') head.language = attribute(node, 'lang') ?? head.language
    if (node.tagName === 'title') head.title = textOf(node)
    if (skipped.has(node.tagName)) return
    const id = attribute(node, 'id')
    if (id !== undefined) ids.add(id)
    if (id?.startsWith('about-')) opened.set(id.slice('about-'.length), openedWords(node))
    citations.push(...listCitations(node))
    const href = attribute(node, 'href')
    if (href !== undefined) links.push(href)
    const pageOf = attribute(node, 'data-page-of')
    if (pageOf !== undefined) pagesOf.push(pageOf)
    const runningHead = attribute(node, 'data-running-head')
    if (runningHead !== undefined) runningHeads.push(runningHead)
    // The number of a list item is printed, but is no text of the page.
    const value = node.tagName === 'li' ? attribute(node, 'value') : undefined
    if (value !== undefined) frame.push(` ${value}. `)
    if (attribute(node, 'data-drawing') !== undefined) drawn.push(attribute(node, 'aria-label') ?? '')
    const inside = enter(node, above, claims, readings)
    for (const child of node.children) walk(child, inside)
    if (blocks.has(node.tagName) && inside.claims.length === 0) frame.push(' ')
  }
  walk(tree, { claims: [], own: [], readings: [], isFrame: false, isDrawing: false, onScreen: false, seed: '', of: '' })
  return {
    ...head,
    claims,
    readings,
    links,
    ids,
    unmarked,
    drawn,
    frame: frame.join(''),
    pagesOf,
    runningHeads,
    opened,
    citations,
  }
}

const skipped = new Set(['head', 'style', 'script', 'template'])
const blocks = new Set([
  'p',
  'li',
  'td',
  'th',
  'dt',
  'dd',
  'h1',
  'h2',
  'h3',
  'h4',
  'div',
  'section',
  'caption',
  'figure',
])

interface Surroundings {
  /** The claims around a node, and those among them whose words it is. */
  readonly claims: readonly Draft[]
  readonly own: readonly Draft[]
  readonly readings: readonly DraftReading[]
  readonly isFrame: boolean
  readonly isDrawing: boolean
  readonly onScreen: boolean
  /** The seed of marks that name none. */
  readonly seed: string
  /** The evidence that all inside is about. */
  readonly of: string
}

const kinds = { from: 'data-from', opens: 'data-opens', in: 'data-in', heading: 'data-heading' } as const

function enter(node: Element, above: Surroundings, claims: Draft[], readings: DraftReading[]): Surroundings {
  // Nobody presses a button on paper.
  const isOnScreen = attribute(node, 'data-screen') !== undefined || node.tagName === 'button'
  let inside = isOnScreen ? { ...above, onScreen: true } : above
  const seed = attribute(node, 'data-seed')
  if (seed !== undefined) inside = { ...inside, seed }
  const mark = (name: string) => attribute(node, name)?.replace(/^\./u, `${inside.seed}-`)
  if (attribute(node, 'data-drawing') !== undefined) return { ...inside, own: [], isFrame: true, isDrawing: true }
  const of = mark('data-of') ?? inside.of
  if (of !== inside.of) inside = { ...inside, of }
  const kind = attribute(node, 'data-reading')
  if (kind !== undefined) {
    const reading: DraftReading = { kind, of, shown: '' }
    readings.push(reading)
    inside = { ...inside, readings: [...inside.readings, reading] }
  }
  const frame = attribute(node, 'data-frame')
  if (frame !== undefined || isPlace(node)) {
    if (frame === 'cut') for (const claim of inside.own) claim.pieces.push('')
    return { ...inside, own: [], isFrame: true }
  }
  // One without an id is that of the row.
  const evidence = (name: string) => (attribute(node, name) === '' ? of : mark(name))
  const figure = evidence('data-figure')
  const quotation = evidence('data-quotation')
  for (const [name, attributeName] of Object.entries(kinds) as [Claim['kind'], string][]) {
    // A figure or a quotation says where it stands.
    const id = mark(attributeName) ?? (name === 'in' ? (figure ?? quotation) : undefined)
    if (id === undefined) continue
    const claim: Draft = {
      kind: name,
      id,
      pieces: [''],
      shown: '',
      nested: above.claims.length > 0,
      onScreen: inside.onScreen,
    }
    if (figure !== undefined) claim.evidence = { kind: 'figure', id: figure }
    else if (quotation !== undefined) claim.evidence = { kind: 'quotation', id: quotation }
    claims.push(claim)
    inside = { ...inside, claims: [...inside.claims, claim], own: [...inside.own, claim] }
  }
  return inside
}

/** A link to a source page says where words stand, and is none of them. */
function isPlace(node: Element): boolean {
  return node.tagName === 'a' && /(?:^|\/)sources\/[^/]+\.html#/u.test(attribute(node, 'href') ?? '')
}

function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[camel(name)]
  if (value === undefined || value === null || value === false) return undefined
  return Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value)
}

/** The name that hast gives an attribute: `data-from` is `dataFrom`. */
function camel(name: string): string {
  return name.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase())
}

/** The first paragraph of what a citation opens; the rest is for the screen. */
function openedWords(node: Element): string {
  const first = node.children.find(child => child.type === 'element' && child.tagName === 'p')
  return first ? allText(first) : ''
}

/** The links that stand in an element with an id, such as those of a citation. */
function listCitations(node: Element): readonly ShownCitation[] {
  const id = attribute(node, 'id')
  if (id === undefined) return []
  return node.children.flatMap(child => {
    const href = child.type === 'element' && child.tagName === 'a' ? attribute(child, 'href') : undefined
    return href?.startsWith('#') ? [{ id, target: href.slice(1), shown: allText(child) }] : []
  })
}

function allText(node: RootContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(allText).join('') : ''
}

function textOf(node: Element): string {
  return node.children.map(child => (child.type === 'text' ? child.value : '')).join('')
}
