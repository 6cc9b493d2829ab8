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

describe('links between the pages lead somewhere', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(path.join(root, 'docs')).map(name => `docs/${name}`)]
  test.each(pages.filter(page => page.endsWith('.md')))('%s', page => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(match => match[1] ?? '')
    for (const link of links) expect(() => readFileSync(path.join(root, path.dirname(page), link))).not.toThrow()
  })
})
