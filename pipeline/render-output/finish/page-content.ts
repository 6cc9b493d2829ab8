/**
 * Takes the content of a page apart: the parts that are marked with a number, which the structure tree refers to, and what
 * is painted outside of any mark. Parts are whole as they stand; only what lies between them is looked at closely.
 */
import { MarkFinder } from './find-marks.ts'
import { type Operator, OperatorReader } from './operators.ts'

/** Marked content with a number (`/P <</MCID 3>> BDC … EMC`). */
export interface MarkedPart {
  readonly id: number
  /** Where its tag begins. */
  readonly start: number
  /** What it holds. */
  readonly from: number
  readonly to: number
  /** Whether it paints text or an image, not lines and areas alone. */
  readonly says: boolean
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

  const marks = new MarkFinder(text)
  const reader = new OperatorReader(text)
  const addPart = (id: number, start: number, from: number) => {
    const close = marks.findEnd(from)
    parts.push({ id, start, from, to: close.at, says: marks.says(from, close.at) })
    reader.goTo(close.end)
  }
  for (;;) {
    plainMark.lastIndex = reader.end
    const plain = plainMark.exec(text)
    if (plain) {
      if (run) run.whole = false
      addPart(Number(plain[1]), reader.end + 1, plainMark.lastIndex)
      continue
    }
    if (!reader.next()) break
    const { start, at, end } = reader
    switch (reader.name) {
      case 'q':
        saved.push(state)
        break
      case 'Q':
        state = saved.pop() ?? state
        break
      case 'cm':
        state = { ...state, matrix: multiply(readMatrix(reader), state.matrix) }
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
        if (run) run.height ??= multiply(readMatrix(reader), state.matrix)[5]
        break
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        if (run) run.shows.push({ start, at, end })
        else add('text', start, end)
        break
      case 'ET':
        if (run) for (const show of listShown(run, end)) add('text', show.start, show.end, heightOf(run))
        run = undefined
        break
      case 'Do':
        add('image', start, end, { object: reader.operands.trim().slice(1) })
        break
      case 'sh':
      case 'BI':
        add('image', start, end)
        break
      case 'BMC':
      case 'BDC': {
        if (run) run.whole = false
        const id = readMark(text, start, at)
        // Marks without a number are let through, but for artifacts and those whose properties stand elsewhere.
        if (id === undefined && !/^\/Artifact\b|^\/\S+\s*\/\S+\s*$/.test(reader.operands)) break
        if (id !== undefined) addPart(id, start, end)
        else reader.goTo(marks.findEnd(end).end)
      }
    }
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

/** The number of a mark that begins at `start` and whose operator stands at `at`; undefined where it has none. */
function readMark(text: string, start: number, at: number): number | undefined {
  numberedMark.lastIndex = start
  const id = numberedMark.exec(text)?.[1]
  return id !== undefined && numberedMark.lastIndex <= at ? Number(id) : undefined
}

/** A mark as Skia writes it right after another. */
const plainMark = /\n\/\w+ <<\/MCID (\d+) >>BDC(?=\n)/y

const numberedMark = /\/[^\s<]+\s*<<(?:[^()<>]*\s)?\/MCID\s+(\d+)/y

function readMatrix({ operands }: OperatorReader): Matrix {
  return operands.trim().split(/\s+/).map(Number)
}

/** The matrix of `inner` within `outer` (ISO 32000-1, 8.3.4). */
function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = inner
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = outer
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]
}
