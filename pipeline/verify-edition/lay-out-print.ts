/**
 * A PDF as one text without white space, from which words are taken. They are not looked for in the order of the page in
 * HTML, as what stands at the side or is positioned is painted before or after the text around it.
 */
import { printedText } from './normal-text.ts'
import type { PrintedPage } from './read-print.ts'

/** Text that was painted at once, without white space. */
export interface Run {
  /** From 1. */
  readonly page: number
  readonly text: string
}

/** What was not taken of a run. */
export interface RestOfRun extends Run {
  readonly whole: string
}

export interface Print {
  /**
   * Takes some words out where they are still free, at once or parted by a page break, and gives whether they were; they
   * may be asked for on one page, from 1, on which they must at least begin.
   */
  readonly take: (words: string, onPage?: number) => boolean
  /** The page on which a beginning or an end of words is still free. */
  readonly nearestPage: (words: string) => number
  /** What is left of runs. */
  readonly rest: () => readonly RestOfRun[]
}

/** Lays out the pages of a PDF; their numbers and running `heads` are left out. */
export function layOutPrint(pages: readonly PrintedPage[], heads: readonly string[]): Print {
  const { runs, text, runOf } = joinRuns(pages, heads)
  const pageOf = (at: number) => runs[runOf[at] ?? 0]?.page ?? 1
  const starts = pages.map((_, index) => {
    const first = runOf.findIndex(run => (runs[run]?.page ?? 0) > index)
    return first < 0 ? text.length : first
  })
  const taken = new Uint8Array(text.length)

  /** The places where words are free, one after the other. */
  function* places(words: string, from: number, to: number): Generator<number> {
    for (let at = text.indexOf(words, from); at >= 0 && at + words.length <= to; at = text.indexOf(words, at + 1))
      if (!taken.subarray(at, at + words.length).includes(1)) yield at
  }
  const find = (words: string, from: number, to: number) => places(words, from, to).next().value ?? -1

  const startsRun = (at: number) => runOf[at - 1] !== runOf[at]
  /** Whether two digits of one run are parted here. */
  const cutsNumber = (at: number) => !startsRun(at) && /^\p{N}{2}/u.test(text.slice(at - 1, at + 1))

  /** Whether a run ends here, or with a hyphen that parts a word: what is printed next may be a note at the page's foot. */
  const endsRun = (at: number) => startsRun(at) || (/[-\u2010\u2011]/u.test(text[at] ?? '') && startsRun(at + 1))

  /** The last place of a beginning that ends what was painted: a short one, such as `It`, stands on a page more than once. */
  const findEnding = (words: string, from: number, to: number) =>
    [...places(words, from, to)].findLast(at => endsRun(at + words.length)) ?? -1
  const findStarting = (words: string, from: number, to: number) => [...places(words, from, to)].find(startsRun) ?? -1

  /** The best place for words that are printed at once: short ones may stand in others by chance. */
  const findWhole = (words: string, from = 0, to = text.length): number => {
    let best = { at: -1, fit: 0 }
    for (const at of places(words, from, to)) {
      const end = at + words.length
      const fit = cutsNumber(at) || cutsNumber(end) ? 0 : 1 + (startsRun(at) ? 2 : 0) + (startsRun(end) ? 1 : 0)
      if (fit > best.fit) best = { at, fit }
      if (fit === 4) break
    }
    return best.at
  }

  /** The longest beginning that is free on a page; the rest must be on the next. */
  const findParted = (words: string, page: number): readonly (readonly [number, number])[] | undefined => {
    const [first, middle, last = text.length] = [starts[page] ?? 0, starts[page + 1] ?? 0, starts[page + 2]]
    let [low, high] = [0, words.length - 1]
    while (low < high) {
      const half = Math.ceil((low + high) / 2)
      if (find(words.slice(0, half), first, middle) >= 0) low = half
      else high = half - 1
    }
    // The next letters may stand on the first page by chance, but not at the end of what was painted.
    for (let length = low; length > 0; length -= 1) {
      const rest = findStarting(words.slice(length), middle, last)
      const start = rest < 0 ? -1 : findEnding(words.slice(0, length), first, middle)
      if (start >= 0)
        return [
          [start, length],
          [rest, words.length - length],
        ]
    }
    return undefined
  }

  const take: Print['take'] = (words, onPage) => {
    const at = onPage === undefined ? findWhole(words) : findWhole(words, starts[onPage - 1], starts[onPage])
    const parted = () =>
      onPage === undefined
        ? findFirst(pages.length - 1, page => findParted(words, page))
        : findParted(words, onPage - 1)
    const stretches = at >= 0 ? [[at, words.length] as const] : parted()
    for (const [start, length] of stretches ?? []) taken.fill(1, start, start + length)
    return stretches !== undefined
  }

  const nearestPage: Print['nearestPage'] = words => {
    const half = Math.ceil(words.length / 2)
    const at = [words.slice(0, half), words.slice(-half)]
      .map(part => find(part, 0, text.length))
      .find(place => place >= 0)
    return at === undefined ? 1 : pageOf(at)
  }

  const rest: Print['rest'] = () => {
    const left = new Map<number, string>()
    for (let at = 0; at < text.length; at += 1) {
      const run = runOf[at] ?? 0
      if (taken[at] === 0) left.set(run, `${left.get(run) ?? ''}${text[at]}`)
    }
    return [...left].map(([run, words]) => ({ page: runs[run]?.page ?? 1, text: words, whole: runs[run]?.text ?? '' }))
  }
  return { take, nearestPage, rest }
}

function findFirst<T>(count: number, search: (index: number) => T | undefined): T | undefined {
  for (let index = 0; index < count; index += 1) {
    const found = search(index)
    if (found !== undefined) return found
  }
  return undefined
}

/** The runs of all pages, the text they make, and the run of each of its characters. */
function joinRuns(pages: readonly PrintedPage[], heads: readonly string[]) {
  const running = new Set(heads.map(printedText))
  const runs: Run[] = pages.flatMap((items, index) => {
    const texts = items.map(printedText)
    // Margins are painted before the page, which may hold the words of a head too.
    const folio = texts.indexOf(`${index + 1}/${pages.length}`)
    const isMargin = (text: string, at: number) => at === folio || ((folio < 0 || at < folio) && running.has(text))
    return texts.filter((text, at) => text !== '' && !isMargin(text, at)).map(text => ({ page: index + 1, text }))
  })
  const all = runs.map(({ text }) => text).join('')
  const kept: string[] = []
  const runOf: number[] = []
  let at = 0
  for (const [index, run] of runs.entries()) {
    for (const character of run.text.split('')) {
      // A hyphen at a line's end parts a word as one inside a run does, and is left out as that is.
      const isHyphen =
        /[-\u2010\u2011]/u.test(character) && /\p{L}/u.test(all[at - 1] ?? '') && /\p{L}/u.test(all[at + 1] ?? '')
      at += 1
      if (isHyphen) continue
      kept.push(character)
      runOf.push(index)
    }
  }
  return { runs, text: kept.join(''), runOf }
}
