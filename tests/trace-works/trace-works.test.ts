import { expect, test } from 'vitest'
import { buildBibliography } from '../../pipeline/build-bibliography/index.ts'
import type { Brief } from '../../pipeline/contract/brief.ts'
import type { Cite } from '../../pipeline/contract/citing.ts'
import { parseDocuments } from '../../pipeline/parse-documents/index.ts'
import { traceWorks } from '../../pipeline/trace-works/index.ts'
import { configWith, seedOf } from '../documents.ts'

const config = configWith()

async function trace(texts: readonly string[], briefs: readonly Brief[] = []) {
  const seeds = texts.map((text, index) => seedOf(text, `seed${index + 1}`))
  const { documents, bibliography } = buildBibliography((await parseDocuments(seeds, config)).value, config).value
  return traceWorks({ documents, bibliography, briefs }, config).value
}

const timber = 'Timber goes east again [Electronic resource]. - 2021. - URL: https://press.example/timber'
const book = 'Novak, P. Harbour towns / P. Novak. - Minsk: Press, 2022. - P.'

test('a work has its notes, and every marker with its sentence', async () => {
  const works = await trace([
    `# One\n\nTrade grew.[^1] It fell in May. Then it\ngrew again.[^2]\n\nAgain.[^1]\n\n[^1]: ${book} 7.\n[^2]: ${timber}\n`,
    `# Two\n\nNothing new.[^9]\n\n[^9]: ${book} 12.\n[^10]: ${timber}\n`,
  ])
  const [novak, press] = works
  expect(novak?.workId).toBe('novak2022harbour')
  expect(novak?.notes.map(({ seed, note, called }) => [seed, note, called])).toEqual([
    ['seeds/seed1.md', '1', true],
    ['seeds/seed2.md', '9', true],
  ])
  expect(novak?.places.map(({ seed, line, sentence, locator }) => [seed, line, sentence, locator?.value])).toEqual([
    ['seeds/seed1.md', 3, 'Trade grew.', '7'],
    ['seeds/seed1.md', 6, 'Again.', '7'],
    ['seeds/seed2.md', 3, 'Nothing new.', '12'],
  ])
  expect(press?.places).toMatchObject([{ line: 4, sentence: 'Then it grew again.', paragraph: 'seed1-p1' }])
  expect(press?.notes).toMatchObject([
    { seed: 'seeds/seed1.md', called: true },
    { seed: 'seeds/seed2.md', note: '10', called: false },
  ])
})

test('a marker in a heading has no sentence, and a lost note no work', async () => {
  const works = await trace([`# One[^1]\n\nText.[^2]\n\n[^1]: ${timber}\n`])
  expect(works).toHaveLength(1)
  expect(works[0]?.places).toMatchObject([{ note: '1', paragraph: null, sentence: null }])
})

test('a brief counts every place once, by part', async () => {
  const cite = (id: string) => ({ kind: 'cite', id }) as Cite
  const statement = (...cites: Cite[]) => ({ id: 's', inlines: cites, source: {} })
  const brief = {
    id: 'china/analyst',
    keyFigures: [],
    keyPoints: [statement(cite('cite-1'), cite('cite-2'))],
    sections: [],
    figures: [{ statement: statement(cite('cite-3')), cites: [cite('cite-3')] }],
    timeline: [],
    agreements: [],
    quotations: [],
    references: [{ workId: 'novak2022harbour', backLinks: [{ id: 'cite-1' }, { id: 'cite-3' }] }],
  } as unknown as Brief
  const [work] = await trace([`# One\n\nText.[^1]\n\n[^1]: ${book} 7.\n`], [brief])
  expect(work?.briefs).toEqual([{ brief: 'china/analyst', places: 2, parts: { keyPoints: 1, figures: 1 } }])
})

test('no documents, no works', async () => {
  expect(await trace([])).toEqual([])
})
