import { describe, expect, it } from 'vitest'
import { readText } from './read-text.ts'

const eventsOf = (text: string) =>
  readText(text).value.events.map(({ kind, date, status, instrument, subject, parties }) =>
    [kind, date?.iso, status, instrument, subject, ...parties].filter(part => part !== undefined).join(' | '),
  )

describe('events', () => {
  it.each([
    [
      'On 5 June 2021, Kenya and Norway signed a memorandum of understanding on clean cooking.',
      'agreement | 2021-06-05 | signed | memorandum of understanding | on clean cooking | Kenya | Norway',
    ],
    [
      'The minister plans to sign an agreement with France in May 2025.',
      'agreement | 2025-05 | planned | agreement | France',
    ],
    ['The treaty between Peru and Chile was signed back in 1996.', 'agreement | 1996 | signed | treaty | Peru | Chile'],
    [
      'In March 2021 the Ministry of Energy of Ghana opened a plant in Accra.',
      'event | 2021-03 | Ministry of Energy of Ghana',
    ],
    ['Oslo University was founded in 1811.', 'event | 1811 | Oslo University'],
  ])('%s', (text, expected) => {
    expect(eventsOf(text)).toEqual([expected])
  })

  it.each([
    'In 2021 exports increased by 7%.',
    'For the nine months of 2022 the amount of transactions came to 27 million dollars.',
    'As of November 1, 2022, 103 firms had been accredited.',
    'They have already signed five agreements.',
  ])('none: %s', text => {
    expect(eventsOf(text)).toEqual([])
  })

  it('dates an agreement by the sentence before it', () => {
    const text = 'In May 2022 Acme joined the park. At the same time, a letter of intent was signed by Beta LLC.'
    expect(eventsOf(text)).toEqual([
      'event | 2022-05 | Acme',
      'agreement | 2022-05 | signed | letter of intent | Beta LLC',
    ])
  })
})

const quotationsOf = (text: string) =>
  readText(text).value.quotations.map(({ text: words, closed, note, speaker }) =>
    [words, closed ? 'closed' : 'open', note, speaker].filter(part => part !== undefined).join(' | '),
  )

describe('quotations', () => {
  it.each([
    ['Trade, "it is time to grow it"[^1], goes on.', ['it is time to grow it | closed | 1']],
    [
      '“Demand grew by 4% and will grow again”[^1], said Maria Lopez.',
      ['Demand grew by 4% and will grow again | closed | 1 | Maria Lopez'],
    ],
    [
      'According to the World Bank, «poverty has fallen for ten years»[^1].',
      ['poverty has fallen for ten years | closed | 1 | World Bank'],
    ],
    [
      'Müller sagte: „Wir haben 300 neue Stellen geschaffen“[^1].',
      ['Wir haben 300 neue Stellen geschaffen | closed | 1'],
    ],
    [
      '»Wir haben heute 300 neue Stellen geschaffen«[^1].',
      ['Wir haben heute 300 neue Stellen geschaffen | closed | 1'],
    ],
    [
      'The firm said: "The plant "Alfa" is working at full speed today"[^2].',
      ['The plant "Alfa" is working at full speed today | closed | 2'],
    ],
    ['They "aim at stronger ties in industry.[^3] Later they met.', ['aim at stronger ties in industry. | open | 3']],
    ['They "run trains to the port every day[^4] ". More follows.', ['run trains to the port every day | closed | 4']],
  ])('%s', (text, expected) => {
    expect(quotationsOf(text)).toEqual(expected)
  })

  it.each([
    'FEZ "Brest" and LLC "Terminal West" took part in the forum "New Horizons".',
    'He called it a "window" to the north and bought "vet-blue" leather.',
    'The decree No. 9 "On the Development of Relations between Towns" was signed.',
  ])('none: %s', text => {
    expect(quotationsOf(text)).toEqual([])
  })

  it('spans sentences, and its sentence with it', () => {
    const [quotation] = readText('They met. He said: "We build. We sell." After.').value.quotations
    expect(quotation).toMatchObject({ text: 'We build. We sell.', sentence: 'He said: "We build. We sell."' })
  })

  it('reports a mark that is never closed, at its place', () => {
    const { messages } = readText('They "aim at stronger ties in industry.[^3] Later they met.')
    expect(messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([
      ['quotation-is-balanced', 1, 6],
    ])
  })
})
