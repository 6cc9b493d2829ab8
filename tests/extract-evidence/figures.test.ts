import { describe, expect, it } from 'vitest'
import { listFigures, readText } from './read-text.ts'

const figuresOf = (text: string) => readText(text).value.figures

describe('values and units', () => {
  it.each([
    ['Germany added 14.6 GW of solar capacity.', ['14.6 GW']],
    ['The grid operator invested €2.3bn and US$750 million.', ['2300000000 EUR', '750000000 USD']],
    [
      'It cost 27 million dollars, $ 12.3 million, 1 million euro and Br95.4 million.',
      ['27000000 USD', '12300000 USD', '1000000 EUR', '95400000 BYN'],
    ],
    ['The deal is worth $1.24 bln, over $750 mln of it in cash.', ['1240000000 USD', '750000000 USD']],
    [
      'They sold two and a half million seedlings for one billion Belarusian rubles.',
      ['2500000 seedlings', '1000000000 BYN'],
    ],
    ['A total of 1 200 000 tonnes of wheat were harvested, 5 % less than planned.', ['1200000 t', '5 %']],
    ['More than 18 thousand cubic meters of pellets lie on six hectares.', ['18000 m³', '6 ha']],
    ['The train runs at 80 km/h with a 1,200-head herd on board.', ['80 km/h', '1200 head']],
    ['The temperature dropped to -15 °C.', ['-15 °C']],
    ['The museum received half a million visitors.', ['500000 visitors']],
    ['They sold 5-10 million litres.', ['5000000 l', '10000000 l']],
    [
      'Exports grew 3.5-fold, imports doubled, transit rose three and a half times.',
      ['3.5 times', '2 times', '3.5 times'],
    ],
    ['Half of the buses, two-thirds of the trams and a fifth of all cars run on gas.', ['50 %', '66.67 %', '20 %']],
    ['Nine out of ten households have internet access.', ['90 %']],
    [
      'The share grew by 2.5 pp to a fifth; every third firm exports, one in six plans to.',
      ['2.5 percentage points', '20 %', '33.33 %', '16.67 %'],
    ],
    ['They spent nearly two thirds of a quarter of a million dollars.', ['66.67 %', '250000 USD']],
    [
      'Copper cost $4,980 per tonne, oil $65 a barrel and power £58.30/MWh.',
      ['4980 USD/t', '65 USD/barrel', '58.3 GBP/MWh'],
    ],
    ['The yield was 2.1 t/ha; a stamp cost 85 pence.', ['2.1 t/ha', '0.85 GBP']],
    ["The canton has 318'450 inhabitants and spent CHF 77'000.", ['318450 inhabitants', '77000 CHF']],
    [
      'An inflow of PLN 5 to 5.5 billion, or from £2.0 to £2.2 billion is expected.',
      ['5000000000 PLN', '5500000000 PLN', '2000000000 GBP', '2200000000 GBP'],
    ],
    ['They paid Br412 mln 300 thousand and 1 236,5 million zlotys.', ['412300000 BYN', '1236500000 PLN']],
    ['The zone issued 41 permits, against 33 in the east.', ['41 permits', '33 permits']],
    ['Customer accounts fell by 110,000 to 2.67 million.', ['110000 accounts', '2670000 accounts']],
    ['The town has a population of around 390,000.', ['390000 people']],
    ['It fell to minus 19.4 °C.', ['-19.4 °C']],
    ['Repeat them every second day in one of the halls.', []],
  ])('%s', (text, expected) => {
    expect(listFigures(text)).toEqual(expected)
  })
})

describe('amounts that are split', () => {
  it('over lines', () => {
    const text = 'It is "worth the equivalent of $ 12.3\nmillion" and 27\nmillion dollars.'
    expect(listFigures(text)).toEqual(['12300000 USD', '27000000 USD'])
  })

  it('over pages', () => {
    const body = Array(8)
      .fill('The report tells at length how timber is sold by whoever comes to the exchange of')
      .join('\n')
    const first = `The balance of trade\n\n${body}\nold harbour, and in 2021 it sold timber that was worth the equivalent of $ 12.3`
    const second = `million, and tea that nobody weighed for whoever had come there to the exchange of\n${body}\nold harbour.\n`
    expect(listFigures(`${first}\n\f${second}`, { mediaType: 'text/plain' })).toEqual(['12300000 USD 2021'])
  })
})

