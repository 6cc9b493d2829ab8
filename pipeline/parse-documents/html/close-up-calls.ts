/**
 * Texts beside the calls of notes: the brackets around a call go, what parts several calls goes, and so does the space
 * that a call was set off with.
 */
import { type Child, isElement } from './elements.ts'

/** Children with the texts around calls closed up. */
export function closeUpCalls(children: readonly Child[]): readonly Child[] {
  return children.flatMap((child, index): readonly Child[] => {
    if (child.type !== 'text') return [child]
    const afterCall = isCall(children[index - 1])
    const beforeCall = isCall(children[index + 1])
    if (afterCall && beforeCall && /^[\s,;–-]+$/u.test(child.value)) return []
    const opened = afterCall && /[[【〔［]\s*$/u.test(textAt(children, index - 2))
    const closed = beforeCall && /^\s*[\]】〕］]/u.test(textAt(children, index + 2))
    const start = opened ? (/^\s*[\]】〕］]/u.exec(child.value)?.[0].length ?? 0) : 0
    let end = closed ? child.value.replace(/\s*[[【〔［]\s*$/u, '').length : child.value.length
    if (beforeCall && !closed && isGap(textAt(children, index + 2))) end = child.value.trimEnd().length
    if (start === 0 && end === child.value.length) return [child]
    return end <= start ? [] : [{ ...child, value: child.value.slice(start, end) }]
  })
}

function isCall(node: Child | undefined): boolean {
  return isElement(node, 'fn-ref')
}

/** Whether what follows a call brings its own space, or needs none. */
function isGap(text: string): boolean {
  return /^(?:[\s.,;:!?)»”…。，；：！？）]|$)/u.test(text)
}

function textAt(children: readonly Child[], index: number): string {
  const node = children[index]
  return node?.type === 'text' ? node.value : isElement(node) ? 'x' : ''
}
