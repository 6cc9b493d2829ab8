/**
 * Reads descriptions after GOST 7.1-2003, GOST R 7.0.5-2008 and GOST R 7.0.100-2018, in any language: areas parted by
 * `. - ` or, in the short form, by full stops alone; ` / ` before those responsible; ` // ` before what contains it.
 */
import type { Locator } from '../contract/bibliography.ts'
import { cleanTitle } from './clean-title.ts'
import { reportTitles } from './conventions-kinds.ts'
import { mediumMark } from './marks.ts'
import { parseArea } from './parse-area.ts'
import { parseAreas } from './parse-areas.ts'
import { parseGostHost } from './parse-gost-host.ts'
import { isOrganisation, parseHead, parseInstitutions, parsePersons } from './parse-names.ts'
import { parseResponsible } from './parse-responsible.ts'
import { takeRole } from './peel-contributors.ts'
import { peelGenre } from './peel-genre.ts'
import { peelNumbers } from './peel-locator.ts'
import type { Draft } from './reference.ts'
import { settlePages } from './settle-pages.ts'
import { splitAreas } from './split-areas.ts'
import { splitSentences } from './split-sentences.ts'

/** Whether the text carries marks that only this family of conventions uses. */
export function isGost(text: string): boolean {
  return (
    hostMark.test(text) ||
    inBook.test(text) ||
    /(?<!,\s?)\uE001(?!\s?,)/u.test(text) ||
    splitAreas(text).length > 1 ||
    / \/ (?:\p{Lu}\p{Ll}?\. ?){1,3}\p{Lu}/u.test(text) ||
    / \/ (?:под (?:общ|ред|науч)|ed\. by|edited by|сост|редкол|отв\. ред|авт|hrsg|dir\.)/u.test(text)
  )
}

/** Reads a description into `fields`, and gives its locator. */
export function parseGost(text: string, fields: Draft): Locator | undefined {
  const [analytic = '', ...hosts] = text
    .replace(inBook, ' // ')
    .replace(volumesOfWork, '. ')
    .replace(/…\s(?=[СсCcPS]\.\s?\d)/u, '. ')
    .split(hostMark)
  const places = parseDescription(analytic, fields, hosts.length > 0)
  if (hosts.length > 0) return parseGostHost(hosts.join(' // '), fields)
  return settlePages(fields, { places, list: true })
}

/** `В кн.: История соли`, as older descriptions name the container. */
const inBook = /(?<=[.\])»?!])\s[-–—]?\s?В\s(?:кн|сб|журн|сб\.\sст)\.\s?:\s/u
/** `: в 3 т. М. :` in the short form, where nothing else parts title and imprint. */
const volumesOfWork = /\s?:\s(?:в|у|in)\s\d{1,3}\s(?:т|ч|кн|vol|bd)\.\s(?=\p{Lu}[\p{L}.]{0,20}\s?[:,])/gu
const hostMark = /\s\/\/\s?(?=\S)/u

/** Reads title, those responsible, and the areas after them. */
function parseDescription(text: string, fields: Draft, part: boolean): readonly Locator[] {
  const [first = '', ...areas] = splitAreas(text)
  const head = parseHead(first)
  if (head && /^[\s.,:]/u.test(first.slice(head.length)) && first.length > head.length + 2) fields.author = head.authors
  const body = fields.author ? first.slice(head?.length ?? 0).replace(/^[\s.,:]+/u, '') : first
  const institution = fields.author ? undefined : takeHeading(first)
  if (institution) fields.author = parseInstitutions(institution.name)
  const tail = parseTitleArea(institution?.body ?? body, fields, areas.length > 0 || part)
  return parseAreas([...tail, ...areas], fields)
}

