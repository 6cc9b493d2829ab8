/**
 * A PDF as one text without white space, from which words are taken in order. What stands at the side of a page is painted
 * before its text, and a page break parts a sentence with whatever the next page paints first: both are looked for.
 */
import { printedText } from './normal-text.ts'
import type { PrintedPage } from './read-print.ts'

/** Text that was painted at once, without white space. */
export interface Run {
  /** From 1. */
  readonly page: number
  readonly text: string
}

export interface Print {
  /** Takes some words out, where they are found from the last place on; gives whether they were. */
  readonly take: (words: string) => boolean
  /** The page of the last place. */
  readonly pageNow: () => number
  /** What is left of each run. */
  readonly rest: () => readonly Run[]
}

/** Words so long are looked for on all pages to come where two do not hold them; shorter ones may stand there by chance. */
const telling = 40

/** Lays out the pages of a PDF; their numbers and running `title` are left out. */
export function layOutPrint(pages: readonly PrintedPage[], title: string): Print {
  const { runs, text, runOf } = joinRuns(pages, title)
  const pageStarts = pages.map((_, index) => runOf.findIndex(run => (runs[run]?.page ?? 0) > index))
  const startOf = (page: number) => {
    const start = page > pages.length ? -1 : (pageStarts[page - 1] ?? -1)
    return start < 0 ? text.length : start
  }
  const taken = new Uint8Array(text.length)
  let cursor = 0

  const isFree = (start: number, end: number) => taken.indexOf(1, start) < 0 || taken.indexOf(1, start) >= end
  const find = (words: string, from: number, to: number): number => {
    for (let at = text.indexOf(words, from); at >= 0 && at + words.length <= to; at = text.indexOf(words, at + 1)) {
      if (isFree(at, at + words.length)) return at
    }
    return -1
  }
  const use = (start: number, length: number) => {
    taken.fill(1, start, start + length)
    cursor = Math.max(cursor, start + length)
  }
  const pageNow = () => runs[runOf[Math.max(0, cursor - 1)] ?? 0]?.page ?? 1

  /** The first part at the end of a page, the second somewhere on the next. */
  const takeParted = (words: string, page: number): boolean => {
    const [first, middle, last] = [startOf(page), startOf(page + 1), startOf(page + 2)]
    let [low, high] = [0, words.length - 1]
    while (low < high) {
      const half = Math.ceil((low + high) / 2)
      if (find(words.slice(0, half), first, middle) >= 0) low = half
      else high = half - 1
    }
    for (let length = low; length > Math.max(0, low - 4); length -= 1) {
      const rest = find(words.slice(length), middle, last)
      if (rest < 0) continue
      use(find(words.slice(0, length), first, middle), length)
      use(rest, words.length - length)
      return true
    }
    return false
  }

  const take: Print['take'] = words => {
    const page = pageNow()
    const near = [() => find(words, cursor, startOf(page + 2)), () => find(words, startOf(page), startOf(page + 2))]
    const far = () => (words.length < telling ? -1 : find(words, cursor, text.length))
    const takeWhole = (search: () => number) => {
      const at = search()
      if (at >= 0) use(at, words.length)
      return at >= 0
    }
    return near.some(takeWhole) || takeParted(words, page) || takeParted(words, page + 1) || takeWhole(far)
  }

  const rest: Print['rest'] = () => {
    const left = new Map<number, string>()
    for (let at = 0; at < text.length; at += 1) {
      const run = runOf[at] ?? 0
      if (taken[at] === 0) left.set(run, `${left.get(run) ?? ''}${text[at]}`)
    }
    return [...left].map(([run, words]) => ({ page: runs[run]?.page ?? 1, text: words }))
  }
  return { take, pageNow, rest }
}

/** The runs of all pages, the text they make, and the run of each of its characters. */
function joinRuns(pages: readonly PrintedPage[], title: string) {
  const running = printedText(title)
  const runs: Run[] = pages.flatMap((items, index) =>
    items
      .map(printedText)
      .filter(text => text !== '' && text !== running && text !== `${index + 1}/${pages.length}`)
      .map(text => ({ page: index + 1, text })),
  )
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
