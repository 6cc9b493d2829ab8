/**
 * Takes the parts that conventions with commas print in any order out of the text behind a title: edition, series,
 * extent, pages, volume and issue, date. A mark stays where each part stood, so that what is left falls into pieces.
 */
import type { CslDate, Locator } from '../contract/bibliography.ts'
import { compileWords } from './compile-words.ts'
import { issueWords, volumeWords } from './conventions.ts'
import { hereWords, seasons, seriesWords, unknownDate, unknownPlace } from './conventions-roles.ts'
import { dateMark, partMark } from './marks.ts'
import { dateSource, parseDate } from './parse-date.ts'
import { peelContributors } from './peel-contributors.ts'
import { locatorSource, parseLocator, rangeSource, tidyRange } from './peel-locator.ts'
import type { Draft } from './reference.ts'

/** What was found of places and pages; the fields are filled beside it. */
export interface Parts {
  readonly rest: string
  /** Labelled pages or another place, in printed order. */
  readonly places: readonly Locator[]
}

const open = `(?<=^|[\\s,.;:(–—-]|${partMark}|${dateMark})`
const close = `(?=[\\s,.;:)–—]|${partMark}|${dateMark}|$)`

const editionPattern = new RegExp(
  `${open}(?:\\d{1,2}(?:-?(?:е|ое|nd|rd|th|st|e|ème|ère|ª))\\s(?:изд|edn?|éd|edition|édition|выд|издание)(?:\\.|\\b|(?!\\p{L}))(?:,?\\s(?:(?:испр|перераб|доп|rev|enl|augm?|stereotyp?|стер|corr|mise à jour|ref|entièrement)(?:\\.|\\p{L}*)|и|и|et|and|&))*|` +
    `\\d{1,2}\\.,?\\s(?:(?:[\\p{Ll}]+\\.?|u\\.|und),?\\s){0,4}(?:aufl|ausg)(?:\\.|age|abe)?|` +
    `(?:rev(?:\\.|ised)|second|third|fourth|fifth|new|enl(?:\\.|arged)|neue|erw(?:\\.|eiterte)|nouv(?:\\.|elle))\\s(?:(?:and|und|et)\\s\\p{Ll}+\\s)?(?:edn?\\.?|edition|ausgabe|aufl(?:\\.|age)|éd(?:\\.|ition))|rev\\.\\sed\\.|изд\\.\\s\\d{1,2}-?е(?:,\\s(?:испр|перераб|доп)\\.?(?:\\sи\\s(?:доп|перераб)\\.)?)?)\\.?${close}`,
  'iu',
)
const seriesPattern = new RegExp(
  `[,.]?\\s?\\(?(?:\\(=\\s?([^()]{3,150}?)\\)|(?<![\\p{L}])(?:${compileWords(seriesWords)})\\s?:?\\s(?:«\\s?([^«»]{2,100}?)\\s?»|"([^"]{2,100})"|“([^“”]{2,100})”|„([^„“”]{2,100})[“”])|(?<=\\p{L},\\s)«\\s?([^«»]{2,60}?)\\s?»(?=,\\s))(?:,?\\s(?:n°|no\\.?|t\\.|vol\\.|bd\\.|№)\\s?\\d{1,4})?\\)?`,
  'iu',
)
const extentPattern = new RegExp(
  `${open}(?:(\\d{1,4})\\s?(?:p|pp|S|с|c|pages|Seiten|стр|л)\\.?|\\d{1,2}\\s(?:vols?|Bde?|тт|т|tomes?)\\.?(?!\\s?\\d))(?=[,.;)]|\\s?${partMark}|$)`,
  'u',
)
const volumePattern = new RegExp(
  `${open}(?:(?:${compileWords(volumeWords)})\\s?|(?=\\d{1,3}(?:\\.|e|ème)?\\s?(?:Jg|Jahrgang|année)))(\\d{1,5}(?:\\s?[-–/]\\s?\\d{1,5})?|[IVXLC]{1,8}(?![\\p{L}\\d]))(?:\\s?\\(((?!(?:1[5-9]|20)\\d\\d\\))[\\d–/-]{1,9})\\))?(?:(?:\\.|e|ème)?\\s?(?:Jg|Jahrgang|année)\\.?)?${close}`,
  'iu',
)
const issuePattern = new RegExp(
  `${open}(?:${compileWords(issueWords)})\\s?(\\d{1,5}(?:\\s\\d{3}(?!\\d))?(?:\\s?[-–/]\\s?\\d{1,5})?(?:\\s?\\((?![^()]{0,12}(?:1[5-9]|20)\\d\\d\\))[^()]{1,12}\\))?)${close}`,
  'iu',
)
const herePattern = new RegExp(
  `[,;(]?\\s(?:${compileWords(hereWords)})\\s(${locatorSource}|${rangeSource})\\)?[.,;]*`,
  'iu',
)
const placePattern = new RegExp(
  `(?<=^|[\\s,.;:(]|${partMark}|${dateMark})${locatorSource}(?=[\\s,.;:)\uE010\uE011]|$)`,
  'iu',
)
const datePattern = new RegExp(
  `${open}((?:(?:last (?:modified|updated)(?: on)?:?|updated:?|published:?|posted:?|stand:?|mis en ligne le|publié le|опубликовано:?|vom|du|of|от)\\s(?=\\d|\\p{L}+\\s\\d))?(?:(?:${compileWords(seasons)}|\\p{L}{3,9}[-–/](?=\\p{L}{3}))\\s?)?(?:${dateSource}|(?:1[5-9]|20)\\d\\d[a-z])|(?:${compileWords(unknownDate)}))(?:\\s?г\\.)?(?=[\\s,.;:)\\]]|${partMark}|$)`,
  'giu',
)
const unknownPattern = new RegExp(`${open}(?:${compileWords(unknownPlace)})(?=[\\s,:;)]|${dateMark}|$)`, 'u')

