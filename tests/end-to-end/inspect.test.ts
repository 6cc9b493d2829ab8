import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProject, type TestProject } from '../project.ts'

const root = path.join(import.meta.dirname, '../..')
const seed = 'seeds/000_4af837fc92f3f660.txt'
let project: TestProject
beforeAll(() => {
  project = createProject()
  cpSync(path.join(root, 'seeds'), path.join(project.folder, 'seeds'), { recursive: true })
})
afterAll(() => project.remove())

async function inspect(...argv: string[]) {
  const { exitCode, out } = await project.run('inspect', ...argv)
  return { exitCode, json: JSON.parse(out) }
}

interface Node {
  readonly type: string
  readonly position?: { readonly start: { readonly line: number; readonly column: number } }
  readonly children?: readonly Node[]
  readonly data?: unknown
}

const flatten = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flatten)]

test('ast: an mdast root in which every node has its place', async () => {
  const { exitCode, json } = await inspect('ast', seed)
  expect(exitCode).toBe(0)
  const nodes = flatten(json)
  const count = (type: string) => nodes.filter(node => node.type === type).length
  expect([json.type, count('heading'), count('footnoteReference'), count('footnoteDefinition')]).toEqual([
    'root',
    5,
    115,
    27,
  ])
  expect(nodes.every(node => (node.position?.start.line ?? 0) > 0 && (node.position?.start.column ?? 0) > 0)).toBe(true)
  expect(JSON.stringify(json)).not.toContain('"segments"')
})

test('ast: a file that lies outside the project', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'elsewhere-'))
  const file = path.join(folder, 'paper.md')
  writeFileSync(file, '# Title\n\nText[^a].\n')
  const { json } = await inspect('ast', file)
  expect(flatten(json).map(({ type }) => type)).toEqual([
    'root',
    'heading',
    'text',
    'paragraph',
    'text',
    'footnoteReference',
    'text',
  ])
  rmSync(folder, { recursive: true })
})

test('bibliography: works as CSL-JSON, and a citation for every marker with its status', async () => {
  const { json } = await inspect('bibliography')
  expect(json.works).toHaveLength(27)
  const status = (wanted: string) =>
    json.citations.filter((citation: { status: string }) => citation.status === wanted).length
  expect([json.citations.length, status('resolved'), status('truncated'), status('missing')]).toEqual([115, 26, 1, 88])
  expect(json.citations[0]).toMatchObject({
    note: '1',
    locator: { label: 'page', value: '45' },
    seed,
    position: { start: { line: 19 } },
  })
})

test('passages: of one theme, with lines, score, reasons, text and notes', async () => {
  const { json } = await inspect('passages', '--theme', 'kazakhstan')
  expect(json.length).toBeGreaterThan(15)
  for (const passage of json) {
    expect(passage).toMatchObject({ seed, theme: 'kazakhstan' })
    expect(passage.startLine).toBeLessThanOrEqual(passage.endLine)
    expect(passage.reasons.length).toBeGreaterThan(0)
    expect(typeof passage.score).toBe('number')
  }
  const mention = json.find((passage: { startLine: number }) => passage.startLine === 96)
  expect(mention).toMatchObject({ grade: 'mentions', notes: ['5'] })
  expect(mention.sentences).toHaveLength(1)
})

describe('evidence', () => {
  test('figures carry value, unit, period, subject, sentence, place and note', async () => {
    const { json } = await inspect('evidence', '--theme', 'kazakhstan')
    const figure = json.figures.find(({ valueText }: { valueText: string }) => valueText === '$911.8 million')
    expect(figure).toMatchObject({ value: 911_800_000, unit: 'USD', seed, startLine: 514, endLine: 538, note: '19' })
    expect(figure.sentence).toContain('$911.8 million')
    expect(json.events.length).toBeGreaterThan(5)
    expect(json.quotations.length).toBeGreaterThan(10)
    const malformed = json.figures.find(({ wellFormed }: { wellFormed: boolean }) => !wellFormed)
    expect(malformed).toMatchObject({ valueText: '$1.092.5 billion', value: null })
  })
  test('a theme has a part of it all', async () => {
    const all = (await inspect('evidence')).json.figures.length
    const some = (await inspect('evidence', '--theme', 'fez')).json.figures.length
    expect(some).toBeGreaterThan(50)
    expect(some).toBeLessThan(all)
  })
})

test('brief: the view model of one brief', async () => {
  const { json } = await inspect('brief', '--theme', 'china', '--audience', 'executive')
  expect(json).toMatchObject({ id: 'china/executive', title: 'China: executive brief' })
  expect(json.keyPoints.length).toBeGreaterThan(4)
  expect(json.sections).toEqual([])
  const numbers = json.references.map(({ number }: { number: number }) => number)
  expect(numbers).toEqual(numbers.map((_: number, index: number) => index + 1))
})

test('--help shows examples, and a wrong command says where to find help', async () => {
  const help = await project.run('--help')
  expect(help.exitCode).toBe(0)
  expect(help.out).toContain('npm run build:reports -- --theme china')
  const wrong = await project.run('bild')
  expect(wrong.exitCode).toBe(2)
  expect(wrong.error).toMatch(/unknown command 'bild'/)
})
