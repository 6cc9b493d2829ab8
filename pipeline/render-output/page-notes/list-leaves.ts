/**
 * Lists what a document shows, in its order: texts and pictures. It runs in the browser and is sent there as text: it calls
 * nothing from outside.
 */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Texts that are not blank, and pictures. */
export interface Leaves {
  readonly leaves: Node[]
  /** By leaf: the outermost thing around it that has parts beside one another, and ends where the longest of them does. */
  readonly holders: WeakMap<Node, Element>
}

/** The leaves of the document that have a place in its layout. */
export function listLeaves(): Leaves {
  const leaves: Node[] = []
  const holders = new WeakMap<Node, Element>()
  const range = document.createRange()
  const isShown = (node: Node) => {
    range.selectNode(node)
    return range.getClientRects().length > 0
  }
  const list = (node: Node, holder: Element | undefined): void => {
    const isPicture = node instanceof Element && /^(?:svg|img|canvas|video)$/i.test(node.tagName)
    const isText = node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? '')
    if (isPicture || isText) {
      if (!isShown(node)) return
      leaves.push(node)
      if (holder) holders.set(node, holder)
    } else if (node instanceof Element) {
      const { display } = getComputedStyle(node)
      const own = /flex|grid|table-row$/.test(display) ? node : undefined
      if (display !== 'none') for (const child of node.childNodes) list(child, holder ?? own)
    }
  }
  list(document.body, undefined)
  return { leaves, holders }
}