describe('counted nouns', () => {
  it.each([
    ['Some 300 delegates from over 40 countries took part.', ['300 delegates', '40 countries']],
    ['The school has 24,310 students, of whom 3,120 are doctoral candidates.', ['24310 students', '3120 students']],
    ['There are 74 Chinese and two Belarusian citizens.', ['74 citizens', '2 citizens']],
    ['The number of farms dropped from 900 to 650.', ['900 farms', '650 farms']],
    ['They built 100 thousand of these models and 20 international research centers.', ['100000 models', '20 centers']],
    ['Only one enterprise makes them.', ['1 enterprises']],
  ])('%s', (text, expected) => {
    expect(listFigures(text)).toEqual(expected)
  })
})

describe('what is no figure', () => {
  it.each([
    'The two countries and both sides met one another in one of the halls.',
    'Section 5 of Directive 2010/75/EU, No. 9 and sites #4 and #12 on Street 1.',
    'COVID-19 closed KazAgro-2022 and "3D Paperco" on Route 66.',
    'In 2019 and in 2021-2025 the programme of 1996 went on.',
    'The 12th session of the council met for the first time in the 19th century.',
    'Call +375 17 222-33-44 or visit https://example.org/2022/10 at 10:30.',
    'Hundreds of people and dozens of firms joined the Seven Seas.',
    'They met three times a week.',
  ])('%s', text => {
    expect(listFigures(text)).toEqual([])
  })
})

describe('periods', () => {
  it.each([
    ['In the first half of 2022 15 new plants opened.', '2022-01/2022-06'],
    ['During the three quarters of 2022, 27 firms were accredited.', '2022-01/2022-09'],
    ['By the end of 10 months of 2022, exports grew 6.6 times.', '2022-01/2022-10'],
    ['In the first decade of November 2022, 20 tons were sold.', '2022-11-01/2022-11-10'],
    ['As of November 1, 2022, 103 firms were listed.', '2022-11-01'],
    ['As of mid-April 2022, 89 residents were there.', '2022-04'],
    ['Goods worth $425 million were sold in January - June [2022], 4.4% more than in 2021.', '2022-01/2022-06'],
    ['Output rose by 26.4% compared to 2020.', undefined],
    ['The city, which was founded in 1703, has 5.6 million people.', undefined],
    ['Between 2015 and 2020 the region lost 250 farms.', '2015/2020'],
    ['In Q1 2023 unemployment stood at 5.2 percent.', '2023-01/2023-03'],
    ['Sales totalled $5.4m on 14 March 2023.', '2023-03-14'],
    ['By 2030 the plant will employ 400 people.', '2030'],
    ['The 30 firms moved to three quarters of the city.', undefined],
    ['In the I quarter of 2022 it sold 40 tons.', '2022-01/2022-03'],
    ['Under Decree No. 415 of 12 May 2017 the park sold 40 tons.', undefined],
    ['In the vote of 20 October 2019 turnout was 46.3%.', '2019-10-20'],
    ['The crisis of 2008 hit 40 firms.', undefined],
  ])('%s', (text, iso) => {
    expect(figuresOf(text)[0]?.period?.iso).toBe(iso)
  })

  it('takes `this year` from the text before it, then from the document', () => {
    expect(listFigures('In 2021 the mill opened. This year it sold 40 tons.')).toEqual(['40 t 2021'])
    expect(listFigures('This year it sold 40 tons.')).toEqual(['40 t 2024'])
    expect(listFigures('Last year it sold 40 tons.', { date: '2020-05-01' })).toEqual(['40 t 2019'])
  })

  it('goes by the year that the text speaks of, and no other', () => {
    const last = (text: string, date = '2022-11-18') => listFigures(text, { date }).at(-1)
    expect(last('In 2022 it sold more than in 2019. In March 40 tons were sold.')).toBe('40 t 2022-03')
    expect(last('In 2022 the rate fell from 21% in 2015 to 14%. In March 40 tons were sold.')).toBe('40 t 2022-03')
    expect(last('In 2022 it sold 9 tons, compared with 12 tons in 2020. It lost 40 tons.')).toBe('40 t 2022')
    expect(last('VELLMAR, 9 February 2023. The mill set a record in 2022. It sold 40 tons.')).toBe('40 t 2022')
    expect(last('In December it sold 40 tons.', '2023-01-15')).toBe('40 t 2022-12')
    expect(last('In December it will sell 40 tons.', '2023-01-15')).toBe('40 t 2023-12')
  })

  it('says what a period rests on', () => {
    const bases = figuresOf(
      'In 2021 it sold 5 tons. It bought 6 tons. This year it sold 7 tons. In May it sold 8 tons.',
    )
    expect(bases.map(({ period }) => period?.basis)).toEqual(['sentence', 'paragraph', 'relative', 'relative'])
  })

  it('hands a period on to the sentences that go on with it, and not to plans', () => {
    const text = 'In 2021 trade reached $190 million. Exports were $180 million. The plant will create 30 jobs.'
    expect(listFigures(text)).toEqual(['190000000 USD 2021', '180000000 USD 2021', '30 jobs'])
    expect(figuresOf(text).map(({ period }) => period?.basis)).toEqual(['sentence', 'paragraph', undefined])
  })

  it('takes a growth over the same months of last year as those of this year', () => {
    const text = 'In 2022 trade went on. Compared with January-September last year it has increased by 1.5 times.'
    expect(listFigures(text)).toEqual(['1.5 times 2022-01/2022-09'])
  })
})

