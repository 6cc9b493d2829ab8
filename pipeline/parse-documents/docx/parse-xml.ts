/**
 * One part of the package as a small tree of elements whose prefixes are always the same, whichever the writer chose and
 * whichever edition of the standard (transitional or strict) it follows. What could make a parser run away is looked for
 * before it starts: document types, which alone can declare entities, and elements nested without end.
 */
import type { Element, ElementContent, RootContent } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { Unreadable } from './unreadable.ts'

/** An element; white space is kept in its text. */
export interface XmlElement {
  /** With the prefix of `prefixes` below, such as `w:p`; `other:` stands before the rest. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

const office = 'http://schemas.openxmlformats.org'
const strict = 'http://purl.oclc.org/ooxml'

const prefixes: ReadonlyMap<string, string> = new Map([
  [`${office}/wordprocessingml/2006/main`, 'w'],
  [`${strict}/wordprocessingml/main`, 'w'],
  [`${office}/officeDocument/2006/relationships`, 'r'],
  [`${strict}/officeDocument/relationships`, 'r'],
  [`${office}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${strict}/drawingml/wordprocessingDrawing`, 'wp'],
  [`${office}/officeDocument/2006/math`, 'm'],
  [`${strict}/officeDocument/math`, 'm'],
  [`${office}/markup-compatibility/2006`, 'mc'],
  [`${office}/package/2006/relationships`, 'rel'],
  [`${office}/package/2006/content-types`, 'ct'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
])

/** Word nests about ten elements for each table in a table. */
const deepest = 500

/** Parses the bytes of the part `name`; throws Unreadable, naming the part. */
export function parseXml(bytes: Uint8Array, name: string): XmlElement {
  const text = decode(bytes, name)
  const danger = findDanger(text)
  if (danger) throw new Unreadable('seed-is-readable', `The part ${name} ${danger}`)
  let children: readonly RootContent[]
  try {
    children = fromXml(text).children
  } catch (error) {
    const { line, column } = error as { line?: number; column?: number }
    const place = line === undefined ? '' : ` (line ${line}, character ${column ?? 1} of the part)`
    throw new Unreadable('seed-is-readable', `The part ${name} is not valid XML${place}`)
  }
  const root = children.find(child => child.type === 'element')
  if (!root) throw new Unreadable('seed-is-readable', `The part ${name} is not valid XML`)
  return convert(root, new Map())
}

/** XML parts are UTF-8 or UTF-16 (ECMA-376, part 2). */
function decode(bytes: Uint8Array, name: string): string {
  const mark = `${bytes[0]},${bytes[1]}`
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable('seed-is-readable', `The part ${name} is not valid XML: it is not ${encoding.toUpperCase()}`)
  }
}

/** What must not reach the parser, as the rest of a sentence. Looks at every character once. */
function findDanger(text: string): string | undefined {
  let depth = 0
  let at = text.indexOf('<')
  while (at >= 0) {
    if (text.startsWith('<!--', at)) at = text.indexOf('-->', at + 4)
    else if (text.startsWith('<![CDATA[', at)) at = text.indexOf(']]>', at + 9)
    else if (text.startsWith('<?', at)) at = text.indexOf('?>', at + 2)
    else if (text.startsWith('<!', at)) return 'declares a document type, which no Word document does'
    else {
      const end = findTagEnd(text, at + 1)
      if (text[at + 1] === '/') depth -= 1
      else if (text[end - 1] !== '/') depth += 1
      if (depth > deepest) return `nests elements more than ${deepest} deep`
      at = end
    }
    if (at < 0) return undefined
    at = text.indexOf('<', at)
  }
  return undefined
}

/** The `>` that ends a tag, passing over attribute values; the text's end where there is none. */
function findTagEnd(text: string, from: number): number {
  let quote = ''
  for (let at = from; at < text.length; at += 1) {
    const character = text[at] as string
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '>') return at
  }
  return text.length
}

type Scope = ReadonlyMap<string, string>

function convert(element: Element, outer: Scope): XmlElement {
  const scope = declare(element, outer)
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(element.attributes)) {
    if (value !== null && value !== undefined && !name.startsWith('xmlns')) {
      attributes[name.includes(':') ? rename(name, scope) : name] = value
    }
  }
  const children: (XmlElement | string)[] = []
  for (const child of element.children) {
    const converted = convertChild(child, scope)
    if (converted !== undefined) children.push(converted)
  }
  return { name: rename(element.name, scope), attributes, children }
}

function convertChild(child: ElementContent, scope: Scope): XmlElement | string | undefined {
  if (child.type === 'element') return convert(child, scope)
  return child.type === 'text' || child.type === 'cdata' ? child.value : undefined
}

/** The prefixes in force inside an element, each with the one it is renamed to. */
function declare(element: Element, outer: Scope): Scope {
  let scope: Map<string, string> | undefined
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    scope ??= new Map(outer)
    scope.set(name.slice(6), prefixes.get(value ?? '') ?? 'other')
  }
  return scope ?? outer
}

function rename(name: string, scope: Scope): string {
  const colon = name.indexOf(':')
  return `${scope.get(colon < 0 ? '' : name.slice(0, colon)) ?? 'other'}:${name.slice(colon + 1)}`
}
