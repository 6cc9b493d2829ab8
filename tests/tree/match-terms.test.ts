import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileTerms } from '../../pipeline/tree/match-terms.ts'

const find = (terms: readonly string[], text: string, language = 'en') =>
  compileTerms(
    terms.map(term => ({ text: term })),
    language,
  )(text).map(({ start, end }) => text.slice(start, end))

describe('a term', () => {
  test.each<[string, readonly string[], string, readonly string[]]>([
    ['matches whole words', ['China'], 'China, not Chinatown or Indochina', ['China']],
    [
      'matches its plural and possessive',
      ['vineyard'],
      "A vineyard, two vineyards, the vineyard's wall",
      ['vineyard', 'vineyards', 'vineyard'],
    ],
    ['matches any ending after *', ['Norw*'], 'Norway, Norwegians, Norwich', ['Norway', 'Norwegians', 'Norwich']],
    ['matches endings inside a phrase', ['ship* yard'], 'a shipping yard', ['shipping yard']],
    ['matches beside a hyphen', ['Chilean'], 'Chilean-Peruvian trade', ['Chilean']],
    ['minds case in capitals alone', ['WTO', 'salmon'], 'wto, WTO and Salmon', ['WTO', 'Salmon']],
    ['in capitals has a plural', ['SME'], 'SMEs and an SME', ['SMEs', 'SME']],
    ['counts the longer of two once', ['wine', 'sparkling wine'], 'a sparkling wine', ['sparkling wine']],
    [
      'is a phrase of words side by side',
      ['sparkling wine'],
      'sparkling, wine; sparkling “wine”; sparkling\nwine',
      ['sparkling “wine', 'sparkling\nwine'],
    ],
    [
      'keeps the marks inside it',
      ["Côte d'Ivoire", 'COVID-19'],
      'Côte d’Ivoire after COVID-19 and COVID 19',
      ['Côte d’Ivoire', 'COVID-19'],
    ],
    ['is found in a script without spaces', ['葡萄酒'], '法国葡萄酒出口', ['葡萄酒']],
  ])('%s', (_name, terms, text, expected) => {
    expect(find(terms, text)).toEqual(expected)
  })

  test.each<[string, string, readonly string[], string, readonly string[]]>([
    [
      'English',
      'en',
      ['company', 'trade', 'plan'],
      'companies traded; planned trading plane',
      ['companies', 'traded', 'planned', 'trading'],
    ],
    [
      'English, and no other word of the stem',
      'en',
      ['resident', 'university'],
      'the residence, residential, universal; residents of universities',
      ['residents', 'universities'],
    ],
    [
      'Russian',
      'ru',
      ['рынок', 'верфь'],
      'на рынке, рынков; верфей, верфями',
      ['рынке', 'рынков', 'верфей', 'верфями'],
    ],
    ['Russian, and no other word of the stem', 'ru', ['страна'], 'странный, странам', ['странам']],
    [
      'German',
      'de',
      ['freie Wirtschaftszone', 'Land'],
      'in freien Wirtschaftszonen der Länder',
      ['freien Wirtschaftszonen', 'Länder'],
    ],
    [
      'French',
      'fr',
      ['zone franche', 'national'],
      'des zones franches nationales et nationaux',
      ['zones franches', 'nationales', 'nationaux'],
    ],
    ['Spanish', 'es', ['zona franca'], 'las zonas francas', ['zonas francas']],
  ])('matches the forms of a common word in %s', (_name, language, terms, text, expected) => {
    expect(find(terms, text, language)).toEqual(expected)
  })

  test('that is a name matches no common word by its stem', () => {
    expect(find(['Wells', 'Reading'], 'A well and two wells near Wells; he reads in Reading')).toEqual([
      'wells',
      'Wells',
      'Reading',
    ])
  })

  test.each<[string, readonly string[]]>([
    ['Китай', ['Китай', 'Китая', 'Китаю', 'Китаем', 'Китае']],
    ['Казахстан', ['Казахстан', 'Казахстана', 'Казахстану', 'Казахстаном', 'Казахстане']],
    ['Норвегия', ['Норвегия', 'Норвегии', 'Норвегию', 'Норвегией']],
    ['Канада', ['Канада', 'Канады', 'Канаде', 'Канаду', 'Канадой']],
    ['Беларусь', ['Беларусь', 'Беларуси', 'Беларусью']],
    ['Нидерланды', ['Нидерланды', 'Нидерландов', 'Нидерландам', 'Нидерландами', 'Нидерландах']],
    ['Поднебесная', ['Поднебесная', 'Поднебесной', 'Поднебесную']],
    ['норвежец', ['норвежец', 'норвежца', 'норвежцы', 'норвежцев', 'норвежцам']],
  ])('that is Russian is found in its cases: %s', (name, forms) => {
    expect(find([name], forms.join(' и '), 'ru')).toEqual(forms)
  })

  test('of several Russian words is found in its cases', () => {
    const forms = ['свободная экономическая зона', 'свободной экономической зоне', 'свободных экономических зон']
    expect(find(['свободная экономическая зона'], forms.join(', '), 'ru')).toEqual(forms)
  })

  test('that is a Russian name matches no common word by its cases', () => {
    expect(find(['Минск'], 'минска, Минска', 'ru')).toEqual(['Минска'])
  })
})

test('matches lie side by side, in order and inside the text, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string({ unit: 'grapheme', minLength: 1 })),
      (text, terms) => {
        let last = 0
        for (const { start, end } of compileTerms(
          terms.map(term => ({ text: term })),
          'en',
        )(`${text} ${terms.join(' ')}`)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
      },
    ),
  )
})
