import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createProject, type TestProject } from '../project.ts'

let project: TestProject
beforeEach(() => {
  project = createProject()
  project.write(
    'seeds/paper.md',
    [
      '# Trade',
      '',
      'Belarus and China signed an agreement in May 2022.[^1]',
      '',
      'Kazakhstan bought lumber worth 5 million dollars.[^2]',
      '',
      '[^1]: Novak, P. Roads & ports / P. Novak. - Minsk: BSU, 2020. - P. 18.',
      '[^2]: Lumber \\<sold\\> for \\$5 [Electronic resource]. - 2022. - URL: https://www.example.by/lumber_a~b-2022/',
      '',
    ].join('\n'),
  )
})
afterEach(() => project.remove())
const run = (...argv: string[]) => project.run('bibliography', ...argv)

describe('bibliography prints the works', () => {
  test('as CSL-JSON, to stdout alone', async () => {
    const { exitCode, out, error } = await run('--format', 'csl-json', '--quiet')
    expect([exitCode, error]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject([
      { id: 'novak2020roads', type: 'book', title: 'Roads & ports', publisher: 'BSU' },
      { type: 'webpage', title: 'Lumber <sold> for $5', URL: 'https://www.example.by/lumber_a~b-2022/' },
    ])
    expect((await run('--format', 'csl-json', '--quiet')).out).toBe(out)
  })

  test.each(['biblatex', 'bibtex', 'ris'])('as %s', async format => {
    const { out } = await run('--format', format)
    const type = { biblatex: '@biblatex/text', bibtex: '@bibtex/text', ris: '@ris/file' }[format]
    await import('@citation-js/plugin-ris')
    expect(plugins.input.chain(out, { generateGraph: false, forceType: type })).toMatchObject([
      { id: 'novak2020roads', title: 'Roads & ports' },
      { title: 'Lumber <sold> for $5', URL: 'https://www.example.by/lumber_a~b-2022/' },
    ])
  })

  test('of one theme: those its passages cite', async () => {
    const { out } = await run('--format', 'csl-json', '--theme', 'kazakhstan')
    expect(JSON.parse(out)).toMatchObject([{ title: 'Lumber <sold> for $5' }])
  })

  test('as a list in Markdown, numbered as the style numbers it', async () => {
    const { out } = await run('--format', 'markdown', '--theme', 'china,kazakhstan', '--audience', 'analyst')
    expect(out.split('\n')).toMatchObject([
      '# Belarus economic cooperation briefs: China, Kazakhstan',
      '',
      expect.stringMatching(/^1\. Novak P\. Roads \\& ports/),
      expect.stringMatching(/^2\. Lumber \\<sold\\> for \\\$5 .*\(<https:\/\/www\.example\.by\/lumber_a~b-2022\/>\)/),
      '',
    ])
  })

  test('as a page, in another style and its order', async () => {
    const { exitCode, out } = await run('--format', 'html', '--style', 'apa', '--output', 'list.html')
    expect([exitCode, out]).toEqual([0, ''])
    const html = project.read('list.html')
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(html).toContain('<li id="novak2020roads">Novak, P. (2020). <i>Roads &amp; ports</i>. BSU.</li>')
    expect(html).toContain('<a href="https://www.example.by/lumber_a~b-2022/" rel="noopener noreferrer">')
    expect(html.indexOf('Lumber')).toBeLessThan(html.indexOf('Novak'))
    expect(html).not.toContain('<sold>')
  })

  test('by a style of the project', async () => {
    project.write('own.csl', (await import('node:fs')).readFileSync('templates/styles/chicago-notes.csl'))
    expect((await run('--format', 'markdown', '--style', 'own.csl')).out).toMatch(/^- .*Novak, P\. \*Roads/m)
  })
})

describe('what is wrong is said', () => {
  test.each([
    [['--format', 'bibtexx'], 2, 'It must be one of csl-json, biblatex, bibtex, ris, markdown, html.'],
    [[], 2, "required option '--format <format>' not specified"],
    [['--format', 'ris', '--theme', 'nowhere'], 2, 'Known themes: china, kazakhstan, fez.'],
    [['--format', 'html', '--style', 'nowhere'], 2, 'There is no citation style'],
    [['--format', 'ris', '--theme', 'fez'], 1, 'the passages of fez cite none'],
    [['--format', 'ris', '--output', 'no/folder/x.ris'], 2, 'cannot be written (ENOENT)'],
  ])('%j', async (argv, exitCode, reason) => {
    const result = await run(...argv)
    expect([result.exitCode, result.out]).toEqual([exitCode, ''])
    expect(result.error).toContain(reason)
  })

  test('seeds without works', async () => {
    project.write('seeds/paper.md', '# Trade\n\nNothing is cited here.\n')
    const { exitCode, error } = await run('--format', 'ris')
    expect(exitCode).toBe(1)
    expect(error).toContain('no note of the seeds names one')
  })

  test('help has examples', async () => {
    const { exitCode, out } = await run('--help')
    expect(exitCode).toBe(0)
    expect(out).toContain('briefwright bibliography --format biblatex --output works.bib')
  })
})

test('a build publishes the works in three formats, and the portal links them', async () => {
  const { exitCode } = await project.run('build', '--format', 'html', '--theme', 'china', '--audience', 'press')
  expect(exitCode).toBe(0)
  const portal = project.read('out/index.html')
  const outputs = JSON.parse(project.read('out/manifest.json')).outputs.map(({ path }: { path: string }) => path)
  const names = ['bibliography/references.json', 'bibliography/references.bib', 'bibliography/references.ris']
  for (const name of [...names, 'bibliography/briefs.json', 'CITATION.cff']) {
    expect(portal).toContain(`href="${name}"`)
    expect(outputs).toContain(name)
  }
  expect(project.read('out/briefs/china/press.html')).toMatch(
    /To cite this brief:<\/b> Briefwright\. China: press brief\. – \(Belarus/,
  )
  const { out } = await run('--format', 'biblatex')
  expect(project.read('out/bibliography/references.bib')).toBe(out)
})
