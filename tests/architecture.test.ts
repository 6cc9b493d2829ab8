import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const files = listFiles('pipeline').filter(file => /\.ts$/.test(file) && !file.endsWith('.d.ts'))
const imports = new Map(files.map(file => [file, listImports(file)]))
const shared = ['contract', 'diagnostics', 'threads', 'tree']
const stages = readdirSync(path.join(root, 'pipeline'), { withFileTypes: true })
  .filter(entry => entry.isDirectory() && !shared.includes(entry.name))
  .map(({ name }) => name)

function listFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const name = `${folder}/${entry.name}`
    return entry.isDirectory() ? listFiles(name) : [name]
  })
}

/** What a file imports: files of the project by path, packages by name. */
function listImports(file: string): { readonly to: string; readonly typeOnly: boolean }[] {
  const source = readFileSync(path.join(root, file), 'utf8')
  const found = source.matchAll(
    /^(import|export)( type)?\b[^'";]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
  )
  return [...found].map(match => {
    const specifier = match[3] ?? match[4] ?? match[5] ?? ''
    const to = specifier.startsWith('.')
      ? path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier))
      : specifier
    return { to, typeOnly: match[2] !== undefined }
  })
}

const stageOf = (file: string): string | undefined => stages.find(stage => file.startsWith(`pipeline/${stage}/`))

test('the stages are those of the flow', () => {
  expect(stages.sort()).toEqual([
    'assess-sources',
    'build-bibliography',
    'check-links',
    'compose-brief',
    'compose-data',
    'compose-indexes',
    'compose-portal',
    'compose-source',
    'draw-charts',
    'extract-evidence',
    'fill-templates',
    'parse-documents',
    'publish',
    'read-seeds',
    'render-output',
    'select-passages',
    'suggest-themes',
    'trace-works',
    'verify-edition',
  ])
})

describe('a stage imports contract, diagnostics, threads, tree and its own files', () => {
  test.each(files.filter(stageOf))('%s', file => {
    const allowed = [...shared, stageOf(file)].map(folder => `pipeline/${folder}/`)
    const strangers = (imports.get(file) ?? []).filter(
      ({ to }) => to.startsWith('pipeline/') && !allowed.some(folder => to.startsWith(folder)),
    )
    expect(strangers).toEqual([])
  })
})

describe('what stages share imports no stage, and types import types', () => {
  test.each(files.filter(file => shared.some(folder => file.startsWith(`pipeline/${folder}/`))))('%s', file => {
    const toStages = (imports.get(file) ?? []).filter(({ to }) => stageOf(to) !== undefined)
    expect(toStages).toEqual([])
    if (file.startsWith('pipeline/contract/'))
      expect((imports.get(file) ?? []).filter(({ typeOnly }) => !typeOnly)).toEqual([])
  })
})

const reaches = (file: string, name: RegExp): boolean =>
  (imports.get(file) ?? []).some(({ to, typeOnly }) => !typeOnly && name.test(to))

test('only reading, template loading, rendering and publishing touch the disk', () => {
  const touching = files.filter(file => reaches(file, /^(?:node:)?(?:fs|fs\/promises|child_process)$|^cacache$/))
  const allowed =
    /^pipeline\/(?:read-seeds|render-output|publish)\/|^pipeline\/check-links\/keep-|^pipeline\/fill-templates\/load-|^pipeline\/(?:config|config-charts|config-commit|config-library|config-style|config-yaml|cli-inspect)\.ts$/
  expect(touching.filter(file => !allowed.test(file))).toEqual([])
})

test('only render-output knows puppeteer, and only fill-templates knows Handlebars', () => {
  expect(files.filter(file => reaches(file, /^puppeteer/) && stageOf(file) !== 'render-output')).toEqual([])
  expect(files.filter(file => reaches(file, /^handlebars/) && stageOf(file) !== 'fill-templates')).toEqual([])
})

test('only check-links opens connections, in one file, and only run.ts knows check-links', () => {
  const network = /^(?:node:)?(?:https?|http2|net|tls|dns|dns\/promises|dgram)$|^undici/
  const opening = files.filter(
    file =>
      reaches(file, network) ||
      /(?<![.\w])fetch\(|new (?:WebSocket|EventSource)\(/.test(readFileSync(path.join(root, file), 'utf8')),
  )
  expect(opening.sort()).toEqual(['pipeline/check-links/public-address.ts', 'pipeline/check-links/request-head.ts'])
  expect(files.filter(file => reaches(file, /^pipeline\/check-links\//) && stageOf(file) !== 'check-links')).toEqual([
    'pipeline/run.ts',
  ])
})

test('there is no import cycle', () => {
  const state = new Map<string, 'open' | 'done'>()
  const cycles: string[] = []
  const walk = (file: string, trail: readonly string[]) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '))
      return
    }
    state.set(file, 'open')
    for (const { to, typeOnly } of imports.get(file) ?? []) if (!typeOnly && imports.has(to)) walk(to, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of files) walk(file, [])
  expect(cycles).toEqual([])
})

describe('every file', () => {
  test.each(files)('%s has a telling name, a header and a readable length', file => {
    const source = readFileSync(path.join(root, file), 'utf8')
    expect(path.basename(file)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/)
    expect(path.basename(file)).not.toMatch(/util|helper|manager|service|misc|common/)
    expect(source.startsWith('/**\n')).toBe(true)
    const header = source.slice(0, source.indexOf('*/'))
    expect(header.length).toBeGreaterThan(60)
    const lines = source.split('\n').length
    if (lines > 260) expect(header).toMatch(/one file because/i)
  })
})

describe('every stage has an index that exports one function of its name', () => {
  test.each(stages)('%s', stage => {
    const source = readFileSync(path.join(root, 'pipeline', stage, 'index.ts'), 'utf8')
    const camel = stage.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    const functions = [...source.matchAll(/^export (?:async )?function (\w+)/gm)].map(match => match[1])
    expect(functions).toEqual([camel])
    expect(source).not.toMatch(/^export (?:\{|\*|const|let|class)/m)
  })
})

test('run.ts alone knows the order of the stages', () => {
  const others = files.filter(file => !stageOf(file) && file !== 'pipeline/run.ts')
  expect(others.filter(file => reaches(file, new RegExp(`^pipeline/(?:${stages.join('|')})/`)))).toEqual([])
})
