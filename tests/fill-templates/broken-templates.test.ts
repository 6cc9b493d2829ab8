/** What an author got wrong is said with the file and the line, as an error of configuration. */
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError } from '../../pipeline/diagnostics/config-error.ts'
import { fillTemplates } from '../../pipeline/fill-templates/index.ts'
import { createTranslate } from '../../pipeline/fill-templates/translate.ts'
import { copyTemplates, makeConfig, readAudience, readBrief } from './material.ts'

const view = { kind: 'brief', brief: readBrief('executive'), formats: ['html'] } as const

/** Fills with changed templates, and gives the error that comes of it. */
function failWith(change: (templates: string) => void): ConfigError {
  const templates = copyTemplates()
  change(templates)
  try {
    fillTemplates([view], makeConfig({}, templates))
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return error as ConfigError
  }
  throw new Error('The templates were filled')
}

const line = (text: string) => readFileSync(text, 'utf8').split('\n').length
const brief = (templates: string) => join(templates, 'audiences', 'executive', 'brief.hbs')

test.each([
  ['a field that is not there', '{{brief.titel}}', /no field "?titel/],
  ['a helper that is not there', '{{shout brief.title}}', /unknown helper shout/],
  ['a partial that is not there', '{{> nowhere}}', /nowhere/],
  ['a wording that is not there', "{{t 'no.such.key'}}", /No wording for "no\.such\.key"/],
  ['unescaped output', '{{{brief.title}}}', /Unescaped output/],
  ['unescaped output with an ampersand', '{{&brief.title}}', /Unescaped output/],
  ['a block left open', '{{#if brief.title}}', /Parse error|Expecting/],
])('%s', (_name, text, reason) => {
  let at = 0
  const error = failWith(templates => {
    at = line(brief(templates))
    appendFileSync(brief(templates), text)
  })
  expect(error.code).toBe('template-broken')
  expect(error.message).toMatch(reason)
  expect(error.place).toBe(`templates/audiences/executive/brief.hbs:${at}`)
  expect(error.remedy).toBeTruthy()
})

test('an error in a partial names the partial', () => {
  const error = failWith(templates => writeFileSync(join(templates, 'partials', 'cite.hbs'), '<sup>\n{{nummer}}</sup>'))
  expect([error.code, error.place]).toEqual(['template-broken', 'templates/partials/cite.hbs:2'])
})

test('a file that is not there', () => {
  const error = failWith(templates => rmSync(join(templates, 'audiences', 'executive', 'style.css')))
  expect([error.code, error.place]).toEqual(['template-missing', 'templates/audiences/executive/style.css'])
})

test('wording that is not YAML', () => {
  const error = failWith(templates => writeFileSync(join(templates, 'locales', 'en.yml'), 'page:\n  skip: a: b\n'))
  expect([error.code, error.place]).toEqual(['template-broken', 'templates/locales/en.yml:2'])
})

test('a font that is not installed', () => {
  const fonts = '- { family: Nowhere, package: "@fontsource/nowhere", role: text, faces: [{ weight: 400 }] }\n'
  const error = failWith(templates => writeFileSync(join(templates, 'fonts.yml'), fonts))
  expect(error.code).toBe('template-missing')
})

test.each([
  ['is missing', undefined, 'template-missing', 'templates/fonts.yml'],
  ['is not YAML', '- a: b: c\n', 'template-broken', 'templates/fonts.yml:1'],
  ['is empty', '', 'template-broken', 'templates/fonts.yml'],
  [
    'names a face that is not shipped',
    '- { family: S, package: "@fontsource/source-sans-3", role: text, faces: [{ weight: 450 }] }\n',
    'template-broken',
    'templates/fonts.yml',
  ],
])('fonts.yml %s', (_name, text, code, place) => {
  const error = failWith(templates => {
    rmSync(join(templates, 'fonts.yml'))
    if (text !== undefined) writeFileSync(join(templates, 'fonts.yml'), text)
  })
  expect([error.code, error.place]).toEqual([code, place])
})

test('a locale whose name is no language', () => {
  expect(() => createTranslate(new Map(), 'in_english')).toThrow(
    expect.objectContaining({ code: 'template-broken', place: 'templates/locales/in_english.yml' }),
  )
})

test('a fourth audience is a folder', () => {
  const templates = copyTemplates()
  const folder = join(templates, 'audiences', 'parliament')
  cpSync(join(templates, 'audiences', 'press'), folder, { recursive: true })
  writeFileSync(
    join(folder, 'brief.hbs'),
    '<main id="text">{{> masthead}}<p>{{t \'own.words\' count=brief.references.length}}</p></main>',
  )
  const audience = {
    ...readAudience('parliament', templates),
    wording: { 'own.words.one': '{count} work', 'own.words.other': '{count} works' },
  }
  const config = makeConfig({ audiences: [audience] }, templates)
  const own = { ...view.brief, audience: { id: 'parliament', title: 'For parliament' } }
  const [page] = fillTemplates([{ ...view, brief: own }], config).value
  expect(page?.path).toBe('briefs/china/parliament.html')
  expect(page?.html).toContain(`<p>${own.references.length} works</p>`)
})
