/**
 * Russian tables for the basics: numbers with their scales, money, per cent, measures, months and years. What has no
 * table of its own here is taken from English and matches nothing in Russian text.
 */
import { phraseTable, wordMap, wordSet } from '../phrases.ts'
import { english } from './english.ts'
import type { Edge, Language, Qualifier, RelativeYear, TimeRole } from './language.ts'
import { claims } from './russian-claims.ts'
import { numbers } from './russian-numbers.ts'
import { events, quotations } from './russian-statements.ts'

/** The case forms of a word: its stem with each ending. */
function forms(stem: string, endings: string): string {
  return endings
    .split(' ')
    .map(ending => stem + (ending === '-' ? '' : ending))
    .join(' ')
}

const month = 'ь я е ю ем'

export const russian: Language = {
  ...english,
  numbers,
  units: {
    percent: phraseTable({ '%': '%|процент|процента|процентов|проц .' }),
    times: wordSet('раз раза'),
    currencies: phraseTable({
      BYN: 'белорусских рублей|бел . руб .|бел . рублей|белорусского рубля',
      USD: 'долларов сша|доллара сша|долл . сша|долларов|доллара|доллар|долл .|долл',
      EUR: 'евро',
      CNY: 'юаней|юаня|юань|китайских юаней',
      KZT: 'тенге',
      RUB: 'российских рублей|рос . руб .|рублей|рубля|рубль|руб .|руб',
    }),
    measures: phraseTable({
      'm³': 'кубометров|кубометра|куб . м|кубических метров',
      'm²': 'квадратных метров|квадратных метра|кв . м',
      'km²': 'квадратных километров|кв . км',
      t: 'тонн|тонны|тонна|тонну|т',
      kg: 'килограммов|килограмма|килограмм|кг',
      km: 'километров|километра|км',
      m: 'метров|метра|м',
      ha: 'гектаров|гектара|га',
      l: 'литров|литра|л',
      'km/h': 'километров в час|км / ч',
      kW: 'кВт|киловатт',
      MW: 'мегаватт|мвт',
      GW: 'гигаватт|гвт',
      kWh: 'квт · ч|квт ч|киловатт-часов',
      'percentage points': 'процентных пункта|процентных пунктов|процентного пункта|п . п .|п . п|п . п.',
      'basis points': 'базисных пунктов|базисных пункта|б . п .|б . п',
      mm: 'миллиметров|мм',
      cm: 'сантиметров|см',
      '°C': 'градусов цельсия|градуса цельсия|градусов|градуса',
      'ц/га': 'ц / га|ц с га|центнеров с гектара',
    }),
    subunits: phraseTable({ RUB: 'копеек|копейки|копейка|коп .|коп' }),
    per: wordSet('за на в с'),
    rates: phraseTable({
      сутки: 'сутки',
      день: 'день',
      ночь: 'ночь',
      месяц: 'месяц',
      час: 'час',
      акция: 'акцию',
      человек: 'человека',
      баррель: 'баррель',
    }),
  },
  qualifiers: phraseTable<Qualifier>({
    'more than': 'более|более чем|больше|свыше|превысил|превысила|превысило|превысили',
    almost: 'почти|без малого',
    about: 'около|примерно|порядка|приблизительно|приблизительно',
    'up to': 'до',
    'at least': 'не менее|минимум|как минимум|не меньше',
    'less than': 'менее|менее чем|меньше',
  }),
  qualifierGaps: wordSet('на в'),
  times: {
    ...english.times,
    months: wordMap({
      1: forms('январ', month),
      2: forms('феврал', month),
      3: forms('март', '- а е у ом'),
      4: forms('апрел', month),
      5: 'май мая мае маю маем',
      6: forms('июн', month),
      7: forms('июл', month),
      8: forms('август', '- а е у ом'),
      9: forms('сентябр', month),
      10: forms('октябр', month),
      11: forms('ноябр', month),
      12: forms('декабр', month),
    }),
    doubtfulMonths: wordSet(''),
    seasons: new Map(),
    edges: phraseTable<Edge>({
      start: 'в начале|на начало|к началу',
      middle: 'в середине',
      end: 'в конце|к концу|на конец',
    }),
    relativeYears: phraseTable<RelativeYear>({
      0: 'этого года|этом году|текущего года|текущем году|нынешнем году|нынешнего года',
      '-1': 'прошлого года|прошлом году|прошлый год|минувшего года|минувшем году|предыдущего года|предыдущем году|годом ранее|годом раньше|год назад',
      1: 'следующего года|следующем году|будущем году',
    }),
    anaphors: phraseTable({ same: 'этот период|тот же период|это время' }),
    roles: phraseTable<TimeRole>({
      comparison:
        'по сравнению с|чем|чем за|к уровню|к показателю|к показателям|% к|процента к|процентов к|против|относительно',
      until: 'до',
      since: 'с|после',
      status: 'на|по состоянию на|к',
    }),
    roleGaps: wordSet(
      'в за тот же уровню уровнем соответствующему соответствующим аналогичным аналогичному периодом периоду показателю',
    ),
    prepositions: wordSet('в во с до к на по за и из от года году год'),
    during: wordSet('за в'),
    of: wordSet(''),
    from: wordSet('с'),
    to: wordSet('по до'),
    scope: wordSet('на'),
    steps: wordSet(''),
    outcomes: wordSet('итогам результатам результаты итоги данным начало начала конец конца'),
    yearNouns: wordSet('год года году годом годах годы г гг лет'),
    monthNouns: wordSet('месяц месяца месяцев'),
    quarterNouns: wordSet('квартал квартала квартале кварталов'),
    halfNouns: wordSet('полугодие полугодии полугодия'),
    halfYears: phraseTable({ 'half year': 'полугодие|полугодии|полугодия' }),
    tenDays: phraseTable({ decade: 'декада|декаде|декады|декаду' }),
    spanNouns: wordSet('лет год года месяц месяца месяцев дней недель'),
    spanDeterminers: wordSet('последние последних следующие ближайшие'),
    longSpans: wordMap({ 100: 'века' }),
    ago: wordSet('назад'),
  },
  grammar: {
    ...english.grammar,
    definite: wordSet('эти этих те тех оба обе'),
    phraseEnds: wordSet(
      'в во на с со из по для от до и к о об у за при что который которые которых а но или не это был была были',
    ),
    finiteVerbs: wordSet(
      'составил составила составило составили вырос выросла выросло выросли увеличился увеличилась увеличилось достиг достигла достигло превысил превысила снизился снизилась составляет составит создано создали зарегистрировано подписано подписали работает работают был была было были',
    ),
    partitives: wordSet(''),
    populations: new Map([['население', 'человек']]),
    countHeads: wordSet('число количество'),
    rankVerbs: wordSet('занял заняла занимает'),
    labels: wordSet('№ п пп ст ч статья статьи пункт пункта глава главы раздел страница том улица'),
    series: wordSet('век века году год года раз заседание съезд'),
    future: wordSet('будет будут планируется планируют составит намерен намерены'),
    present: wordSet('сегодня сейчас'),
    pastVerbs: wordSet('был была было были'),
    pastSuffix: /(?:[аиоуеы]л|[аиоуеы]с?л[аои]|[лс]ся|лась|лось|лись|[аие]но|[аие]ны)$/u,
    perfect: wordSet(''),
    anaphoricSubjects: wordSet('это он она они их его'),
    subjectOpeners: wordSet('в и а но за к по при на'),
    relatives: wordSet('который которая которые что где когда'),
    cases: true,
    pastIsFinite: true,
    goalVerbs: /(?:[лт]ся|лась|лось|лись|[аеиоуыя]л[аои]?|рос[а-я]*|ть|ться|ти|сти)$/u,
    place: wordSet('место месте места'),
    plural: noun => noun,
    // After a number the first word that is no adjective is the noun, in the form it is printed.
    isPlural: word =>
      word.length > 2 &&
      !/(?:ых|их|ого|ому|ой|ые|ие|ый|ий|ая|ую|ым|им|ыми|ими)$|(?:[аеиоуыя]с?л[аои]?|ся|лась|лось|лись)$/u.test(word),
  },
  claims,
  events,
  quotations,
  measures: {
    growth: wordSet(
      'рост роста вырос выросла выросло выросли увеличился увеличилась увеличилось увеличились снизился снизилась снизилось прирост снижение больше меньше',
    ),
    share: wordSet('доля доли долю'),
    price: wordSet('ставка ставку ставки купон купоном купона'),
    index: wordSet('индекс темп'),
    by: wordSet('на'),
  },
}
