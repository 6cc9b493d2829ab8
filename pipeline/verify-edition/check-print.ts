/**
 * Compares a PDF with the page it was printed from: every claim must stand in it, in order, and what else is printed in
 * digits must stand on the page too. Layout is let pass: page breaks, heads at the side, repeated heads of tables.
 */

import { layOutPrint, type Run } from './lay-out-print.ts'
import { printedText } from './normal-text.ts'
import type { Claim, ReadPage } from './read-page.ts'
import type { PrintedPage } from './read-print.ts'

export interface PrintCheck {
  /** Claims that were found. */
  readonly found: number
  readonly faults: readonly { readonly page: number; readonly reason: string }[]
}

/** Compares the pages of a PDF with the page in HTML. */
export function checkPrint(page: ReadPage, pages: readonly PrintedPage[]): PrintCheck {
  const print = layOutPrint(pages, page.title)
  const faults: { page: number; reason: string }[] = []
  let found = 0
  for (const claim of page.claims) {
    if (claim.nested || claim.onScreen) continue
    if (print.take(printedText(claim.shown))) found += 1
    else faults.push({ page: print.pageNow(), reason: tellMissing(claim) })
  }
  return {
    found,
    faults: [
      ...faults,
      ...checkRest(
        page,
        print.rest().filter(({ text }) => /\p{N}/u.test(text)),
      ),
    ],
  }
}

function tellMissing({ shown }: Claim): string {
  const words = shown.replace(/\s+/gu, ' ').trim()
  return `The PDF does not print “${words.length > 120 ? `${words.slice(0, 120)}…` : words}” as the page shows it`
}

/** What is printed outside of claims and holds digits must stand on the page outside of claims, and as often. */
function checkRest(page: ReadPage, rest: readonly Run[]): PrintCheck['faults'] {
  const frame = printedText(page.frame)
  const faults: { page: number; reason: string }[] = []
  const left = countDigits(frame)
  for (const run of rest) {
    const isKnown = frame.includes(run.text)
    const isMore = [...countDigits(run.text)].some(([digit, count]) => count > (left.get(digit) ?? 0))
    for (const [digit, count] of countDigits(run.text)) left.set(digit, (left.get(digit) ?? 0) - count)
    if (!isKnown || isMore)
      faults.push({ page: run.page, reason: `The PDF prints “${run.text}”, and the page does not` })
  }
  return faults
}

function countDigits(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [digit] of text.matchAll(/\p{N}/gu)) counts.set(digit, (counts.get(digit) ?? 0) + 1)
  return counts
}