/** Takes the place behind a word such as `hier` or `at` off: `S. 101–124, hier S. 110`. */
export function takeHere(text: string): { readonly rest: string; readonly here?: Locator } {
  const match = herePattern.exec(text)
  if (!match?.[1]) return { rest: text }
  const here = parseLocator(match[1]) ?? { label: 'page', value: tidyRange(match[1]) }
  return {
    rest: text.slice(0, match.index) + text.slice(match.index + match[0].length).replace(/^(?=\p{L})/u, ' '),
    here,
  }
}

/** Takes the parts out of `text`, which stands behind the title or, where `whole`, holds it too. */
export function peelParts(text: string, fields: Draft): Parts {
  let rest = peelContributors(text, fields)
  const take = (pattern: RegExp, read: (match: RegExpExecArray) => boolean | undefined): void => {
    const match = pattern.exec(rest)
    if (!match || read(match) === false) return
    rest = `${rest.slice(0, match.index)}${partMark}${rest.slice(match.index + match[0].length)}`
  }
  take(unknownPattern, () => true)
  take(seriesPattern, match => {
    const name = match.slice(1).find(part => part !== undefined)
    fields['collection-title'] ??=
      name?.replace(/[,;]?\s(?:(?:Bd|Bde|vol|t|n°|no|Nr|H)\.?\s?)?\d[\d/]*\.?$/iu, '').trim() ?? ''
  })
  take(editionPattern, ([edition]) => {
    fields.edition ??= edition.replace(/[.,\s]+$/u, '')
  })
  take(extentPattern, ([, pages]) => {
    if (pages) fields['number-of-pages'] ??= pages
  })
  const places: Locator[] = []
  for (let count = 0; count < 3; count += 1)
    take(placePattern, ([printed]) => {
      const place = parseLocator(printed.trim())
      if (place) places.push(place)
      return place !== undefined
    })
  take(volumePattern, ([, volume = '', issue]) => {
    fields.volume ??= volume.replace(/\s/gu, '')
    if (issue) fields.issue ??= issue
  })
  take(issuePattern, ([, issue = '']) => {
    fields.issue ??= issue.trim()
  })
  rest = peelDay(peelDate(rest, fields), fields)
  return { rest: rest.replace(/\s+/gu, ' ').trim(), places }
}

/** Takes the last date that stands apart; one inside a name (`Export map 2022`) stays. */
function peelDate(text: string, fields: Draft): string {
  const given = fields.issued !== undefined
  const dates = [...text.matchAll(datePattern)].filter(({ index, 0: printed }) => {
    const before = text.slice(Math.max(0, index - 3), index)
    const after = text.slice(index + printed.length, index + printed.length + 2)
    if (/\d[-–—/]$/u.test(before)) return false
    if (/^(?:vom|du|of|от)\s/u.test(printed)) return true
    if (/(?:^|[,،.(:;–]\s?|[\uE010\uE011)\]]\s?)$/u.test(before)) return true
    return !given && /^(?:$|[,.)\]:;\uE010]|\s\uE010)/u.test(after) && followsName(text.slice(0, index))
  })
  const full = dates.filter(({ 0: printed }) => (parseDate(printed)?.['date-parts'][0]?.length ?? 0) > 1)
  const match = fields.issued ? dates.at(-1) : (full.at(-1) ?? dates.at(-1))
  if (!match) return text
  const terms = /\p{L}{3}[-–/]\p{L}{3}/u.test(match[0])
  setDate(fields, parseDate(terms ? (/\d{4}/u.exec(match[0])?.[0] ?? '') : match[0]))
  return `${text.slice(0, match.index)}${dateMark}${text.slice(match.index + match[0].length)}`
}

/** `Göttingen 1992`, `Uferverlag 2014`: a name stands before the year, behind a comma, a stop or a bracket. */
function followsName(before: string): boolean {
  const name =
    /[,.:;()\uE010]\s?((?:(?:\p{Lu}[\p{L}’'.&/-]*|a\.|am|an|der|u\.|of|de|du|und|von|für|sur)\s){1,6})$/u.exec(
      before.slice(-80),
    )
  return name !== null || /\p{Lu}[\p{L}.-]+\s?:\s(?:[\p{L}.&-]+\s){1,5}$/u.test(before.slice(-80))
}

/** `15 January` behind a title whose year stands behind the author, as Harvard prints a newspaper. */
function peelDay(text: string, fields: Draft): string {
  const known = fields.issued?.['date-parts'][0]
  if (known?.length !== 1) return text
  return text.replace(dayPattern, (day: string) => {
    const date = parseDate(`${day} ${known[0]}`)
    if (date?.['date-parts'][0]?.length !== 3) return day
    fields.issued = date
    return partMark
  })
}

const dayPattern = /(?<=^|[,.(]\s?)(?:\d{1,2}\.?\s\p{L}{3,9}|\p{Lu}\p{L}{2,8}\.?\s\d{1,2})(?=[,.)]|\s?\uE010|$)/u

/** A day behind the title says more than the year behind the author. */
function setDate(fields: Draft, date: CslDate | undefined): void {
  const [known, found] = [fields.issued?.['date-parts'][0], date?.['date-parts'][0]]
  if (date && (!known || (found?.[0] === known[0] && (found?.length ?? 0) > known.length))) fields.issued = date
}
