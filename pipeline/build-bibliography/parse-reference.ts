/**
 * Reads one reference of a note: what surrounds it first, then its details, then the convention that its punctuation
 * shows. Text that no convention fits becomes a title if it is short and no title at all if it is a comment; its words
 * are kept either way.
 */
import type { Locator } from '../contract/bibliography.ts'
import { chooseType } from './choose-type.ts'
import { cleanTitle } from './clean-title.ts'
import { compileWords } from './compile-words.ts'
import { commentOpenings, sameAuthorWords } from './conventions.ts'
import { detectLanguage } from './detect-language.ts'
import { endsCut } from './ends-cut.ts'
import { mediumMark, partMark } from './marks.ts'
import { isAuthorDate, parseAuthorDate, parseAuthorYear } from './parse-author-date.ts'
import { parseDate } from './parse-date.ts'
import { isGost, parseGost } from './parse-gost.ts'
import { parseGostHost } from './parse-gost-host.ts'
import { parseHost } from './parse-host.ts'
import { parseLegal } from './parse-legal.ts'
import { parseRepetition } from './parse-repetition.ts'
import { parseRunning } from './parse-running.ts'
import { peelComment } from './peel-comment.ts'
import { peelDetails } from './peel-details.ts'
import type { Draft, Reference } from './reference.ts'
import { type Route, scoreConfidence } from './score-confidence.ts'

/** Longer texts are read this far: no reference is longer, and the words behind are kept in `raw`. */
const longest = 4_000

/** Reads `raw`, one reference with its white space single. */
export function parseReference(raw: string): Reference {
  const { text: printed, comment } = peelComment(clean(raw.slice(0, longest)))
  const text = printed.replace(sameAuthor, '')
  const said = comment === undefined ? {} : { comment }
  const repeated = parseRepetition(text)
  if (repeated) return { raw, fields: {}, confidence: {}, truncated: false, ...repeated, ...said }
  const { fields, rest, urlFault, cut } = peelDetails(text.replace(anonymous, ''))
  const truncated = raw.length <= longest && (cut || endsCut(text, fields.URL))
  const { locator, route } = parseConvention(rest, fields)
  if (fields.title === '') delete fields.title
  // Whoever directs a thesis edits nothing.
  if (fields.type === 'thesis') delete fields.editor
  const language = detectLanguage(fields.title ?? '', text)
  if (language) fields.language = language
  return {
    raw,
    fields,
    confidence: scoreConfidence(fields, route, text, urlFault),
    truncated,
    ...(locator ? { locator } : {}),
    ...(urlFault ? { urlFault } : {}),
    ...(text === printed ? {} : { sameAuthor: true as const }),
    ...said,
  }
}

