/**
 * Which sentences become key points, and in which order.
 */
import { expect, test } from 'vitest'
import { createLibrary } from '../../pipeline/compose-brief/library.ts'
import { gatherTheme } from '../../pipeline/compose-brief/theme-material.ts'
import { pointOf } from '../../pipeline/compose-brief/weigh-sentences.ts'
import { extractEvidence } from '../../pipeline/extract-evidence/index.ts'
import { selectPassages } from '../../pipeline/select-passages/index.ts'
import { configWith, documentsOf, themeOf } from '../documents.ts'

const norway = themeOf('norway', ['Norway', 'Norwegian'])

async function rank(text: string, theme = norway) {
  const config = configWith([theme])
  const documents = await documentsOf(text)
  const passages = selectPassages(documents, config).value
  const evidence = extractEvidence(documents, config).value
  const library = createLibrary(documents, { works: [] }, evidence)
  return gatherTheme(theme, passages, evidence, library)
}

const text = `# Timber

Trade between Vellmar and Norway amounted to $40 million in 2021. In 2021 the trade of Vellmar with Norway amounted to 40 million dollars. The Norwegian firm Aker bought 900 machines from Vellmar in May 2021. This suggests that Norway will buy more from Vellmar in years to come. As for Norway, it bought 800 machines from Vellmar in the same year.

# Schools

Norway and Vellmar signed an agreement on schools and on the training of teachers in March 2020. The parties agreed to meet again in Vellmar in the spring of 2022. Norwegian teachers like to work in the schools of Vellmar and of Obel.

# Ships

Note that 12 ships from Norway were repaired in the docks of Vellmar in 2021. The Norwegian harbour of Aker is a pleasant place for all who like harbours.
`

test('key points stand alone, without openers', async () => {
  const points = (await rank(text)).keyPoints.map(pointOf)
  for (const point of points) expect(point).not.toMatch(/^(?:This|As for|The parties|Note that|In addition)/)
  expect(points).toContain('12 ships from Norway were repaired in the docks of Vellmar in 2021.')
})

test('the first of them come from different sections, and tell a number or an agreement', async () => {
  const first = (await rank(text)).keyPoints.slice(0, 3)
  expect(new Set(first.map(({ passage }) => passage.id)).size).toBe(3)
  for (const point of first) expect(pointOf(point)).toMatch(/\d+ (?:million|ships|machines)|\$40|agreement/)
})

test('two sentences that say the same do not stand together', async () => {
  const points = (await rank(text)).keyPoints.map(pointOf).slice(0, 4)
  expect(points.filter(point => /amounted to/.test(point))).toHaveLength(1)
})

test('a name that many things bear points to one named before', async () => {
  const zones = themeOf('zones', ['free port', 'FP'])
  const points = (
    await rank(
      `# Ports

The free ports of Vellmar exported goods worth $90 million in 2021. In March 2021 the FP took in 12 new firms from Obel and Aker. In April 2021 the FP "Vellmar East" took in 11 new firms from Obel and Aker. All FPs of Vellmar lie on the northern shore of Lake Amsel.
`,
      zones,
    )
  ).keyPoints.map(pointOf)
  expect(points.join(' ')).toContain('the FP "Vellmar East" took in')
  expect(points.join(' ')).not.toContain('the FP took in')
})

test('a key figure is a sum with its year rather than a small count', async () => {
  const { keyFigures } = await rank(text)
  expect(keyFigures[0]?.valueText).toMatch(/40 million/)
})