describe('what else a figure tells', () => {
  it('has a qualifier', () => {
    const text =
      'More than 5 tons, almost 6 tons, about 7 tons, up to 8 tons, at least 9 tons, less than 10 tons. Sales exceeded 11 tons.'
    expect(figuresOf(text).map(({ qualifier }) => qualifier)).toEqual([
      'more than',
      'almost',
      'about',
      'up to',
      'at least',
      'less than',
      'more than',
    ])
  })

  it('has a measure', () => {
    const text =
      'Exports increased by 31.9%. The growth rate was 107.2%. Their share exceeded 95%. The 86th resident came. It sold 5 tons.'
    expect(figuresOf(text).map(({ measure }) => measure)).toEqual(['growth', 'index', 'share', 'rank', 'level'])
  })

  it('has a subject in the words of the sentence', () => {
    const text =
      'Industrial output increased by 26.4%, exports - $911.8 million. We can raise mutual supplies by $200 million.'
    const figures = figuresOf(text)
    expect(figures.map(({ subject }) => subject)).toEqual(['Industrial output', 'exports', 'mutual supplies'])
    for (const { sentence, subject } of figures) expect(sentence).toContain(subject)
  })

  it('has the note after it, or the one that closes its quotation', () => {
    const text = 'It sold 5 tons[^1], then 6 tons[^2]. "We make 7 tons. There are 8 shops"[^3]. It lost 9 tons.'
    expect(figuresOf(text).map(({ note }) => note)).toEqual(['1', '2', '3', '3', undefined])
  })

  it('points at its words in the seed', () => {
    const [figure] = figuresOf('First line\nsold $3 million.')
    expect(figure?.origin).toMatchObject({
      seed: 'seeds/sample.md',
      position: { start: { line: 2, column: 6 }, end: { line: 2, column: 16 } },
    })
  })

  it('keeps a malformed number as printed and says so', () => {
    const { value, messages } = readText('Trade amounted to $1.092.5 billion.')
    expect(value.figures).toMatchObject([
      { value: null, valueText: '$1.092.5 billion', unit: 'USD', wellFormed: false },
    ])
    expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['figure-is-well-formed', 1]])
  })
})

it('reads the basics of Russian', () => {
  const read = (text: string) => listFigures(text, { language: 'ru' })
  expect(read('В 2022 году экспорт вырос на 12,5% и составил 1,2 млрд долларов.')).toEqual([
    '12.5 % 2022',
    '1200000000 USD 2022',
  ])
  expect(read('За январь-сентябрь 2022 года создано более 1,5 тыс. рабочих мест.')).toEqual([
    '1500 мест 2022-01/2022-09',
  ])
  expect(read('Участок занимает около 25 га, инвестиции - 45 млн руб. в год.')).toEqual(['25 ha', '45000000 RUB'])
})

