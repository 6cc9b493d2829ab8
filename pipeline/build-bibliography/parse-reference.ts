/**
 * Reads one reference of a note: details first, then the convention that its punctuation shows. Text that no convention
 * fits becomes a title if it is short and no title at all if it is a comment; its words are kept either way.
 */
import type { Locator } from '../contract/bibliography.ts'
import { cleanTitle } from './clean-title.ts'
import { commentOpenings, ibidWords, leadIns, opCitWords } from './conventions.ts'
import { detectLanguage } from './detect-language.ts'
import { isAuthorDate, parseAuthorDate } from './parse-author-date.ts'
import { isGost, parseGost } from './parse-gost.ts'
import { parsePersons } from './parse-names.ts'
import { parseNoteStyle } from './parse-note-style.ts'
import { mediumMark, peelDetails } from './peel-details.ts'
import { peelLocator } from './peel-locator.ts'
import type { Draft, Reference, Repetition } from './reference.ts'

/** Longer texts are read this far: no reference is longer, and the words behind are kept in `raw`. */
const longest = 4_000

/** Reads `raw`, one reference with its white space single. */
export function parseReference(raw: string): Reference {
  const text = dropLeadIn(raw.slice(0, longest))
  const repeated = parseRepetition(text)
  if (repeated) return { raw, fields: {}, confidence: {}, truncated: false, ...repeated }
  const { fields, rest, urlFault, cut } = peelDetails(text)
  const truncated = raw.length <= longest && (cut || endsCut(text, fields.URL))
  const locator = parseBody(rest, fields)
  const title = fields.title ?? ''
  const language = detectLanguage(title)
  if (language) fields.language = language
  if (title === '') delete fields.title
  return {
    raw,
    fields,
    confidence: {},
    truncated,
    ...(locator ? { locator } : {}),
    ...(urlFault ? { urlFault } : {}),
  }
}

const joined = (words: readonly string[]) => words.join('|').replaceAll('(', '(?:').replaceAll(' ', '\\s')
const leadInPattern = new RegExp(`^(?:[-–—•*]\\s)?(?:${joined(leadIns)})(?:\\s?:\\s|,\\s|\\s)(?=\\S)`, 'iu')
const ibidPattern = new RegExp(`^[("“]?(?:${joined(ibidWords)})(?:\\s?[.,:;]|\\s|$)`, 'iu')
const opCitPattern = new RegExp(`(?<!\\p{L})(?:${joined(opCitWords)})(?:\\s?[.,]|\\s|$)`, 'iu')

/** Without words such as `See also:`; a title that begins with one goes on in lower case. */
function dropLeadIn(text: string): string {
  const rest = text.replace(leadInPattern, '')
  return (/^[\p{Lu}\d"“«„]|^https?:/u.test(rest) ? rest : text).trim()
}

/** Reads `Ibid., p. 5` and `Novak, op. cit., p. 5`. */
function parseRepetition(text: string): { readonly repeats: Repetition; readonly locator?: Locator } | undefined {
  const ibid = ibidPattern.exec(text)
  const opCit = ibid || text.length > 200 ? null : opCitPattern.exec(text)
  const match = ibid ?? opCit
  if (!match) return undefined
  const after = text.slice(match.index + match[0].length).trim()
  // `Ibid.` and a long text: the note goes on with something else.
  if (after.length > 120) return undefined
  const { locator } = peelLocator(` ${after}`)
  const bare = /^[.,\s]*(\d{1,4}(?:[-–—]\d{1,4})?)\.?$/u.exec(after)?.[1]
  const place = locator ?? (bare ? { label: 'page', value: bare } : undefined)
  const family = opCit ? familyOf(text.slice(0, opCit.index)) : undefined
  if (opCit && !family) return undefined
  const repeats: Repetition = family ? { of: 'author', family } : { of: 'preceding' }
  return place ? { repeats, locator: place } : { repeats }
}

function familyOf(text: string): string | undefined {
  const names = text.replace(/[\s,.:]+$/u, match => (match.includes('.') ? '.' : ''))
  return parsePersons(names)?.[0]?.family ?? /^(\p{Lu}[\p{L}'’-]+)/u.exec(names)?.[1]
}

function parseBody(rest: string, fields: Draft): Locator | undefined {
  const bare = rest.replaceAll(mediumMark, '').trim()
  if (!/\p{L}{2}/u.test(bare)) {
    fields.type = fields.URL ? 'webpage' : 'document'
    return undefined
  }
  if (isComment(bare, fields)) {
    fields.type = 'document'
    return undefined
  }
  if (isGost(rest)) return parseGost(rest, fields)
  if (isAuthorDate(bare)) return parseAuthorDate(bare, fields)
  // The short form of GOST has no marks of its own; its words are Cyrillic.
  if (isCyrillic(bare) && !/^[«"“]/u.test(bare)) return parseGost(rest, fields)
  const locator = parseNoteStyle(bare, fields)
  if (!fields.title) fields.title = cleanTitle(bare)
  return locator
}

function isCyrillic(text: string): boolean {
  const letters = text.slice(0, 400).match(/\p{L}/gu)?.length ?? 0
  return (text.slice(0, 400).match(/\p{Script=Cyrillic}/gu)?.length ?? 0) * 2 > letters
}

const commentPattern = new RegExp(`^${commentOpenings}`, 'iu')

/** Prose: it says so, or it is long and prints nothing that a reference prints. */
function isComment(text: string, fields: Draft): boolean {
  if (fields.URL || fields.DOI || fields.medium || /(?:\s\/\/?\s|(?<!\d)(?:1[5-9]|20)\d\d(?!\d))/u.test(text))
    return false
  return commentPattern.test(text) || text.length > 300
}

/** The last characters show that more must have followed. */
function endsCut(text: string, url: string | undefined): boolean {
  const end = text.slice(-200).trimEnd()
  if (url && text.trimEnd().endsWith(url)) return /[-=&%?]$/u.test(url)
  if (/[\p{L}\d]-$|[,:;([«„“]$|\s\/{1,2}$|[\p{L}\d.]\s[-–—]$|\s&$/u.test(end)) return true
  if (openWords.test(end) || /[-–—,;]\s(?:[CСcсPpSsТт]|pp|PP)\.?$/u.test(end)) return true
  return /\[[^\]]{0,60}$/u.test(end)
}

const openWords =
  /(?:^|[\s(])(?:(?:vol|no|nr|вып|bd)\.|№|and|und|et|the|of|in|for|with|для|и|в|на|der|die|das|des|und|du|de|la|le)$/u