/** Without what is no text: control characters, marks of direction, halves of characters, characters of private use. */
function clean(text: string): string {
  return (
    text
      .replace(/\p{Cs}/gu, '')
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .replace(/[\p{Co}\uFFFD\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
      .replace(/\s+/gu, ' ')
      // The German single marks around a title, which only their place tells from a comma.
      .replace(/(?<=[):.,]\s)‚([^‚‘’]{3,250})[‘’](?=[,.])/gu, '„$1“')
      .trim()
  )
}

const sameAuthor = new RegExp(
  `^(?:${compileWords(sameAuthorWords)})\\.?\\s?[.:,]\\s(?=[«"“„\\p{Lu}])(?!(?:[СCSP]{1,2}|pp?|[Оо]п|[Oo]p)\\.|at\\s)`,
  'iu',
)

/** What stands in the place of an author where there is none. */
const anonymous = /^(?:o\.\s?V\.|Anon(?:\.|ymous)|N\.\s?N\.|б\.\s?а\.)\s?[:.,]?\s(?=["“«„\p{Lu}])/u

interface Parsed {
  readonly route: Route
  readonly locator?: Locator | undefined
}

function parseConvention(rest: string, fields: Draft): Parsed {
  const bare = rest.replaceAll(mediumMark, '').trim()
  if (!/\p{L}{2}/u.test(bare)) {
    const issued = parseDate(bare)
    if (issued) fields.issued = issued
    fields.type = fields.URL ? 'webpage' : 'document'
    return { route: 'bare' }
  }
  if (isComment(bare, fields)) {
    fields.type = 'document'
    return { route: 'bare' }
  }
  const legal = parseLegal(rest, fields)
  if (legal) {
    const { host, gost, locator } = legal
    if (host === undefined) return { route: 'legal', locator }
    const place = gost ? parseGostHost(host, fields) : parseHost(host, fields, true, true)
    if (!gost) delete fields.publisher
    return { route: 'legal', locator: place ?? locator }
  }
  const parsed = parseProse(rest, bare, fields)
  fields.type = chooseType(fields, { part: parsed.part, cited: parsed.locator !== undefined })
  return parsed
}

function parseProse(rest: string, bare: string, fields: Draft): Parsed & { readonly part: boolean } {
  const gost = (): Parsed & { readonly part: boolean } => ({
    locator: parseGost(rest, fields),
    route: 'gost',
    part: / \/\/ /u.test(rest),
  })
  if (isGost(rest)) return gost()
  const brief = parseAuthorYear(bare, fields)
  if (brief) return { ...brief, route: 'short', part: false }
  if (isAuthorDate(bare)) return { locator: parseAuthorDate(bare, fields), route: 'dated', part: false }
  // The short form of GOST has no marks of its own; its words are Cyrillic, or its authors inverted without commas.
  if ((isCyrillic(bare) && !/^[«"“]/u.test(bare)) || shortGost.test(bare)) return gost()
  const quoted = /["“«„‘]/u.test(bare.slice(0, 200))
  const locator = parseRunning(rest.replaceAll(mediumMark, partMark).replace(/\s+(?=[.,])/gu, ''), fields)
  if (!fields.title) fields.title = cleanTitle(bare)
  return { locator, route: quoted ? 'quoted' : 'running', part: quoted }
}

const shortGost =
  /^\p{Lu}[\p{L}'’-]+ \p{Lu}\. ?(?:\p{Lu}\. ?)?(?:, \p{Lu}[\p{L}'’-]+ \p{Lu}\. ?(?:\p{Lu}\. ?)?)*(?=[«"“\p{Lu}])(?!\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?, ?["“«„\p{Lu}])/u

function isCyrillic(text: string): boolean {
  const letters = text.slice(0, 400).match(/\p{L}/gu)?.length ?? 0
  return (text.slice(0, 400).match(/\p{Script=Cyrillic}/gu)?.length ?? 0) * 2 > letters
}

const commentPattern = new RegExp(`^${commentOpenings}`, 'iu')

/** A verb among small words: a sentence about something, no title. */
const sentencePattern =
  /\s(?:is|are|was|were|has|have|had|does|did|это|был[аои]?|является|приводятся|взят[аоы]|sind|ist|wird|wurden?|war|est|sont|était|ont|a été)\s(?:\p{Ll}+\s){0,8}\p{Ll}+\.$/u

const yearPattern = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/gu

/** Prose: it says so, or it is long and prints nothing that a reference prints. */
function isComment(text: string, fields: Draft): boolean {
  if (fields.URL || fields.DOI || fields.medium || /\s\/\/?\s/u.test(text)) return false
  const words = text.replace(yearPattern, '')
  const dated = words !== text
  if (!dated && (commentPattern.test(text) || text.length > 300)) return true
  // Names, a title or brackets beside a year are a reference: `Hill 2010, The sea is a road.`
  if (dated && (text.length > 300 || /[.,;]\s\p{Lu}|\.\s|[([]/u.test(words))) return false
  return !/\d|["“«„]|:\s/u.test(words) && sentencePattern.test(text)
}
