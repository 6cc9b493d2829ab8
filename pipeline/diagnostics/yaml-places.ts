/**
 * Says what is wrong with a YAML file in words, and where: the line of the offending key, not of the file.
 */
import type { BaseIssue } from 'valibot'
import type { Document, LineCounter, YAMLError } from 'yaml'

/** What a schema found, as a sentence with the key's path, and the line and column of the key. */
export function describeYamlIssue(
  issue: BaseIssue<unknown>,
  document: Document,
  lines: LineCounter,
): { readonly reason: string; readonly place: string } {
  const keys = (issue.path ?? []).map(item => item.key as string | number)
  const name = keys.join('.') || 'the file'
  return { reason: reasonOf(issue, name), place: findPlace(document, keys, lines) }
}

function reasonOf(issue: BaseIssue<unknown>, name: string): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return `There is no setting named ${name}`
  if (issue.received === 'undefined') return `${name} is missing`
  const custom = issue.message.startsWith('Invalid')
    ? `must be ${issue.expected ?? 'valid'}, but is ${issue.received}`
    : issue.message
  return `${name} ${custom}`
}

/** `line:column` of the deepest key on the path that is in the file. */
function findPlace(document: Document, keys: readonly (string | number)[], lines: LineCounter): string {
  for (let length = keys.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(keys.slice(0, length), true)
    const range = (node as { range?: readonly number[] } | undefined)?.range
    if (range?.[0] !== undefined) {
      const { line, col } = lines.linePos(range[0])
      return `${line}:${col}`
    }
  }
  return '1:1'
}

/** The parser's complaint without its picture of the line. */
export function describeYamlSyntax(error: YAMLError): string {
  return (error.message.split('\n')[0] ?? error.message).replace(/ at line \d+, column \d+:?$/u, '')
}
