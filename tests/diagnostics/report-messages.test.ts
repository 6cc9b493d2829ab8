import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { countByRule, hasFailed } from '../../pipeline/diagnostics/count-by-rule.ts'
import { createMessage } from '../../pipeline/diagnostics/create-message.ts'
import { annotateMessages, reportMessages } from '../../pipeline/diagnostics/report-messages.ts'
import { rules } from '../../pipeline/diagnostics/rules.ts'

const at = (line: number) => ({
  file: 'seeds/a,b.txt',
  position: { start: { line, column: 3 }, end: { line, column: 9 } },
})
const messages = [
  ...Array.from({ length: 7 }, (_, index) => createMessage('figure-is-well-formed', `Figure ${index}`, at(70 - index))),
  createMessage('seed-is-readable', 'It is binary', { file: 'seeds/c.txt' }),
  createMessage('seed-has-metadata', 'No sidecar', at(1)),
]

test('messages are grouped by file and rule, in order of lines, with place and remedy, and long lists are cut', () => {
  const text = reportMessages(messages, {})
  expect(text).toMatch(/^seeds\/a,b\.txt\n {2}warning figure-is-well-formed {2}Figure 6\n {4}at seeds\/a,b\.txt:64:3\n/)
  expect(text).toContain('and 2 more of this rule')
  expect(text.match(/→ Check the number/g)).toHaveLength(1)
  expect(text).not.toContain('No sidecar')
  expect(reportMessages(messages, {}, { all: true })).toContain('No sidecar')
})

test('severity comes from the rule table and the project', () => {
  expect(countByRule(messages, {}).map(({ rule, severity, count }) => [rule, severity, count])).toEqual([
    ['seed-is-readable', 'error', 1],
    ['figure-is-well-formed', 'warning', 7],
    ['seed-has-metadata', 'info', 1],
  ])
  expect(hasFailed(messages, { rules: {}, strict: false })).toBe(true)
  expect(hasFailed(messages, { rules: { 'seed-is-readable': 'off' }, strict: false })).toBe(false)
  expect(hasFailed(messages, { rules: { 'seed-is-readable': 'off' }, strict: true })).toBe(true)
})

test('annotations name file, line and rule, escaped', () => {
  const [first] = annotateMessages(messages, {}).split('\n')
  expect(first).toMatch(/^::warning file=seeds\/a%2Cb\.txt,line=70,col=3,title=figure-is-well-formed::Figure 0\. Check/)
})

test('every rule in the table is reported somewhere', () => {
  const folder = path.join(import.meta.dirname, '../../pipeline')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.endsWith('rules.ts'))
    .map(name => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n')
  expect(Object.keys(rules).filter(rule => !sources.includes(`'${rule}'`))).toEqual([])
})
