/**
 * Looking things up in a part's tree: children by name, the values of properties as OOXML writes them, and the one of
 * several alternatives that is read.
 */
import type { XmlElement } from './parse-xml.ts'

/** The first child element of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of element?.children ?? []) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}

/** The child elements, all or of one name. */
export function childrenOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

/** The text of an element and all it holds. */
export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map(child => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** `w:val` of a child. */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val']
}

/** A property that is on by being there, unless its value says no; undefined where it is not there. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name)
  return found && !/^(?:0|false|off|none)$/u.test(found.attributes['w:val'] ?? '')
}

/** A whole number; undefined where the text is none. */
export function numberFrom(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d{1,9}$/u.test(text) ? Number(text) : undefined
}

/** The variant of `mc:AlternateContent` that is read: the first choice, or the fallback. */
export function chooseAlternative(element: XmlElement): XmlElement | undefined {
  return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')
}
