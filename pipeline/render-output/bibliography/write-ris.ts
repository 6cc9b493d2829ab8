/**
 * Writes works as RIS, for reference managers that read nothing better. The tags of a type are those of the RIS format
 * of 2012 as citation-js and Zotero read them. Lines are not broken: a broken address would come back with a space.
 */
import type { CslDate, CslItem, CslName } from '../../contract/bibliography.ts'
import { singleSpaced } from './escape-tex.ts'

type Line = readonly [tag: string, value: string]

/** The text of an .ris file, a record for each work in their order. */
export function writeRis(items: readonly CslItem[]): string {
  return items.map(item => writeRecord(item)).join('\n')
}

function writeRecord(item: CslItem): string {
  const type = types[item.type] ?? 'GEN'
  const tag = (field: string) => tagsOf(field, type)
  const lines: Line[] = [
    ['TY', type],
    ['ID', item.id],
    ...names(item.author, 'AU'),
    ...tag('editor').flatMap(each => names(item.editor, each)),
    ...names(item.translator, 'A4'),
    ...textFields.flatMap(field => tag(field).map((each): Line => [each, singleSpaced(item[field] ?? '')])),
    ...pages(item.page, type),
    ...(item.issued ? [['PY', String(item.issued['date-parts'][0]?.[0] ?? '')] as const, date('DA', item.issued)] : []),
    ...tag('accessed').flatMap(each => (item.accessed ? [date(each, item.accessed)] : [])),
  ]
  const written = lines.filter(([, value]) => value !== '').map(([name, value]) => `${name}  - ${value}\n`)
  return `${written.join('')}ER  - \n`
}

const types: Readonly<Record<string, string>> = {
  article: 'JOUR',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  bill: 'BILL',
  book: 'BOOK',
  broadcast: 'MPCT',
  chapter: 'CHAP',
  dataset: 'DATA',
  entry: 'CTLG',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  figure: 'FIGURE',
  graphic: 'ART',
  hearing: 'HEAR',
  legal_case: 'CASE',
  legislation: 'LEGAL',
  manuscript: 'MANSCPT',
  map: 'MAP',
  motion_picture: 'MPCT',
  musical_score: 'MUSIC',
  pamphlet: 'PAMP',
  'paper-conference': 'CONF',
  patent: 'PAT',
  periodical: 'SER',
  personal_communication: 'PCOMM',
  post: 'ICOMM',
  'post-weblog': 'BLOG',
  regulation: 'LEGAL',
  report: 'RPRT',
  review: 'JOUR',
  software: 'COMP',
  song: 'SOUND',
  speech: 'SOUND',
  standard: 'STAND',
  thesis: 'THES',
  webpage: 'ELEC',
}

const textFields = [
  'title',
  'container-title',
  'event-title',
  'collection-title',
  'publisher',
  'publisher-place',
  'volume',
  'issue',
  'number',
  'edition',
  'genre',
  'medium',
  'number-of-pages',
  'DOI',
  'ISBN',
  'ISSN',
  'URL',
  'language',
] as const

/** The tags of a field: by record type, and `else` for the others. */
const tags: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
  title: { else: 'TI' },
  editor: { BOOK: 'A3', else: 'A2' },
  'container-title': { CONF: 'C3', else: 'T2' },
  'event-title': { CONF: 'T2' },
  'collection-title': { BOOK: 'T2', RPRT: 'T2', MAP: 'T2', MANSCPT: 'T2', else: 'T3' },
  publisher: { else: 'PB' },
  'publisher-place': { CONF: 'C1', else: 'CY' },
  volume: { else: 'VL' },
  issue: { NEWS: 'C2', MGZN: 'M1', CONF: 'M1', RPRT: 'C6', else: 'IS' },
  number: { LEGAL: 'SN', STAND: 'SN', JOUR: 'C7', else: 'M1' },
  edition: { else: 'ET' },
  genre: { ELEC: [], BLOG: [], MPCT: [], MUSIC: [], else: 'M3' },
  medium: { ELEC: 'M3', BLOG: 'M3', MPCT: 'M3', MUSIC: 'M3', else: [] },
  'number-of-pages': { BOOK: 'SP', THES: 'SP', PAMP: 'M2', else: [] },
  DOI: { else: 'DO' },
  ISBN: { else: 'SN' },
  ISSN: { else: 'SN' },
  URL: { else: 'UR' },
  language: { else: 'LA' },
  accessed: { ELEC: ['M1', 'Y2'], else: 'Y2' },
}

function tagsOf(field: string, type: string): readonly string[] {
  return [tags[field]?.[type] ?? tags[field]?.else ?? []].flat()
}

/** `Family, Given, Suffix`, where the given name may be empty; a name in one piece as it is. */
function names(list: readonly CslName[] | undefined, tag: string): readonly Line[] {
  return (list ?? []).map(name => {
    const { family, given, suffix, literal } = name
    const particle = name['non-dropping-particle'] ?? name['dropping-particle']
    const whole = particle === undefined ? family : `${particle} ${family}`
    if (whole === undefined) return [tag, singleSpaced(literal ?? given ?? '')]
    const first = given ?? (suffix === undefined ? undefined : '')
    return [tag, singleSpaced([whole, first, suffix].filter(part => part !== undefined).join(', '))]
  })
}

function pages(page: string | undefined, type: string): readonly Line[] {
  if (page === undefined) return []
  if (type === 'BOOK') return [['SE', singleSpaced(page)]]
  const [, first, last] = /^(\w+)[-–—](\w+)$/u.exec(page) ?? []
  return first && last
    ? [
        ['SP', first],
        ['EP', last],
      ]
    : [['SP', singleSpaced(page)]]
}

/** `2022/03/04/`; what is not known is empty. */
function date(tag: string, { 'date-parts': [parts = []] }: CslDate): Line {
  const [year, month, day] = parts
  const two = (n: number | undefined) => (n === undefined ? '' : String(n).padStart(2, '0'))
  return [tag, year === undefined ? '' : `${year}/${two(month)}/${two(day)}/`]
}
