/**
 * Messages for people and for CI: by file, with place, severity, rule and remedy; as annotations where GitHub Actions shows
 * them at the line; and as data.
 */
import type { VFileMessage } from 'vfile-message'
import type { Config, Severity } from '../contract/config.ts'
import { severityOf } from './count-by-rule.ts'

/** How many messages of one rule are listed for a file; the rest are counted. */
const mostListed = 5

/** Lines of text, grouped by file; severities of `info` are listed only where `all` is set. */
export function reportMessages(
  messages: readonly VFileMessage[],
  overrides: Config['rules'],
  options: { readonly all?: boolean; readonly colour?: boolean } = {},
): string {
  const shown = messages.filter(({ ruleId }) => isListed(severityOf(ruleId, overrides), options.all === true))
  const files = new Map<string, VFileMessage[]>()
  for (const message of shown) {
    const list = files.get(message.file ?? '') ?? []
    files.set(message.file ?? '', [...list, message])
  }
  return [...files].map(([file, list]) => reportFile(file, list, overrides, options.colour === true)).join('\n')
}

function isListed(severity: Severity, all: boolean): boolean {
  return severity === 'error' || severity === 'warning' || (all && severity === 'info')
}

function reportFile(
  file: string,
  messages: readonly VFileMessage[],
  overrides: Config['rules'],
  colour: boolean,
): string {
  const lines = [paint(file, '4', colour)]
  const rules = [...new Set(messages.map(({ ruleId }) => ruleId))]
  for (const rule of rules) {
    const own = messages
      .filter(({ ruleId }) => ruleId === rule)
      .sort((left, right) => (left.line ?? 0) - (right.line ?? 0))
    const severity = severityOf(rule, overrides)
    for (const { line, column, reason } of own.slice(0, mostListed)) {
      const place = line === undefined || line === null ? '' : placeIn(file, line, column ?? 1)
      lines.push(
        `  ${paint(severity, severity === 'error' ? '31' : '33', colour)} ${rule}  ${reason}${place ? `\n    at ${place}` : ''}`,
      )
    }
    if (own.length > mostListed)
      lines.push(`    and ${own.length - mostListed} more of this rule; --json lists them all`)
    const help = own[0]?.note
    if (help) lines.push(`    ${paint(`→ ${help}`, '2', colour)}`)
  }
  return `${lines.join('\n')}\n`
}

/** A place in a form that terminals turn into a link, where the file can be opened at a line. */
export function placeIn(file: string, line: number, column: number): string {
  const place = placeWithoutLines(file, line)
  return place === undefined ? `${file}:${line}:${column}` : `${file}, ${place}`
}

/** A Word document has paragraphs, a PDF the lines of what was read from it; no program opens them there. */
function placeWithoutLines(file: string, line: number): string | undefined {
  if (/\.docx$/iu.test(file)) return `paragraph ${line}`
  return /\.pdf$/iu.test(file) ? `line ${line} of its text` : undefined
}

function paint(text: string, code: string, colour: boolean): string {
  return colour ? `\u001b[${code}m${text}\u001b[0m` : text
}

/** Workflow commands, one a line: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function annotateMessages(messages: readonly VFileMessage[], overrides: Config['rules']): string {
  const lines = messages.flatMap(({ ruleId, file, line, column, reason, note }) => {
    const severity = severityOf(ruleId, overrides)
    if (severity !== 'error' && severity !== 'warning') return []
    const described = line ? placeWithoutLines(file ?? '', line) : undefined
    const place = line && described === undefined ? `,line=${line},col=${column ?? 1}` : ''
    const where = described === undefined ? '' : `${described.charAt(0).toUpperCase()}${described.slice(1)}: `
    const text = escapeCommand(`${where}${note ? `${reason}. ${note}` : reason}`)
    return [`::${severity} file=${escapeProperty(file ?? '')}${place},title=${escapeProperty(ruleId ?? '')}::${text}\n`]
  })
  return lines.join('')
}

function escapeCommand(text: string): string {
  return text.replace(/%/gu, '%25').replace(/\r/gu, '%0D').replace(/\n/gu, '%0A')
}

function escapeProperty(text: string): string {
  return escapeCommand(text).replace(/:/gu, '%3A').replace(/,/gu, '%2C')
}

/** Messages as plain data, for JSON. */
export function describeMessages(messages: readonly VFileMessage[], overrides: Config['rules']) {
  return messages.map(({ file, line, column, ruleId, reason, note }) => ({
    file,
    line: line ?? null,
    column: column ?? null,
    rule: ruleId,
    severity: severityOf(ruleId, overrides),
    reason,
    help: note,
  }))
}
