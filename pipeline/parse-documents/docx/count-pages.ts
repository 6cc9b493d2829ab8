/**
 * Counts pages while the text is read. The author's breaks are certain; where other pages end is known only from the
 * last printing, whose mark stands a second time after an author's break and once in every column of a row.
 */

export interface PageCounter {
  readonly now: () => number
  /** The author ended the page. */
  readonly endPage: () => void
  /** The author wants a new page, if this one has text. */
  readonly beginPage: () => void
  /** The page ended here when the document was last printed. */
  readonly endRendered: () => void
  readonly addText: () => void
  /** Reads the cells of a row, which stand side by side: each begins on the row's first page. */
  readonly inColumns: <T>(readers: readonly (() => T)[]) => readonly T[]
}

/** A counter that begins on page `first`. */
export function createPageCounter(first: number): PageCounter {
  let page = first
  let hasText = false
  /** An author's break was counted, and the printing's mark for it is still to come. */
  let expectsMark = false
  const turn = () => {
    page += 1
    hasText = false
  }
  return {
    now: () => page,
    endPage: () => {
      turn()
      expectsMark = true
    },
    beginPage: () => {
      if (!hasText) return
      turn()
      expectsMark = true
    },
    endRendered: () => {
      if (expectsMark && !hasText) expectsMark = false
      else turn()
    },
    addText: () => {
      hasText = true
      expectsMark = false
    },
    inColumns: readers => {
      const start = { page, hasText, expectsMark }
      let last = start
      const results = readers.map(read => {
        page = start.page
        hasText = start.hasText
        expectsMark = start.expectsMark
        const result = read()
        if (page > last.page || (page === last.page && hasText)) last = { page, hasText, expectsMark }
        return result
      })
      page = last.page
      hasText = last.hasText
      expectsMark = last.expectsMark
      return results
    },
  }
}
