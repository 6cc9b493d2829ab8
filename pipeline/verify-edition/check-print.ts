/**
 * Compares a PDF with the page it was printed from: each claim and reading must stand in it at a place of its own, and
 * what else is printed in digits must stand on the page too. Layout is let pass: page breaks, heads at the side.
 */
import { layOutPrint, type RestOfRun } from './lay-out-print.ts'
import { printedText } from './normal-text.ts'
import type { PrintedFoot, ReadPrint } from './read-print.ts'
import type { ReadPage } from './shown-page.ts'

export interface PrintCheck {
  /** Claims that were found. */
  readonly found: number
  readonly faults: readonly { readonly page: number; readonly reason: string }[]
}

/** Compares the pages of a PDF with the page in HTML. */
export function checkPrint(page: ReadPage, { pages, pageOf, feet }: ReadPrint): PrintCheck {
  const print = layOutPrint(pages, [page.title, ...page.runningHeads])
  const claims = page.claims.filter(({ nested, onScreen }) => !nested && !onScreen)
  // The longest first, as the words of a figure stand in its sentence too, and must not be taken from there.
  const wanted = claims
    .map(({ shown }) => ({ shown, words: printedText(shown) }))
    .toSorted((left, right) => right.words.length - left.words.length)
  const notes = checkFeet(page, feet, pageOf)
  // The page numbers of the contents are of the print alone: those that are true are what the frame shows.
  const frame = [page.frame, ...page.pagesOf.map(id => pageOf.get(id) ?? ''), ...notes.labels].join(' ')
  const missing = wanted.filter(({ words }) => !print.take(words))
  const unprinted = notes.wanted.filter(({ page: on, words }) => !print.take(printedText(words), on))
  const faults = [
    ...missing.map(({ shown, words }) => ({ page: print.nearestPage(words), reason: tellMissing(shown) })),
    ...notes.faults,
    ...unprinted.map(({ page: on, words }) => ({ page: on, reason: `At the foot there is no “${words.trim()}”` })),
  ]
  const rest = print.rest().filter(({ text }) => /\p{N}/u.test(text))
  const others = findStrangers(frame, rest)
  const all = [...faults, ...others]
  return { found: claims.length - missing.length, faults: all.length > 0 ? all : compareDigits(frame, rest) }
}

/**
 * What the feet of pages must print: the words that citations on the page open, each with the citations it stands for,
 * of which the print knows the first of each page as the note leads back to it.
 */
function checkFeet(page: ReadPage, feet: readonly PrintedFoot[], pageOf: ReadPrint['pageOf']) {
  const wanted: { page: number; words: string }[] = []
  const labels: string[] = []
  const faults: { page: number; reason: string }[] = []
  for (const { id, named, page: on, target } of feet) {
    const words = page.opened.get(target)
    const citedOn = (number: number) =>
      page.citations.filter(citation => citation.target === target && pageOf.get(citation.id) === number)
    // One for which there was no room stands at the next foot.
    const cited = [citedOn(on), citedOn(on - 1)].find(each => each.length > 0) ?? []
    if (words === undefined || named !== on || cited.length === 0)
      faults.push({ page: on, reason: `The note ${id} at the foot is of no citation on the page` })
    else wanted.push({ page: on, words })
    labels.push(...new Set(cited.map(({ shown }) => shown)))
  }
  return { wanted, labels, faults }
}

function tellMissing(shown: string): string {
  const words = shown.replace(/\s+/gu, ' ').trim()
  return `The PDF does not print “${words.length > 120 ? `${words.slice(0, 120)}…` : words}” as the page shows it`
}

/** What is printed outside of claims in digits, and stands nowhere on the page outside of claims. */
function findStrangers(shown: string, rest: readonly RestOfRun[]): PrintCheck['faults'] {
  const frame = printedText(shown)
  return rest
    .filter(({ text, whole }) => !frame.includes(text) && !frame.includes(whole))
    .map(({ page: number, text }) => ({ page: number, reason: `The PDF prints “${text}”, and the page does not` }))
}

/** Numbers so short that they stand somewhere on any page: no digit may be printed more often than the page has it. */
function compareDigits(frame: string, rest: readonly RestOfRun[]): PrintCheck['faults'] {
  const shown = countDigits(frame)
  const printed = countDigits(rest.map(({ text }) => text).join(' '))
  return [...printed]
    .filter(([digit, count]) => count > (shown.get(digit) ?? 0))
    .map(([digit, count]) => ({
      page: rest.find(({ text }) => text.includes(digit))?.page ?? 1,
      reason: `Outside of statements the PDF prints the digit ${digit} ${count} times, and the page ${shown.get(digit) ?? 0} times`,
    }))
}

function countDigits(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [digit] of text.matchAll(/\p{N}/gu)) counts.set(digit, (counts.get(digit) ?? 0) + 1)
  return counts
}
