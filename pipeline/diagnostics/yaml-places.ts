/**
 * Says what is wrong with a YAML file in words, and where: the line of the offending key, not of the file.
 */
import type { Point } from 'unist'
import type { BaseIssue } from 'valibot'
import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter, type YAMLError } from 'yaml'

/** What a schema found, as a sentence with the key's path, and the line and column of the key. */
export function describeYamlIssue(
  issue: BaseIssue<unknown>,
  document: Document,
  lines: LineCounter,
): { readonly reason: string; readonly place: string } {
  const keys = (issue.path ?? []).map(item => item.key as string | number)
  const { line, column } = findYamlPoint(document, keys, lines)
  return { reason: reasonOf(issue, nameOf(keys)), place: `${line}:${column}` }
}

/** `replace[2].from` */
function nameOf(keys: readonly (string | number)[]): string {
  const name = keys.map(key => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')
  return name.replace(/^\./u, '') || 'the file'
}

function reasonOf(issue: BaseIssue<unknown>, name: string): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return `There is no setting named ${name}`
  if (issue.received === 'undefined') return `${name} is missing`
  const custom = issue.message.startsWith('Invalid')
    ? `must be ${issue.expected ?? 'valid'}, but is ${issue.received}`
    : issue.message
  return `${name} ${custom}`
}

/** Where the value of the deepest key on the path stands that is in the file. */
export function findYamlPoint(document: Document, keys: readonly (string | number)[], lines: LineCounter): Point {
  let node: unknown = document.contents
  let offset = rangeOf(node) ?? 0
  for (const key of keys) {
    node = childAt(node, key)
    const start = rangeOf(node)
    if (start === undefined) break
    offset = start
  }
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

function rangeOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}

/** A number is a key in YAML, and text in the value made from it. */
function childAt(node: unknown, key: string | number): unknown {
  if (isSeq(node)) return node.items[Number(key)]
  if (!isMap(node)) return undefined
  return node.items.find(item => String(isScalar(item.key) ? item.key.value : item.key) === String(key))?.value
}

/** The parser's complaint without its picture of the line. */
export function describeYamlSyntax(error: YAMLError): string {
  return (error.message.split('\n')[0] ?? error.message).replace(/ at line \d+, column \d+:?$/u, '')
}
