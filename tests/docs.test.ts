import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../pipeline/diagnostics/rules.ts'

const root = path.join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

test('docs/rules.md lists every rule with its severity and help, and no other', () => {
  const rows = [...read('docs/rules.md').matchAll(/^\| `([\w-]+)` \| (\w+) \| (.+) \|$/gm)].map(
    ([, id, severity, help]) => [id, severity, help],
  )
  expect(rows).toEqual(Object.entries(rules).map(([id, { severity, help }]) => [id, severity, help]))
})

test('every dependency has its line in docs/dependencies.md', () => {
  const text = read('docs/dependencies.md')
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(read('package.json'))
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies }).filter(
    name => !name.startsWith('@types/'),
  )
  const missing = names.filter(
    name => !text.includes(name) && !text.includes(name.replace(/^@citation-js\/|^@fontsource\//, '')),
  )
  expect(missing).toEqual([])
})

test('works that the pages and the help name as examples are invented: no seed has their authors or words', () => {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ')
  const seeds = readdirSync(path.join(root, 'seeds')).map(name => plain(read(`seeds/${name}`)))
  const files = [...readdirSync(path.join(root, 'docs')).map(name => `docs/${name}`), 'pipeline/cli-inspect.ts']
  const texts = files.filter(name => /\.(?:md|ts)$/.test(name)).map(read)
  const examples = texts.flatMap(text => [
    ...[...text.matchAll(/\b([a-z]{3,})(?:19|20)\d\d[a-z]{3,}\b/g)].map(match => match[1] ?? ''),
    ...[...text.matchAll(/inspect uses "([^"]+)"/g)].map(match => match[1] ?? ''),
  ])
  expect(examples).toEqual(expect.arrayContaining(['novak', 'the salt roads']))
  expect(examples.filter(words => seeds.some(seed => seed.includes(plain(words))))).toEqual([])
})

describe('links between the pages lead somewhere', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(path.join(root, 'docs')).map(name => `docs/${name}`)]
  test.each(pages.filter(page => page.endsWith('.md')))('%s', page => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(match => match[1] ?? '')
    for (const link of links) expect(() => readFileSync(path.join(root, path.dirname(page), link))).not.toThrow()
  })
})
