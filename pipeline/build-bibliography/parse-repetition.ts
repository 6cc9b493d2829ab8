/**
 * Reads notes that repeat a work cited before: `Ibid., p. 5`, `Novak, op. cit., p. 5`, `Novak (n 12) 47`, `Supra note 12`,
 * `Novak, ibid., p. 5`.
 */
import type { Locator } from '../contract/bibliography.ts'
import { compileWords } from './compile-words.ts'
import { ibidWords, opCitWords, supraWords } from './conventions.ts'
import { parseFamilies, parsePersons } from './parse-names.ts'
import { locatorSource, peelLocator, rangeSource, tidyRange } from './peel-locator.ts'
import type { Repetition } from './reference.ts'

const ibidPattern = new RegExp(`^[("“]?(?:${compileWords(ibidWords)})(?:\\s?[.,:;)]|\\s|$)`, 'iu')
const namedIbidPattern = new RegExp(
  `^([^:;()"“«„]{2,60}?),?\\s\\(?(?:${compileWords(ibidWords)})(?:\\s?[.,:;)]+|\\s|$)`,
  'iu',
)
const supraPattern = new RegExp(`^[("“]?(?:n\\.?\\s|${compileWords(supraWords)})(\\d{1,4})(?!\\d)\\)?`, 'iu')
const opCitPattern = new RegExp(
  `[(]?(?<!\\p{L})(?:${compileWords(opCitWords)})(?:\\s?[.,]|\\s|\\)|$)|\\s\\((?:n|wie Anm\\.|Anm\\.|see note|note|сн\\.)\\s?(\\d{1,4})\\),?|,?\\ssupra,?\\s(?:note|n\\.?)\\s?(\\d{1,4})`,
  'iu',
)
const barePlace = new RegExp(
  `^[.,;:\\s]*(?:at\\s|,\\s)?(${rangeSource}(?:,\\s${rangeSource}){0,4}(?:\\sff?\\.?)?)[.\\s]*$`,
  'iu',
)

const placeStart = new RegExp(`^(?:${locatorSource}|${rangeSource}(?!\\p{L}))`, 'iu')

/** Reads a repetition with its place; undefined where the text is none. */
export function parseRepetition(
  text: string,
): { readonly repeats: Repetition; readonly locator?: Locator } | undefined {
  const ibid = matchIbid(text)
  const supra = ibid ? null : supraPattern.exec(text)
  const opCit = ibid || supra || text.length > 250 ? null : opCitPattern.exec(text)
  const match = ibid ?? supra ?? opCit
  if (!match) return parseNamedIbid(text)
  const after = text.slice(match.index + match[0].length).trim()
  // `Ibid.` and a long text: the note goes on with something else.
  if (after.length > 120) return undefined
  const { place } = readPlace(after)
  const author = opCit ? readAuthor(text.slice(0, opCit.index)) : undefined
  if (opCit && !author && text.slice(0, opCit.index).trim() !== '') return undefined
  const number = opCit?.[1] ?? opCit?.[2]
  const note = number === undefined ? {} : { note: number }
  const repeats: Repetition = supra?.[1]
    ? { of: 'note', note: supra[1] }
    : author
      ? { of: 'author', ...author, ...note }
      : { of: 'preceding' }
  return place ? { repeats, locator: place } : { repeats }
}

/** `Ibid.`; a word with a capital behind one without a stop makes it a name (`Ibidem Press`), unless it is a place. */
function matchIbid(text: string): RegExpExecArray | null {
  const match = ibidPattern.exec(text)
  const after = text.slice(match?.[0].length ?? 0).trimStart()
  const isName = match && /\s$/u.test(match[0]) && /^\p{Lu}\p{L}/u.test(after) && !placeStart.test(after)
  return isName ? null : match
}

/** `Brown, ibid., p. 6.`: only a place may follow, or any title with such a word would be taken for it. */
function parseNamedIbid(text: string): ReturnType<typeof parseRepetition> {
  const match = text.length > 150 ? null : namedIbidPattern.exec(text)
  const names = match?.[1] ?? ''
  const family = (parsePersons(names) ?? parseFamilies(names))?.[0]?.family
  if (!match || family === undefined) return undefined
  const { place, rest } = readPlace(text.slice(match[0].length).trim())
  if (/[\p{L}\d]/u.test(rest)) return undefined
  const repeats: Repetition = { of: 'preceding', family }
  return place ? { repeats, locator: place } : { repeats }
}

/** The place that stands behind a repetition, and what else does. */
function readPlace(after: string): { readonly place?: Locator; readonly rest: string } {
  const { locator, rest } = peelLocator(` ${after.replace(/^[.,;:)\s]+/u, '')}`)
  if (locator) return { place: locator, rest }
  const bare = barePlace.exec(after)?.[1]
  return bare ? { place: { label: 'page', value: tidyRange(bare) }, rest: '' } : { rest }
}

function titleOf(text: string): { readonly title?: string } {
  const title = text.replace(/^[\s,.:“"«„]+|[\s,.…”"»“]+$/gu, '')
  return title === '' || parsePersons(title) ? {} : { title }
}

/** The family of the first author, and the words of the title where they are printed. */
function readAuthor(text: string): { readonly family: string; readonly title?: string } | undefined {
  const names = text.replace(/[\s,:]+$/u, '')
  // `Claire Fontaine, Le Sel` is a name and a title, no family with a given name.
  const comma = names.indexOf(', ')
  const direct = comma > 0 ? parsePersons(names.slice(0, comma)) : undefined
  if (direct?.[0]?.family) return { family: direct[0].family, ...titleOf(names.slice(comma)) }
  const whole = (parsePersons(names) ?? parseFamilies(names.replace(/\.$/u, '')))?.[0]?.family
  if (whole) return { family: whole }
  for (const { index } of [...names.matchAll(/[,.:](?=\s)|(?=\s["“«„])/gu)].slice(0, 8)) {
    const dotted = names.charAt(index) === '.' ? index + 1 : index
    const head = names.slice(0, dotted)
    const family = (parsePersons(head) ?? parseFamilies(head))?.[0]?.family
    const title = names.slice(index).replace(/^[\s,.:]+|[\s,.…]+$/gu, '')
    // `Novak, J. Op. cit.`: what follows the comma may belong to the name.
    if (family && !/^(?:\p{Lu}\.\s?){1,3}$/u.test(title) && !parsePersons(`${head}, ${title.split(/[,.]\s/u)[0]}.`))
      return title === '' ? { family } : { family, title }
  }
  const first = /^(\p{Lu}[\p{L}'’-]+)/u.exec(names)?.[1]
  return first ? { family: first } : undefined
}
