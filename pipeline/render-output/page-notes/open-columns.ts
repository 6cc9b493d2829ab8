/**
 * Lays a document out in columns as wide and high as its printed pages, so that the browser's own rules part it as they
 * will when it is printed, and tells where. It runs in the browser and is sent there as text: it calls nothing from outside.
 */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Ahead } from './hide-ahead.ts'
import type { Leaves } from './list-leaves.ts'
import type { PageArea } from './read-page-area.ts'

/** Where a column ends: in a leaf of the document, so many characters from its beginning. */
export interface ColumnEnd {
  readonly leaf: number
  readonly offset: number
}

/** A block put into the text. */
export interface Insert {
  /** What stands in the flow. */
  readonly outer: HTMLElement
  readonly inner: HTMLElement
}

/** A document in columns, which count from 0, as its pages do. */
export interface Columns {
  readonly height: (column: number) => number
  /** The last column that anything stands in. */
  readonly columnOf: (element: Element) => number
  /** Where the first thing behind a column begins, from a leaf on; null where nothing is left. */
  readonly findEnd: (column: number, from: number) => ColumnEnd | null
  /**
   * Makes the place where a column ends one before which something can be inserted, and gives the node and its first leaf.
   * Inside a cell or what else has something beside it there is none: then what stands beside goes to the next column as a
   * whole, and where that begins the column already, null is given.
   */
  readonly partAt: (
    end: ColumnEnd,
    column: number,
    from: number,
  ) => { readonly node: Node; readonly leaf: number } | null
  /** Puts an empty block before a node, or behind everything. */
  readonly insert: (before: Node | null, column: number) => Insert
  /** Takes away the first break that the style asks for inside of a node and that moves it behind a column. */
  readonly dropBreak: (node: Node, column: number) => boolean
  /** Makes an insert as wide as the page, and has it begin at the page's margin wherever the text around it stands. */
  readonly align: (insert: Insert) => void
  /** How far below the top of its column something begins, in pixels. */
  readonly topOf: (element: Element) => number
  /** Takes away the columns; what was told to begin one begins a page. */
  readonly close: () => void
}