/** `National Bank of Zarechye. Annual Report 2015`: a body at the head, its name in capitals or before a report. */
function takeHeading(text: string): { readonly name: string; readonly body: string } | undefined {
  const [, name = '', body = ''] = /^(\p{Lu}[^.:[\]/\uE001«"]{5,90})\.\s(\p{Lu}.{3,})$/su.exec(text) ?? []
  if (!isOrganisation(name) || !/^\p{L}/u.test(body)) return undefined
  const named = name
    .split(' ')
    .every(word => /^(?:\p{Lu}|of$|the$|for$|and$|de$|des$|du$|und$|der$|et$|и$|по$)/u.test(word))
  return named || reportTitles.test(body) ? { name, body } : undefined
}

/** Reads `Title [medium] : rest of title / those responsible`; gives the areas found behind it. */
function parseTitleArea(area: string, fields: Draft, hasAreas: boolean): readonly string[] {
  const [beforeMedium = '', afterMedium = ''] = area.split(mediumMark)
  const slash = / \/ (?=\S)/u
  if (area.includes(mediumMark)) {
    const more = afterMedium.trim()
    const [subtitle = '', ...responsible] = more.startsWith(':') ? more.split(slash) : ['', more.replace(/^\/\s/u, '')]
    const [title = '', ...early] = isResponsible(beforeMedium.split(slash).slice(1).join(' / '))
      ? beforeMedium.split(slash)
      : [beforeMedium]
    setTitle(fields, `${title.replace(/[\s.]+$/u, '')}${subtitle.replace(/^:\s*/u, ': ').replace(/\.$/u, '')}`)
    if (early.length > 0) return parseResponsible(early.join(' / '), fields, more)
    if (more.startsWith('/') || more.startsWith(':')) return parseResponsible(responsible.join(' / '), fields)
    return splitSentences(more)
  }
  const [title = '', ...responsible] = area.split(slash)
  if (responsible.length > 0) {
    setTitle(fields, title)
    return parseResponsible(responsible.join(' / '), fields)
  }
  return parseRunOn(title, fields, hasAreas)
}

/** Names or a body: the slash of `Belarus / China: new projects` belongs to the title. */
function isResponsible(text: string): boolean {
  const first = text.split(/\s?;\s/u)[0]?.replace(/[\s.]+$/u, match => (match.startsWith('.') ? '.' : '')) ?? ''
  return (
    takeRole(first) !== undefined ||
    parsePersons(first) !== undefined ||
    (isOrganisation(first) && !first.includes(':'))
  )
}

/** Reads a title that is followed, in the short form, by areas with nothing but a full stop between. */
function parseRunOn(text: string, fields: Draft, hasAreas: boolean): readonly string[] {
  const sentences = splitSentences(text)
  let count = sentences.length
  const probe: Draft = {}
  // From the end: the title is what remains when areas are taken away.
  while (count > 1 && parseArea(sentences[count - 1] ?? '', probe, true).known) count -= 1
  const title = sentences.slice(0, count).join(' ')
  const volume: Draft = {}
  const bare = /^(.{8,}?)[,.]\s(?=(?:volume|vol\.|т\.|том|band|bd\.|tom)\s?(?:\d{1,3}|[IVXLC]{1,6})\.?$)/iu.exec(title)
  if (bare?.[1] && /^[\s.,]*$/u.test(peelNumbers(title.slice(bare[0].length), volume))) {
    if (volume.volume) fields.volume ??= volume.volume
    setTitle(fields, bare[1])
  } else setTitle(fields, title)
  return hasAreas || count < sentences.length ? sentences.slice(count) : []
}

/** Sets the title without what GOST adds to it: the number of volumes, the genre of a thesis, its subject code. */
function setTitle(fields: Draft, title: string): void {
  const [proper = '', ...more] = title.split(/\s?:\s(?!\/)/u)
  const kept = [proper]
  for (const part of more) {
    const volumes = volumesPattern.exec(part)
    if (volumes?.[1]) fields.volume ??= volumes[1]
    if (volumes || subjectPattern.test(part)) continue
    const trial: Draft = {}
    if (peelGenre(part, trial).type === 'thesis') {
      fields.type = 'thesis'
      fields.genre ??= tidyGenre(part)
    } else kept.push(part)
  }
  const clean = cleanTitle(kept.join(': '))
  if (/[\p{L}\d]/u.test(clean)) fields.title = clean
}

function tidyGenre(text: string): string {
  return text
    .replace(/[,:;]\s?\d{2}\.\d{2}\.\d{2}.*$/u, '')
    .replace(/[\s.,;]+$/u, '')
    .trim()
}

const volumesPattern =
  /^(?:в|у|in)\s\d{1,3}\s(?:т|ч|кн|вып|vol|bd|t|bänden|volumes|томах)\.?(?:[,.]?\s(?:т|ч|кн|vol|bd|t)\.\s?(\d{1,3}|[IVXLC]{1,6})\.?)?$/iu
const subjectPattern =
  /^(?:специальность\s|спец\.\s)?\d{2}\.\d{2}\.\d{2}(?:\s?[«"“–-].*)?$|^защищена\s|^утв(?:\.|ержден)|^\[сайт\]$/iu
