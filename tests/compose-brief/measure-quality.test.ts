import { describe, expect, test } from 'vitest'
import { assessSources } from '../../pipeline/assess-sources/index.ts'
import { buildBibliography } from '../../pipeline/build-bibliography/index.ts'
import { createLibrary } from '../../pipeline/compose-brief/library.ts'
import { measureQuality } from '../../pipeline/compose-brief/measure-quality.ts'
import { parseDocuments } from '../../pipeline/parse-documents/index.ts'
import { configWith, seedOf } from '../documents.ts'

const config = configWith()
const page = (title: string, url: string) => `${title} [Electronic resource]. - 2022. - URL: ${url}`

/** Measures a brief that shows the sentences with these words. */
async function measure(texts: readonly string[], shown: (text: string) => boolean) {
  const seeds = texts.map((text, index) => seedOf(text, `seed${index + 1}`))
  const cited = buildBibliography((await parseDocuments(seeds, config)).value, config).value
  const library = createLibrary(cited.documents, cited.bibliography, { figures: [], quotations: [], conflicts: [] })
  const statements = Array.from(library.sentences.values())
    .filter(({ sentence }) => shown(sentence.text))
    .map(({ sentence, paragraph }) => ({
      id: sentence.id,
      citations: sentence.notes.flatMap(mark => library.citationsOf(paragraph.seed, mark)),
    }))
  const linkTo = (paragraph: { id: string; seed: string }) => ({
    seedId: '',
    seedTitle: paragraph.seed,
    seedPath: paragraph.seed,
    href: `#${paragraph.id}`,
    unit: 'lines' as const,
    lines: '',
    startLine: 1,
    endLine: 1,
    section: '',
  })
  const listSources = () =>
    cited.documents.map(({ seed }) => ({
      id: seed.id,
      title: seed.metadata.title,
      path: seed.path,
      sha256: '',
      href: '',
      language: 'en',
    }))
  const parts = { keyFigures: [], figures: [], quotations: [] }
  // Twice over: a brief may show a sentence in several parts.
  const writer = { shown: [...statements, ...statements], linkTo, listSources }
  return measureQuality({ writer, parts }, assessSources(cited, config).value, library)
}

const text = `# Trade

This sentence is backed.[^1] The note of this one is cut off.[^2] The note of this one is lost.[^9] This one is bare. Both stand behind this one.[^9][^1]

This is bare again. And so is this one.

[^1]: ${page('Harbours of the north', 'https://press.example/harbours')}
[^2]: ${page('Timber goes east', 'https://press.example/timber-')}
[^3]: ${page('Nobody calls this', 'https://press.example/nobody')}
`

describe('statements are told apart by the best note they have', () => {
  test('each sentence once', async () => {
    const quality = await measure([text], () => true)
    expect(quality).toMatchObject({ statements: 7, backed: 2, cut: 1, lost: 1, unsourced: 3, share: 29 })
    expect(quality.citations).toEqual({ resolved: 1, truncated: 1, missing: 1 })
  })

  test('the share is all or nothing only where it is', async () => {
    expect((await measure([text], words => words === 'This sentence is backed.')).share).toBe(100)
    expect((await measure([text], words => words === 'This one is bare.')).share).toBe(0)
    const many = Array.from({ length: 300 }, (_, index) => `This is sentence ${index} of many.`).join(' ')
    expect(
      (
        await measure(
          [`# Trade\n\nThis sentence is backed.[^1] ${many}\n\n[^1]: ${page('A', 'https://a.example/b')}\n`],
          () => true,
        )
      ).share,
    ).toBe(1)
  })

  test('nothing shown is nothing measured', async () => {
    expect(await measure([text], () => false)).toMatchObject({
      statements: 0,
      share: 0,
      seeds: [],
      unsourcedPlaces: [],
    })
  })
})

test('places without a note are paragraphs, with the number of statements', async () => {
  const { unsourcedPlaces, moreUnsourced } = await measure([text, text], () => true)
  expect(unsourcedPlaces.map(({ places }) => places.map(({ href, count }) => [href, count]))).toEqual([
    [
      ['#seed1-p1', 1],
      ['#seed1-p2', 2],
    ],
    [
      ['#seed2-p1', 1],
      ['#seed2-p2', 2],
    ],
  ])
  expect(moreUnsourced).toBe(0)
})

test('more of them than can be read are counted', async () => {
  const paragraphs = Array.from({ length: 40 }, (_, index) => `Bare ${index}.`).join('\n\n')
  const { unsourcedPlaces, moreUnsourced } = await measure([`# Trade\n\n${paragraphs}\n`], () => true)
  expect([unsourcedPlaces[0]?.places.length, moreUnsourced]).toEqual([24, 16])
})

describe('findings are narrowed to the brief', () => {
  test('to the notes it cites, and notes of its seeds that no marker calls', async () => {
    const all = await measure([text], () => true)
    expect(all.findings.map(({ kind, note, href }) => [kind, note, href])).toEqual([
      ['cutAddress', '2', '../../sources/seed1.html#note-2'],
      ['uncited', '3', '../../sources/seed1.html#note-3'],
    ])
    const some = await measure([text], words => words === 'This sentence is backed.')
    expect(some.findings.map(({ kind }) => kind)).toEqual(['uncited'])
  })

  test('a pair of works concerns a brief that cites either', async () => {
    const first = `# One\n\nFirst comes this.[^1]\n\n[^1]: ${page('Harbours of the cold north sea', 'https://press.example/a')}\n`
    const second = first.replace('First', 'Second').replace('example/a', 'example/b').replace('2022', '2021')
    for (const only of ['First comes this.', 'Second comes this.']) {
      const { findings } = await measure([first, second], words => words === only)
      expect(findings).toMatchObject([
        { kind: 'lookalike', seedTitle: 'The seed2', other: { href: '../../sources/seed1.html#note-1' } },
      ])
    }
  })
})

test('more findings than can be read are counted', async () => {
  const notes = Array.from(
    { length: 30 },
    (_, index) => `[^${index + 1}]: ${page(`Work number ${index}`, `https://press.example/${index}`)}`,
  )
  const { findings, moreFindings } = await measure([`# Trade\n\nText.\n\n${notes.join('\n')}\n`], () => true)
  expect([findings.length, moreFindings]).toEqual([24, 6])
})
