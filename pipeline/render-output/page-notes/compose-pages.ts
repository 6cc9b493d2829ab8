/**
 * Composes a document page by page: as much text as leaves room for the notes cited in it, the notes below it at the foot,
 * and a break. What does not fit at a foot goes on at the next. It runs in the browser and is sent there as text.
 */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Columns } from './open-columns.ts'
import type { Entry, Feet, Foot } from './open-feet.ts'

/** What came of it. */
export interface Composed {
  readonly pages: number
  readonly feet: readonly Foot[]
  /** Whether nothing could be put on the last of the pages. */
  readonly isStuck: boolean
}

/** Composes what is laid out in columns, and closes both. */
export function composePages(columns: Columns, feet: Feet): Composed {
  /** Of a page, notes may take so much at the most. */
  const most = 0.6
  let start: Node | null = document.querySelector('main')
  let leaf = 0
  let mark = 0
  let carried: readonly Entry[] = []
  let page = 0
  const citedUpTo = (column: number) => {
    let next = mark
    while (next < feet.marks.length && columns.columnOf(feet.marks[next] as Element) <= column) next += 1
    return next
  }
  const entriesUpTo = (next: number) =>
    feet.gather(carried, feet.marks.slice(mark, next), element => columns.columnOf(element) + 1)

  /** Where a page ends so that the notes cited on it fit below its text. */
  const findEnd = () => {
    const spacer = start ? columns.insert(start, page) : null
    const tryRoom = (height: number) => {
      if (spacer) spacer.inner.style.height = `${height}px`
      const end = columns.findEnd(page, leaf)
      const stands = end === null || end.leaf > leaf || end.offset > 0
      return { height, end, stands, needs: feet.measure(entriesUpTo(citedUpTo(page))) }
    }
    let found = tryRoom(0)
    // The page's own break stands for one at the beginning of what it begins with.
    while (start && !found.stands && columns.dropBreak(start, page)) found = tryRoom(0)
    if (spacer && found.needs > 0) {
      const limit = columns.height(page) * most
      let tried = tryRoom(Math.min(found.needs, limit))
      while (!tried.stands && tried.height > 20) tried = tryRoom(tried.height / 2)
      if (tried.stands) found = tried
      // With fewer notes more text may fit, and with it fewer notes still than there is room for.
      for (let again = 0; again < 3 && found.needs < found.height - 8; again += 1) {
        tried = tryRoom(found.needs)
        if (tried.needs > tried.height) break
        found = tried
      }
    }
    // The last try may have been another.
    tryRoom(found.height)
    const next = found.end && columns.partAt(found.end, page, leaf)
    spacer?.outer.remove()
    return { end: found.end, next }
  }

  for (;;) {
    const { end, next } = findEnd()
    if (next && next.leaf <= leaf && (page > 0 || next.leaf < leaf))
      return { pages: page + 1, feet: feet.placed, isStuck: true }
    if (end && !next) {
      // Something that cannot be parted fills the page: its notes stand on the next that has a foot.
      const cited = citedUpTo(page)
      carried = entriesUpTo(cited)
      mark = cited
      start = null
      leaf = end.leaf
      page += 1
      continue
    }
    const foot = columns.insert(next?.node ?? null, page)
    if (carried.length > 0 || mark < feet.marks.length) columns.align(foot)
    if (next || !end) foot.outer.style.breakAfter = next ? 'column' : 'auto'
    if (next) dropMargin(next.node)
    const cited = end ? citedUpTo(page) : feet.marks.length
    const entries = entriesUpTo(cited)
    carried = feet.fill(foot.inner, entries, columns.height(page) - columns.topOf(foot.inner), page + 1)
    mark = cited
    if (!next && carried.length === 0) break
    if (!next) foot.outer.style.breakAfter = 'column'
    start = next?.node ?? null
    if (next) leaf = next.leaf
    else leaf = Number.MAX_SAFE_INTEGER
    page += 1
  }
  columns.close()
  feet.close()
  return { pages: page + 1, feet: feet.placed, isStuck: false }

  /** At a page's top there is no margin, as where the browser breaks by itself. */
  function dropMargin(node: Node): void {
    if (!(node instanceof HTMLElement)) return
    node.style.setProperty('margin-top', '0', 'important')
    const { borderTopWidth, paddingTop, display } = getComputedStyle(node)
    const first = node.firstElementChild
    const isOpen = display === 'block' || display === 'list-item'
    if (first && isOpen && Number.parseFloat(borderTopWidth) + Number.parseFloat(paddingTop) === 0) dropMargin(first)
  }
}
