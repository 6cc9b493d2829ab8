/**
 * How deep a page's elements stand inside one another, told from its tags before it is parsed: building a tree for
 * thousands of levels takes minutes and then has no stack to be read with.
 */

/** Deeper than any page that people read; below what the recursions can bear. */
export const deepest = 800

/** Tags that need no end: the next of their kind, or that of another block, closes them. */
const selfClosing =
  /^(?:p|li|d[td]|t[rdh]|t(?:head|body|foot)|caption|colgroup|option|optgroup|r[tp]|a|html|head|body|area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/u

/** The greatest number of elements open at once; stops counting beyond the deepest that is read. */
export function measureDepth(text: string): number {
  const open = new Map<string, number>()
  let depth = 0
  let greatest = 0
  const tags = /<(\/?)([a-z][a-z0-9:-]{0,40})|<!--/giu
  for (let match = tags.exec(text); match && greatest <= deepest; match = tags.exec(text)) {
    const tag = match[2]?.toLowerCase()
    if (tag === undefined || /^(?:script|style)$/u.test(tag)) {
      const end = text.indexOf(tag === undefined ? '-->' : `</${match[2]}`, tags.lastIndex)
      if (end < 0) break
      tags.lastIndex = end + 3
      continue
    }
    const end = text.indexOf('>', tags.lastIndex)
    if (end < 0) break
    tags.lastIndex = end + 1
    const count = open.get(tag) ?? 0
    if (selfClosing.test(tag) || (text[end - 1] === '/' && ((open.get('svg') ?? 0) > 0 || (open.get('math') ?? 0) > 0)))
      continue
    if (match[1] === '') {
      open.set(tag, count + 1)
      depth += 1
      greatest = Math.max(greatest, depth)
    } else if (count > 0) {
      open.set(tag, count - 1)
      depth -= 1
    }
  }
  return greatest
}
