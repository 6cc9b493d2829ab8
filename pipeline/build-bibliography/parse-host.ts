/**
 * Reads what follows the title of a part: the periodical, the book with its editors, the proceedings, the university.
 */
import type { Locator } from '../contract/bibliography.ts'
import { cleanTitle } from './clean-title.ts'
import { publisherWords } from './conventions-kinds.ts'
import { anyMark } from './marks.ts'
import { addContributors, longestNames, takeRoleBehind } from './peel-contributors.ts'
import { peelGenre } from './peel-genre.ts'
import { peelParts, takeHere } from './peel-parts.ts'
import type { Draft } from './reference.ts'
import { settlePages } from './settle-pages.ts'
import { type Mode, splitImprint } from './split-imprint.ts'

/** `(2016) 79 Law and Tide Review 1025, 1031`, as OSCOLA prints a journal. */
const yearFirst =
  /^[([]((?:1[5-9]|20)\d\d)[)\]]\s(?:(\d{1,4})(?:\((\d{1,3})\))?\s)?(\p{Lu}[\p{L}\s&.,’'-]{1,90}?)\s(\d{1,5}(?:[-–]\d{1,5})?)(?:,\s(\d{1,5}(?:[-–]\d{1,5})?(?:,\s\d{1,5})*))?$/u

/** A lecture at a conference: the event, not a book, contains it. */
const lecture =
  /^(?:vortrag(?:,)?\s(?:gehalten\s)?(?:auf|bei|beim|im|an)\s(?:der|dem|den)?\s?|paper\s(?:presented\s)?(?:at|to)\s(?:the\s)?|presentation\sat\s(?:the\s)?|communication\s(?:présentée\s)?(?:au|à\s(?:la|l['’])|aux|lors\sd[ue])\s?|доклад\sна\s)(.+)$/iu

/** Reads `text` into `fields`; `inside` where a word such as `in:` announced it; `list` where pages are those of the part. */
export function parseHost(
  text: string,
  fields: Draft,
  inside: boolean,
  list: boolean,
  turned = list,
): Locator | undefined {
  const bare = text.replace(/^[\s,.;]+/u, '').replace(/\s*[,;][\s.,;]*$/u, '')
  const oscola = yearFirst.exec(bare.replace(/\.$/u, ''))
  if (oscola) return readYearFirst(oscola, fields)
  const { rest: withoutGenre, type } = peelGenre(bare, fields)
  if (type) fields.type = type
  const schooled = type === 'thesis' ? takeSchool(withoutGenre, fields) : withoutGenre
  const lectured = lecture.exec(schooled)
  const { rest: withoutEditors, found } = takeEditors(lectured?.[1] ?? schooled, fields)
  const { rest: withoutHere, here } = takeHere(withoutEditors)
  const { rest: counted, pages } = takeCount(takeArticleNumber(withoutHere.replace(/\.$/u, ''), fields), fields)
  const { rest: withoutEnd, end } = takeEnd(counted)
  const parts = peelParts(withoutEnd, fields)
  const ranged = takeRange(parts.rest)
  const numbered = takeVolume(ranged.rest, fields)
  const mode: Mode = type === 'thesis' ? 'dated' : 'host'
  const book = fields.edition !== undefined || publisherWords.test(numbered.replace(/^[^\uE010\uE011]*/u, ''))
  const simple = !inside && !found && !book && (fields.volume !== undefined || fields.issue !== undefined)
  let name = cleanTitle(splitHost(numbered, fields, mode, simple).replace(anyMark, ' '))
  if (name === '' && type === undefined && isSite(fields)) {
    name = fields.publisher ?? ''
    delete fields.publisher
  }
  if (lectured) {
    fields.type = 'paper-conference'
    fields['event-title'] = name.replace(/,\s\p{Lu}[^,]*$/u, '')
    if (fields['publisher-place']) delete fields['publisher-place']
  } else if (type === 'thesis') {
    if (name !== '' && !fields.publisher) fields.publisher = name
  } else if (/\p{L}/u.test(name)) fields['container-title'] = name
  return settlePages(fields, {
    places: parts.places,
    here,
    end,
    count: pages ?? ranged.pages,
    list,
    turned,
  })
}

/** A periodical has no publisher: its name ends at the first mark, unless an imprint says so. */
function splitHost(text: string, fields: Draft, mode: Mode, simple: boolean): string {
  if (!simple) return splitImprint(text, fields, mode)
  const bare = text.replace(/[\s,(]*[\uE010\uE011].*$/u, '')
  return bare === '' ? splitImprint(text, fields, mode) : bare.replace(/\s\([^()]*$/u, '')
}

/** The school of a thesis, wherever it stands. */
export function takeSchool(text: string, fields: Draft): string {
  const match =
    /(?<=^|[,.(\uE010]\s?)(?:\p{Lu}[^,()\uE010]{0,60}?)?(?:univ(?:\.\s)?|institut|école|academy|hochschule|college|school|ун-т|академи)[^,()\uE010]{0,60}?(?=\s?(?:1[5-9]|20)\d\d|[,)\uE010]|\.?$|\.\s)/iu.exec(
      text,
    )
  if (!match || fields.publisher) return text
  fields.publisher = match[0].trim()
  return `${text.slice(0, match.index)}\uE010${text.slice(match.index + match[0].length)}`
}

/** `(Quayside Blog, 3 February 2020)`: a name and a day between brackets are a site or a newspaper. */
function isSite({ publisher, issued, URL, ...fields }: Draft): boolean {
  if (publisher === undefined || fields['publisher-place'] !== undefined) return false
  return (issued?.['date-parts'][0]?.length ?? 0) === 3 || (URL !== undefined && !publisherWords.test(publisher))
}

function readYearFirst(
  [, year, volume, issue, name, page, place]: RegExpExecArray,
  fields: Draft,
): Locator | undefined {
  fields.issued ??= { 'date-parts': [[Number(year)]] }
  if (volume) fields.volume = volume
  if (issue) fields.issue = issue
  if (name) fields['container-title'] = cleanTitle(name)
  if (page) fields.page = page
  return place ? { label: 'page', value: place } : undefined
}

/** `Paul Treidel (Hg.): Orte`, `I. von der Aue & K. Aulich (Hrsg.), Wasserrechte`. */
function takeEditors(text: string, fields: Draft): { readonly rest: string; readonly found: boolean } {
  const same = /^(?:ders|dies|id|idem|eadem)\.?\s\((?:hg|hrsg|eds?|dir)\.?\)[:,]\s/iu.exec(text)
  if (same) {
    if (fields.author) fields.editor = fields.author
    return { rest: text.slice(same[0].length), found: true }
  }
  const names = longestNames(text.slice(0, 250))
  const role = names ? takeRoleBehind(text.slice(names.length, names.length + 40)) : undefined
  if (!names || !role) return { rest: text, found: false }
  addContributors(fields, role.role, names.names)
  return { rest: text.slice(names.length + role.length).replace(/^[\s,.:]+/u, ''), found: true }
}

/** What stands at the very end without a label: `(2014): 212`, `(Nantes, s. d.), 77-78`. */
export interface End {
  readonly value: string
  /** A comma after a bracket: a place, not the extent. */
  readonly cited: boolean
}

const number =
  '(?:[A-Z]?\\d{1,5}(?:n\\d{0,3})?(?:\\s?[-–—]\\s?\\d{1,5})?|(?<=\\),\\s)[ivxlc]{1,7}(?:[-–][ivxlc]{1,7})?)'
const endPattern = new RegExp(
  `(\\)|\\d|[\\uE010\\uE011]|\\p{L}(?=,\\s[A-Z]\\d))\\s?([,:]|(?<=\\))\\s)\\s?((?!(?<!:\\s?)(?:1[5-9]|20)\\d\\d,)${number}(?:,\\s${number}){0,4})\\.?$`,
  'u',
)

/** Takes a bare page off the end. */
export function takeEnd(text: string): { readonly rest: string; readonly end?: End } {
  const match = endPattern.exec(text)
  if (!match?.[3]) return { rest: text }
  const comma = match[2] !== ':'
  if (comma && match[1] !== ')' && !/[-–—]|^[A-Z]/u.test(match[3])) return { rest: text }
  const value = match[3].replace(/\s?([-–—])\s?/gu, '$1')
  return { rest: text.slice(0, match.index + 1), end: { value, cited: comma && match[1] === ')' } }
}

/** `Märkte am Wasser, 201–233. Göttingen: Verlag`: pages without a label inside. */
function takeRange(text: string): { readonly rest: string; readonly pages?: string } {
  const match = /(?<=[,\uE010]\s?)(\d{1,5}\s?[-–—]\s?\d{1,5})(?=[.,]\s|\.?$)/u.exec(text)
  if (!match?.[1] || /^(?:1[5-9]|20)\d\d\D+(?:1[5-9]|20)\d\d$/u.test(match[1])) return { rest: text }
  const rest = `${text.slice(0, match.index)}\uE010${text.slice(match.index + match[0].length)}`
  return { rest, pages: match[1].replace(/\s/gu, '') }
}

/** `Journal, 18, 104512`: an article's number in the place of pages, too long to be one. */
function takeArticleNumber(text: string, fields: Draft): string {
  const match =
    /(?<=\p{L}[.)]?),\s(\d{1,4})(?:\((\d{1,4})\))?,\s(?:(?:article|art\.|artikel)\s(?=\d)|(?=e?\d{4}))(e?\d{1,8})$/iu.exec(
      text,
    )
  if (!match?.[1] || !match[3] || /^(?:1[5-9]|20)\d\d$/u.test(match[3])) return text
  fields.volume ??= match[1]
  if (match[2]) fields.issue ??= match[2]
  fields.page ??= match[3]
  return text.slice(0, match.index)
}

/** `22(4)`, `8 (1)`: volume and issue, and pages behind them. */
function takeCount(text: string, fields: Draft): { readonly rest: string; readonly pages?: string } {
  const match =
    /(?<=[\p{L}.”"»)][,\s]*)(?<![\d(])(\d{1,4})\s?\(((?!(?:S|pp?|[Сс])\.\s)(?![^()]{0,12}(?:1[5-9]|20)\d\d\))(?:\p{L}{1,6}\.?\s)?[\d–/-]{1,9}|Suppl\.?\s?\d*)\)(?:\s?[,:]\s?(?:pp?\.\s?|S\.\s?|с\.\s?)?([A-Za-z]?\d{1,6}(?:\s?[-–—]\s?[A-Za-z]?\d{1,6})?))?/u.exec(
      text,
    )
  if (!match?.[1] || !match[2]) return { rest: text }
  fields.volume ??= match[1]
  fields.issue ??= match[2].replace(/^(?:no|Nr|n°|№)\.?\s?/iu, '')
  const rest = `${text.slice(0, match.index)} \uE010${text.slice(match.index + match[0].length)}`
  return match[3] ? { rest, pages: match[3].replace(/\s/gu, '') } : { rest }
}

/** The volume that stands bare behind the name: `Osteuropa 68 ⟨date⟩`, `Revue, 41, ⟨issue⟩`. */
function takeVolume(text: string, fields: Draft): string {
  if (fields.volume !== undefined) return text
  const match =
    /(?<=\p{L}[.)]?),?\s(\d{1,4}|[IVXLC]{1,7})(?:[./]\s?(\d{1,3}(?:[-–]\d{1,3})?))?(?=[\s,(]*(?:[\uE010\uE011]|$))/u.exec(
      text,
    )
  if (!match?.[1] || /^(?:1[5-9]|20)\d\d$/u.test(match[1])) return text
  fields.volume = match[1]
  if (match[2]) fields.issue ??= match[2]
  return `${text.slice(0, match.index)} \uE010${text.slice(match.index + match[0].length)}`
}