describe('Russian', () => {
  it.each([
    [
      'За девять месяцев 2022 года доля превысила две трети, каждый пятый доллар дал Китай.',
      ['66.67 % 2022-01/2022-09', '20 % 2022-01/2022-09'],
    ],
    ['В I квартале 2023 года собрали порядка полутора миллионов тонн зерна.', ['1500000 t 2023-01/2023-03']],
    ['В 2022 году доход вырос в полтора раза по сравнению с аналогичным периодом прошлого года.', ['1.5 times 2022']],
    [
      'С января по сентябрь 2021 года край принял 1 млн 284 тыс. туристов, на 46% больше, чем за тот же период 2020 года.',
      ['1284000 туристов 2021-01/2021-09', '46 % 2021-01/2021-09'],
    ],
    ['К 2024 году поток довести до 2-2,2 млн человек планируют.', ['2000000 человек 2024', '2200000 человек 2024']],
    ['Дивиденд составит 12 руб. 40 коп. на акцию, ставка снижена на 120 б. п.', ['12.4 RUB/акция', '120 basis points']],
    ['Резидентом стала 19-я компания, поголовье выросло на треть.', ['19 компания', '33.33 %']],
    ['Урожайность 28,4 ц/га, ночью было минус 3 °С, выпало 38 мм осадков.', ['28.4 ц/га', '-3 °C', '38 mm']],
    ['По МСФО 15 и п. 5 постановления № 308 на «Boeing 737» прибыло двести пять гостей.', ['205 гостей']],
  ])('%s', (text, expected) => {
    expect(listFigures(text, { language: 'ru', date: '2023' })).toEqual(expected)
  })

  it('tells a goal from a limit', () => {
    const qualifiers = (text: string) =>
      readText(text, { language: 'ru' }).value.figures.map(({ qualifier }) => qualifier)
    expect(qualifiers('Скорость поднялась до 82 км. Здесь работает до 90 человек. Собрали от 90 до 95 т.')).toEqual([
      undefined,
      'up to',
      undefined,
      undefined,
    ])
  })
})

it('reads the basics of German and French', () => {
  expect(
    listFigures(
      'Im Jahr 2022 betrug der Umsatz 3,87 Mrd. Euro, 6,4 % mehr als im Vorjahr, bei 4.216 Personen und rund 12,6 Hektar.',
      { language: 'de' },
    ),
  ).toEqual(['3870000000 EUR 2022', '6.4 % 2022', '4216 Personen 2022', '12.6 ha 2022'])
  expect(
    listFigures(
      "De juin à août 2022, la région a vendu 92 millions d'euros, soit 64 € par jour et 143 250 passagers.",
      { language: 'fr' },
    ),
  ).toEqual(['92000000 EUR 2022-06/2022-08', '64 EUR/day 2022-06/2022-08', '143250 passagers 2022-06/2022-08'])
})

describe('what part of a period the words name', () => {
  it.each([
    ['By the beginning of 2022, 718 firms had come.', '2022', 'start'],
    ['At the end of 2021 there were 85 residents.', '2021', 'end'],
    ['As of mid-April 2022 there were 89 residents.', '2022-04', 'middle'],
    ['By 2025, they had spent 8 million dollars.', '2025', 'by'],
    ['On 1 November 2022 there were 103 firms.', '2022-11-01', undefined],
    ['In 2022 there were 103 firms.', '2022', undefined],
  ])('%s', (text, iso, edge) => {
    const [figure] = figuresOf(text)
    expect(figure?.period).toMatchObject({ iso, ...(edge ? { edge } : {}) })
    expect(figure?.period?.edge).toBe(edge)
  })

  it('is handed on with the period', () => {
    const [, figure] = figuresOf('By the beginning of 2022, 718 firms had come. Exports rose by 17%.')
    expect(figure?.period).toMatchObject({ iso: '2022', edge: 'start', basis: 'paragraph' })
  })

  it.each([
    ['a task', 'In June 2021 the task was set to reach more than $1 billion a year.'],
    ['a distance', 'The port lies 45 kilometers from Obel, where in 2021 there was a fair.'],
  ])('%s has no date', (_, text) => {
    expect(figuresOf(text)[0]?.period).toBeUndefined()
  })
})

it('counts who takes part as a level, and what is added as a growth', () => {
  expect(figuresOf('The fair was attended by more than 30 firms.')[0]?.measure).toBe('level')
  expect(figuresOf('The number of firms increased by more than 30 firms.')[0]?.measure).toBe('growth')
  expect(figuresOf('The record growth of residents in 2021 - 21 - was seen in Obel.')[0]?.measure).toBe('growth')
})

it('takes over at the head of a sentence for a length of time and no qualifier', () => {
  const [figure] = figuresOf('Over a quarter of a century, the investment came to 1.8 billion dollars.')
  expect(figure?.qualifier).toBeUndefined()
})
