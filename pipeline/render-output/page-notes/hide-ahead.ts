/**
 * Hides what lies far ahead of the page that is being composed, as it would be laid out anew at each step, and shows it in
 * time. It runs in the browser and is sent there as text: it calls nothing from outside.
 */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** A document of which the beginning is laid out. */
export interface Ahead {
  /** Whether so much is shown behind a node that what follows cannot change where it stands. */
  readonly isSettled: (node: Node | undefined) => boolean
  readonly showMore: () => void
  readonly showAll: () => void
}

/** Prepares a function that hides all but the first blocks of an element; tables and what has columns are one block. */
export function prepareAhead(): (main: Element) => Ahead {
  const step = 12
  return main => {
    const blocks: HTMLElement[] = []
    const listBlocks = (element: Element): void => {
      const { display } = getComputedStyle(element)
      const holdsWords = [...element.childNodes].some(
        node => node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? ''),
      )
      const isOpen = /^(?:block|contents|flow-root)$/.test(display) && !holdsWords && element.childElementCount > 0
      if (isOpen) for (const child of element.children) listBlocks(child)
      else if (element instanceof HTMLElement && display !== 'none') blocks.push(element)
    }
    listBlocks(main)
    let shown = Math.min(step, blocks.length)
    const displays = blocks.map(({ style }) => style.display)
    for (const block of blocks.slice(shown)) block.style.setProperty('display', 'none', 'important')
    const show = (count: number) => {
      for (const [index, block] of blocks.entries())
        if (index >= shown && index < count) block.style.display = displays[index] ?? ''
      shown = Math.min(count, blocks.length)
    }
    return {
      isSettled: node => {
        const next = blocks[shown - 3]
        if (shown === blocks.length) return true
        if (!node || !next) return false
        return (node.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
      },
      showMore: () => show(shown + step),
      showAll: () => show(blocks.length),
    }
  }
}
