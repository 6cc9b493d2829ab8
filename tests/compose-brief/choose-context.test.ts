/**
 * Which words stand before a sentence that does not say whom it speaks of, in a made-up report.
 */
import { expect, test } from 'vitest'
import { chooseContext, chooseLeadIn } from '../../pipeline/compose-brief/choose-context.ts'
import { joinNames, themeNames } from '../../pipeline/compose-brief/stands-alone.ts'
import { documentsOf, themeOf } from '../documents.ts'

const zones = themeNames(themeOf('zones', ['free port', 'FP']), ['All FPs lie on the shore.'])

/** What is shown before the last sentence of a paragraph; null where it needs nothing. */
async function contextOf(text: string) {
  const [document] = await documentsOf(text)
  const paragraph = document?.paragraphs.at(-1)
  const last = paragraph?.sentences.at(-1)
  if (!paragraph || !last) throw new Error('no sentence')
  const context = chooseContext(last, paragraph, document?.paragraphs.slice(0, -1) ?? [], joinNames([zones]))
  return context ? `${context.gapBefore ? '[…] ' : ''}${context.text}${context.gap ? ' […]' : ''}` : null
}

test.each([
  [
    'the firm named last, and not the one that the paragraph opens with',
    'In May the firm "Aker" joined the FP "Vellmar". Earlier in 2021 the company "Obelta" Ltd. was registered there. Work began this year. The costs will be more than 23 million dollars.',
    'Earlier in 2021 the company "Obelta" Ltd. was registered there. […]',
  ],
  [
    'the port for a port, whatever firm was named since',
    'Let us turn to FP "Vellmar". Aker LLC makes paper. In 2021, firms of the FP exported goods worth $950 million.',
    '[…] FP "Vellmar" […]',
  ],
  [
    'the firm for a firm, whatever place was named since',
    'In June Aker LLC was registered. Its works stand in Obel Region. The FP "Vellmar" gave land. The company plans to create 20 jobs.',
    'In June Aker LLC was registered. […]',
  ],
  [
    'a firm that `it is` presents',
    'In March a fifth resident came. It is the trading company Nordby, which makes drills. The project envisages more than 40 jobs.',
    'It is the trading company Nordby, which makes drills.',
  ],
  [
    'no place where something is',
    'Let us start with FP "Vellmar". The first such port in Norway was built in 1996. Over the years the investment came to 1.8 billion dollars.',
    'Let us start with FP "Vellmar". […]',
  ],
  [
    'the name alone, where it lasts',
    'In the plans for the growth of the country until 2030, the industrial park "Great Elm" is named as the place for new firms, as the ministers, the regions and the banks have agreed after years of talks. By now 37 firms make goods in the park.',
    '[…] park "Great Elm" […]',
  ],
  [
    'what a pronoun stands for: the sentence before',
    'Aker LLC makes paper. In May the trade in timber was the largest of all years. It amounted to 85 million dollars.',
    'In May the trade in timber was the largest of all years.',
  ],
  [
    'a port named some paragraphs before',
    'FP "Vellmar" grows. Aker LLC makes paper.\n\nIn May two new firms were registered in the FP.',
    'FP "Vellmar" […]',
  ],
  [
    'the sentence before, where nobody is named',
    'By mid-May the number of residents had grown. New ones come each week. In the park exports grew 1.4 times.',
    'New ones come each week.',
  ],
])('%s', async (_, text, expected) => {
  expect(await contextOf(text)).toBe(expected)
})

test.each([
  ['names its subject', 'Aker LLC makes paper. In 2021 Obelta Ltd. sold goods worth 5 million dollars.'],
  ['opens its paragraph', 'It amounted to 5 million dollars.'],
  ['speaks of all of a kind', 'Aker LLC makes paper. In 2021 a quarter of exports came from firms of the FPs.'],
  ['names a people', 'Aker LLC makes paper. More than 500 Norwegian students live in the town of Obel.'],
])('nothing before a sentence that %s', async (_, text) => {
  expect(await contextOf(text)).toBeNull()
})

test('the words that lead up to a quotation, where they name somebody', async () => {
  const [document] = await documentsOf(
    'Nordby is a town. The managers of Aker LLC hope "to sell more paper". The document "provides for exchange".',
  )
  const paragraph = document?.paragraphs[0]
  const leadIn = (index: number) => {
    const sentence = paragraph?.sentences[index]
    if (!paragraph || !sentence) throw new Error('no sentence')
    return chooseLeadIn(sentence, sentence.text.indexOf('"') + 1, paragraph, [], joinNames([]))
  }
  expect(leadIn(1)).toMatchObject([{ text: 'The managers of Aker LLC hope', gap: false, leadsIn: true }])
  expect(leadIn(2)).toMatchObject([
    { text: 'The managers of Aker LLC hope "to sell more paper".', leadsIn: false },
    { text: 'The document', leadsIn: true },
  ])
})
