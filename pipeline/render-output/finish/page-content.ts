/**
 * Takes the content of a page apart: the parts that are marked with a number, which the structure tree refers to, and what
 * is painted outside of any mark. Parts are whole as they stand; only what lies between them is looked at closely.
 */
import { type Operator, readNumbers, readOperator } from './operators.ts'
import { endOfToken } from './tokens.ts'

/** Marked content with a number (`/P <</MCID 3>> BDC … EMC`). */
export interface MarkedPart {
  readonly id: number
  /** Where its tag begins. */
  readonly start: number
  /** What it holds. */
  readonly from: number
  readonly to: number
}

/** Something painted outside of marked content. */
export interface Stray {
  readonly kind: 'text' | 'path' | 'image'
  readonly start: number
  readonly end: number
  /** Whether anything but the page cuts it off: what a page prints is cut off at its margins, and its margin boxes are not. */
  readonly clipped: boolean
  /** Height of text above the foot of the page, in points. */
  readonly height?: number
  /** Name of the object that is painted. */
  readonly object?: string
}

export interface PageContent {
  readonly parts: readonly MarkedPart[]
  readonly strays: readonly Stray[]
}

/** Reads a content stream. Throws a SyntaxError where marks do not nest. */
export function readContent(text: string): PageContent {
  const parts: MarkedPart[] = []
  const strays: Stray[] = []
  const saved: State[] = []
  let state: State = { clipped: false, matrix: [1, 0, 0, 1, 0, 0] }
  let path: number | undefined
  let clipping = false
  let run: TextRun | undefined
  const add = (kind: Stray['kind'], start: number, end: number, more: Partial<Stray> = {}) => {
    const stray = { kind, start, end, clipped: state.clipped, ...more }
    const before = strays.at(-1)
    // One thing is often painted in several strokes, and what reads the page must not take a folio for five.
    if (
      kind !== 'image' &&
      before?.kind === kind &&
      before.clipped === stray.clipped &&
      text.slice(before.end, start).trim() === ''
    )
      strays[strays.length - 1] = { ...before, end }
    else strays.push(stray)
  }
  const endPath = () => {
    if (clipping) state = { ...state, clipped: true }
    clipping = false
    path = undefined
  }

  for (let next = readOperator(text, 0); next; ) {
    const operator: Operator = next
    const { name, start, end } = operator
    let after = end
    switch (name) {
      case 'q':
        saved.push(state)
        break
      case 'Q':
        state = saved.pop() ?? state
        break
      case 'cm':
        state = { ...state, matrix: multiply(readNumbers(text, operator), state.matrix) }
        break
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
      case 'h':
      case 're':
        path ??= start
        break
      case 'W':
      case 'W*':
        clipping = true
        break
      case 'n':
        endPath()
        break
      case 'S':
      case 's':
      case 'f':
      case 'F':
      case 'f*':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
        add('path', path ?? start, end)
        endPath()
        break
      case 'BT':
        run = { start, shows: [], whole: true }
        break
      case 'Tm':
        if (run) run.height ??= multiply(readNumbers(text, operator), state.matrix)[5]
        break
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        if (run) run.shows.push(operator)
        else add('text', start, end)
        break
      case 'ET':
        if (run) for (const show of listShown(run, end)) add('text', show.start, show.end, heightOf(run))
        run = undefined
        break
      case 'Do':
        add('image', start, end, { object: text.slice(start, operator.at).trim().slice(1) })
        break
      case 'sh':
      case 'BI':
        add('image', start, end)
        break
      case 'BMC':
      case 'BDC': {
        if (run) run.whole = false
        const tag = text.slice(start, operator.at)
        const id = /^\/[^\s<]+\s*<<(?:[^()<>]*\s)?\/MCID\s+(\d+)/.exec(tag)?.[1]
        // Marks without a number are let through, but for artifacts and those whose properties stand elsewhere.
        const isClosed = id !== undefined || /^\/Artifact\b/.test(tag) || /^\/\S+\s*\/\S+\s*$/.test(tag)
        if (!isClosed) break
        const close = endOfMark(text, end)
        if (id !== undefined) parts.push({ id: Number(id), start, from: end, to: close.start })
        after = close.end
      }
    }
    next = readOperator(text, after)
  }
  return { parts, strays }
}

type Matrix = readonly (number | undefined)[]

interface State {
  readonly clipped: boolean
  readonly matrix: Matrix
}

interface TextRun {
  readonly start: number
  readonly shows: Operator[]
  /** Whether no mark stands in it, so that it can be put into one as it is. */
  whole: boolean
  height?: number | undefined
}

function listShown({ start, shows, whole }: TextRun, end: number): readonly { start: number; end: number }[] {
  return whole && shows.length > 0 ? [{ start, end }] : shows
}

function heightOf({ height }: TextRun): { height?: number } {
  return height === undefined ? {} : { height }
}

/** The EMC that ends a mark. Where nothing in it could hide another, it is the next one. */
function endOfMark(text: string, from: number): Operator {
  const at = text.indexOf('EMC', from)
  const content = text.slice(from, Math.max(at, from))
  if (at >= 0 && !/[(%]|B[DM]C|\bBI\b|\/\S*$/.test(content)) {
    return { name: 'EMC', start: at, at, end: endOfToken(text, at) }
  }
  let depth = 1
  for (let operator = readOperator(text, from); operator; operator = readOperator(text, operator.end)) {
    if (operator.name === 'BMC' || operator.name === 'BDC') depth++
    if (operator.name === 'EMC' && --depth === 0) return operator
  }
  throw new SyntaxError('Marked content has no end')
}

/** The matrix of `inner` within `outer` (ISO 32000-1, 8.3.4). */
function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = inner
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = outer
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]
}