/** Lays out the document that is shown, as far as it is needed. */
export function openColumns(area: PageArea, { leaves, holders }: Leaves, hideAhead: (main: Element) => Ahead): Columns {
  const { body } = document
  const main = body.querySelector('main') ?? body
  const gap = 400
  const step = area.width + gap
  const style = document.createElement('style')
  style.textContent = `body { width: ${area.width}px !important; height: ${area.height}px !important; margin: 0 !important; padding: 0 !important;
    overflow: visible !important; column-width: ${area.width}px !important; column-gap: ${gap}px !important; column-fill: auto !important }`
  document.head.append(style)
  const lead = document.createElement('div')
  lead.style.marginTop = `${area.height - area.firstHeight}px`
  body.prepend(lead)
  const told: [HTMLElement, 'breakBefore' | 'breakAfter'][] = []
  for (const element of body.querySelectorAll<HTMLElement>('*')) {
    const style = getComputedStyle(element)
    for (const side of ['breakBefore', 'breakAfter'] as const)
      if (/^(?:page|always|left|right|recto|verso)$/.test(style[side])) told.push([element, side])
  }
  for (const [element, side] of told) element.style[side] = 'column'

  const range = document.createRange()
  const rectsOf = (node: Node): readonly DOMRect[] => {
    if (node instanceof Element) return [...node.getClientRects()]
    range.selectNodeContents(node)
    return [...range.getClientRects()]
  }
  const origin = () => body.getBoundingClientRect().left
  /** What is not laid out yet comes later than anything. */
  const columnAt = (rect: DOMRect | undefined) =>
    rect ? Math.floor((rect.left - origin() + gap / 2) / step) : Number.POSITIVE_INFINITY
  const ahead = hideAhead(main)
  const leafAt = (index: number) => leaves[index] as Node
  const firstColumn = (node: Node) => columnAt(rectsOf(node)[0])
  const lastColumn = (node: Node) => columnAt(rectsOf(node).at(-1))

  /** The first of some numbers for which something holds, which then holds for all that follow. */
  const findFirst = (from: number, to: number, holds: (index: number) => boolean): number => {
    let [low, high] = [from, to]
    while (low < high) {
      const half = Math.floor((low + high) / 2)
      if (holds(half)) high = half
      else low = half + 1
    }
    return low
  }
  const offsetBehind = (text: Node, column: number): number => {
    const value = text.nodeValue ?? ''
    const isBehind = (index: number): boolean => {
      const next = index + (value.slice(index).match(/\S/)?.index ?? 0)
      if (next >= value.length) return true
      range.setStart(text, next)
      range.setEnd(text, next + 1)
      return columnAt([...range.getClientRects()].at(-1)) > column
    }
    const found = findFirst(0, value.length, isBehind)
    return found + (value.slice(found).match(/\S/)?.index ?? 0)
  }
  const findEnd: Columns['findEnd'] = (column, from) => {
    const find = () => {
      const isBehind = (index: number) => lastColumn(leafAt(index)) > column
      const holder = (index: number) => holders.get(leafAt(index)) ?? leafAt(index)
      let found = findFirst(from, leaves.length, index => lastColumn(holder(index)) > column)
      while (found < leaves.length && !isBehind(found)) found += 1
      return found
    }
    let leaf = find()
    while (!ahead.isSettled(leaves[leaf])) {
      ahead.showMore()
      leaf = find()
    }
    if (leaf >= leaves.length) return null
    const node = leafAt(leaf)
    const isCut = node.nodeType === Node.TEXT_NODE && firstColumn(node) <= column
    return { leaf, offset: isCut ? offsetBehind(node, column) : 0 }
  }

  const ancestors = (node: Node): HTMLElement[] => {
    const found: HTMLElement[] = []
    for (let above = node.parentElement; above && above !== body; above = above.parentElement) found.push(above)
    return found
  }
  /** The outermost thing around a node that begins in a column or before and has something beside it, with all of that. */
  const besideOthers = (node: Node, column: number): HTMLElement | undefined =>
    ancestors(node)
      .flatMap(element => {
        const { display, float, position } = getComputedStyle(element)
        const parent = element.parentElement as HTMLElement
        const around = getComputedStyle(parent).display
        const isNarrow = /grid/.test(around) && element.clientWidth < parent.clientWidth - 1
        const isBeside =
          display === 'table-cell' ||
          float !== 'none' ||
          position === 'absolute' ||
          /flex/.test(around) ||
          isNarrow ||
          display === 'inline-block'
        return isBeside && firstColumn(element) <= column ? [display === 'inline-block' ? element : parent] : []
      })
      .at(-1)
  /** The highest element that begins with a node behind a column. */
  const climb = (node: Node, column: number): Node => {
    let top = node
    for (const element of ancestors(node)) {
      const rects = rectsOf(element)
      if (rects.length > 0 && columnAt(rects[0]) <= column) break
      if (rects.length > 0) top = element
    }
    if (!(top instanceof HTMLTableSectionElement)) return top
    return top.rows[0] ?? top
  }
  /** With what must not be parted from it. */
  const withHead = (element: HTMLElement): HTMLElement => {
    const before = element.previousElementSibling
    if (before instanceof HTMLElement && /^avoid/.test(getComputedStyle(before).breakAfter)) return withHead(before)
    return element
  }
  const follows = (node: Node, other: Node) =>
    node === other || (node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

  const partAt: Columns['partAt'] = ({ leaf, offset }, column, from) => {
    const node = leafAt(leaf)
    const beside = besideOthers(node, column)
    if (beside) {
      const whole = withHead(beside)
      let first = leaf
      while (first > from && follows(whole, leafAt(first - 1))) first -= 1
      return first === from ? null : { node: whole, leaf: first }
    }
    if (offset === 0) return { node: climb(node, column), leaf }
    const rest = (node as Text).splitText(offset)
    leaves.splice(leaf + 1, 0, rest)
    return { node: rest, leaf: leaf + 1 }
  }

  const isAt = (element: HTMLElement, side: 'breakBefore' | 'breakAfter', node: Node, column: number): boolean =>
    side === 'breakAfter'
      ? !element.contains(node) && lastColumn(element) === column && follows(element, node)
      : follows(element, node) && firstColumn(element) > column

  const insert: Columns['insert'] = (before, column) => {
    const parent = before?.parentElement ?? main
    const isRow = before instanceof HTMLTableRowElement
    const isInline =
      before !== null &&
      (before.nodeType === Node.TEXT_NODE || getComputedStyle(before as Element).display.startsWith('inline'))
    const outer = document.createElement(isRow ? 'tr' : isInline ? 'span' : 'div')
    outer.className = 'page-foot'
    const inner = document.createElement('div')
    if (isRow) {
      const cell = outer.appendChild(document.createElement('td'))
      cell.colSpan = [...before.cells].reduce((sum, { colSpan }) => sum + colSpan, 0)
      const narrow = cell.appendChild(document.createElement('div'))
      narrow.className = 'page-foot'
      narrow.append(inner)
    } else {
      outer.append(inner)
      if (/grid/.test(getComputedStyle(parent).display)) outer.style.gridColumn = '1 / -1'
    }
    if (before) parent.insertBefore(outer, before)
    else parent.append(outer)
    // A break that the style asks for here comes after what is put in.
    if (before && firstColumn(inner) > column)
      for (const [element, side] of told) if (isAt(element, side, before, column)) element.style[side] = 'auto'
    return { outer, inner }
  }

  const dropBreak: Columns['dropBreak'] = (node, column) => {
    const isOpen = ({ style }: HTMLElement) => style.breakBefore === 'column'
    const next = told.find(([each]) => isOpen(each) && node.contains(each) && firstColumn(each) > column)
    if (next) next[0].style.breakBefore = 'auto'
    return next !== undefined
  }

  const align: Columns['align'] = ({ inner }) => {
    inner.className = 'page-notes'
    inner.style.width = `${area.width}px`
    inner.style.marginLeft = `${origin() + firstColumn(inner) * step - inner.getBoundingClientRect().left}px`
  }

  return {
    height: column => (column === 0 ? area.firstHeight : area.height),
    columnOf: element => columnAt([...element.getClientRects()].at(-1)),
    findEnd,
    partAt,
    insert,
    align,
    dropBreak,
    topOf: element => {
      const rect = element.getClientRects()[0] ?? element.getBoundingClientRect()
      const top = body.getBoundingClientRect().top
      return rect.top - top + (columnAt(rect) === 0 ? area.firstHeight - area.height : 0)
    },
    close: () => {
      ahead.showAll()
      for (const [element, side] of told)
        if (element.style[side] === 'column')
          element.style.removeProperty(side === 'breakBefore' ? 'break-before' : 'break-after')
      for (const foot of body.querySelectorAll<HTMLElement>('.page-foot'))
        if (foot.style.breakAfter === 'column') foot.style.breakAfter = 'page'
      lead.remove()
      style.remove()
    },
  }
}
