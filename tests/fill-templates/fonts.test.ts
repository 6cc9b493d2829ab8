/** A page carries the fonts its characters need, and no others. */
import { expect, test } from 'vitest'
import {
  chooseFaces,
  type FontFamily,
  formatUnicodeRange,
  parseUnicodeRange,
  withoutCharacters,
} from '../../pipeline/fill-templates/choose-faces.ts'
import { fillTemplates } from '../../pipeline/fill-templates/index.ts'
import { makeConfig, readBrief } from './material.ts'

const config = makeConfig()

/** The faces of a page whose one key point is `text`, as `family weight style first-range`. */
function facesOf(text: string): string[] {
  const brief = readBrief('executive')
  const keyPoints = brief.keyPoints.slice(0, 1).map(point => ({ ...point, inlines: [{ kind: 'text', text } as const] }))
  const shown = {
    ...brief,
    keyPoints,
    keyFigures: [],
    references: [],
    lostNotes: [],
    quality: { ...brief.quality, lost: 0 },
  }
  const html = fillTemplates([{ kind: 'brief', brief: shown, formats: ['html'] }], config).value[0]?.html ?? ''
  return [...html.matchAll(/@font-face\{font-family:"([^"]+)";.*?unicode-range:(U\+[^,}]+)/g)].map(
    ([, family = '', range = '']) => `${family} ${range}`,
  )
}

const latin = [...Array<string>(3).fill('Source Serif 4 U+0-FF'), ...Array<string>(2).fill('Source Sans 3 U+0-FF')]
const dagger = 'Dagger U+2020'

test('English takes the Latin files and the dagger', () => {
  expect(facesOf('Trade grew by 5% in 2022 — “half”.')).toEqual([...latin, dagger])
})

test('Russian adds the Cyrillic files', () => {
  const faces = facesOf('Торговля № 1')
  expect(faces).toHaveLength(latin.length * 2 + 1)
  expect(faces.filter(face => face.endsWith('U+301'))).toHaveLength(5)
})

test('Chinese adds the few chunks that hold its characters', () => {
  const chunks = facesOf('中国 (中华人民共和国)').filter(face => face.startsWith('Noto'))
  expect(chunks.length).toBeGreaterThan(0)
  expect(chunks.length).toBeLessThan(8)
})

test.each([
  ['abc', ['Text: latin']],
  ['é', ['Text: latin']],
  ['ş', ['Text: extended']],
  ['中', ['Spare: [7]']],
  ['†a', ['Text: latin', 'Mark: extended']],
  ['a中é', ['Text: latin', 'Spare: [7]']],
  [' \n', []],
])('the subsets for %j', (text, expected) => {
  const subset = (name: string, unicodeRange: string) => ({
    name,
    unicodeRange,
    ranges: parseUnicodeRange(unicodeRange),
  })
  const latinSubset = subset('latin', 'U+0000-00FF,U+2000-206F')
  const extended = subset('extended', 'U+0100-02BA,U+2020')
  const families: FontFamily[] = [
    { name: 'Text', role: 'text', subsets: [latinSubset, extended] },
    { name: 'Mark', role: 'text', characters: '†', subsets: [extended] },
    { name: 'Spare', role: 'fallback', subsets: [latinSubset, subset('[7]', 'U+4E2D')] },
  ]
  const chosen = chooseFaces(text, families).flatMap(({ family, subsets }) =>
    subsets.map(({ name }) => `${family.name}: ${name}`),
  )
  expect(chosen).toEqual(expected)
})

test.each([
  ['U+2000-206F', '†', 'U+2000-201F,U+2021-206F'],
  ['U+2020', '†', ''],
  ['U+2020-2030,U+41', '†', 'U+2021-2030,U+41'],
  ['U+0-FF', '†', 'U+0-FF'],
])('%s without %s', (range, characters, expected) => {
  expect(formatUnicodeRange(withoutCharacters(parseUnicodeRange(range), characters))).toBe(expected)
})
