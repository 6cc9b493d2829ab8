/**
 * Splits a note that names several works into its references. A semicolon or `See also` parts two works only where each
 * side can stand alone: authors and places are joined by semicolons too.
 */
import { compileWords } from './compile-words.ts'
import { ibidWords, leadIns, supraWords } from './conventions.ts'
import { parsePersons } from './parse-names.ts'
import { isProse } from './peel-comment.ts'

/** The references of a note, in order; a note that names one work comes back whole. */
export function splitReferences(note: string): readonly string[] {
  const references: string[] = []
  let start = 0
  for (const match of note.matchAll(boundary)) {
    const end = match.index + (/^[;,]/u.test(match[0]) ? 0 : 1)
    const next = match.index + match[0].length
    if (
      !opening.test(note.slice(next, next + 1)) &&
      !leadIn.test(note.slice(next, next + 40)) &&
      !comment.test(note.slice(next, next + 120))
    )
      continue
    if (!standsAlone(note.slice(Math.max(start, end - reach), end)) || !standsAlone(note.slice(next, next + reach)))
      continue
    const left = note.slice(Math.max(start, end - reach), end)
    // A comment before a reference, or the names of several editors, stay with what follows.
    if (isComment(left) || isNames(left)) continue
    references.push(note.slice(start, end).trim())
    start = next
  }
  references.push(note.slice(start).trim())
  return references.filter(reference => reference !== '')
}

/** How far a reference is searched for its year or address, in characters. */
const reach = 500
/** A semicolon, or the end of a sentence before words such as `See also`. */
const boundary =
  /;\s(?=\S)|[.)\]/\d]\s(?=(?:see(?:\salso)?|also\ssee|см\.(?:\sтакже)?|siehe\sauch|vgl\.\sauch|voir\saussi|zob\.\steż)\s?:?\s\S)|,\s(?=(?:quoted|cited|reprinted)\sin\s|zit(?:iert|\.)\s(?:nach|bei|in)\s|cité\s(?:par|dans)\s|цит\.\sпо)/giu
const opening = /[\p{Lu}\d"“«„]/u
const leadIn = new RegExp(
  `^(?:https?:|(?:${compileWords(leadIns)}|${compileWords(ibidWords)})[\\s.,:]|${compileWords(supraWords)})`,
  'iu',
)
/** `on its collection, see …`, `pour une critique, Jean Petit …`: a comment before another reference. */
const comment =
  /^\p{Ll}[^\d:;]{3,80}?(?:,\s(?:see|voir|vgl\.|siehe|cf\.)\s|\s(?:see|voir|vgl\.|siehe|см\.:?)\s|,\s)(?=[\p{Lu}"“«„])/u
const ibid = new RegExp(`^(?:${compileWords([...ibidWords, ...supraWords])})(?!\\p{L})`, 'iu')
const evidence =
  /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|https?:\/\/|www\.|(?<!\p{L})(?:pp?|с|c|s|стр)\.\s?\d|\b10\.\d{4}|\(n\s\d{1,4}\)|(?:[”"»“]|\p{L}),?\s\d{1,4}(?:[-–]\d{1,4})?\.?$/iu

/** Whether the text prints what a reference prints: a year, an address, a page, or `ibid.` */
function standsAlone(text: string): boolean {
  const trimmed = text.trim()
  return ibid.test(trimmed) || (trimmed.length > 7 && evidence.test(trimmed))
}

/** A sentence that refers to nothing. */
function isComment(text: string): boolean {
  return isProse(text) && /(?:\s\p{Ll}+){3}/u.test(text) && !/\d(?:[-–]\d{1,4})?\s*$/u.test(text)
}

/** Names at the end, behind `in:` or a slash: `In: Kraus, M.` */
function isNames(text: string): boolean {
  const list = /(?:(?:^|[\s.,])(?:in|dans|[Вв] кн\.)\s?:?\s|\s\/\s)([^:]{3,80})$/iu.exec(text)?.[1]
  return list !== undefined && parsePersons(list.trim()) !== undefined
}
