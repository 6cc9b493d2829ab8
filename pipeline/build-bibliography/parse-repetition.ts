/**
 * Reads notes that repeat a work cited before: `Ibid., p. 5`, `Novak, op. cit., p. 5`, `Novak (n 12) 47`.
 */
import type { Locator } from '../contract/bibliography.ts'
import { compileWords } from './compile-words.ts'
import { ibidWords, opCitWords } from './conventions.ts'
import { parseFamilies, parsePersons } from './parse-names.ts'
import { peelLocator, rangeSource, tidyRange } from './peel-locator.ts'
import type { Repetition } from './reference.ts'

const ibidPattern = new RegExp(`^[("“]?(?:${compileWords(ibidWords)})(?:\\s?[.,:;)]|\\s|$)`, 'iu')
const opCitPattern = new RegExp(
  `[(]?(?<!\\p{L})(?:${compileWords(opCitWords)})(?:\\s?[.,]|\\s|\\)|$)|\\s\\((?:n|wie Anm\\.|Anm\\.|see note|note|сн\\.)\\s?(\\d{1,4})\\),?|,?\\ssupra,?\\s(?:note|n\\.?)\\s?(\\d{1,4})`,
  'iu',
)
const barePlace = new RegExp(
  `^[.,;:\\s]*(?:at\\s|,\\s)?(${rangeSource}(?:,\\s${rangeSource}){0,4}(?:\\sff?\\.?)?)[.\\s]*$`,
  'iu',
)

/** Reads a repetition with its place; undefined where the text is none. */
export function parseRepetition(
  text: string,
): { readonly repeats: Repetition; readonly locator?: Locator } | undefined {
  const ibid = ibidPattern.exec(text)
  const opCit = ibid || text.length > 250 ? null : opCitPattern.exec(text)
  const match = ibid ?? opCit
  if (!match) return undefined
  const after = text.slice(match.index + match[0].length).trim()
  // `Ibid.` and a long text: the note goes on with something else.
  if (after.length > 120) return undefined
  const { locator } = peelLocator(` ${after.replace(/^[.,;:)\s]+/u, '')}`)
  const bare = barePlace.exec(after)?.[1]
  const place = locator ?? (bare ? { label: 'page', value: tidyRange(bare) } : undefined)
  const author = opCit ? readAuthor(text.slice(0, opCit.index)) : undefined
  if (opCit && !author && text.slice(0, opCit.index).trim() !== '') return undefined
  const number = opCit?.[1] ?? opCit?.[2]
  const note = number === undefined ? {} : { note: number }
  const repeats: Repetition = author ? { of: 'author', ...author, ...note } : { of: 'preceding' }
  return place ? { repeats, locator: place } : { repeats }
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
