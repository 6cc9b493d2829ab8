/**
 * Names in a text, as far as capitals tell: a word with a capital inside a sentence, or one at its head that the document
 * never prints without. German writes all nouns with capitals, so that only the marks of a company count there.
 */
import type { Paragraph } from '../../contract/document.ts'
import type { Stem } from '../../tree/stem-words.ts'
import { legalForms, listWords, openers } from './chart-words.ts'

/** The words of a text that name somebody or something; `known` holds stems of words that do not count. */
export type FindNames = (text: string, known?: ReadonlySet<string>) => readonly string[]

const companies = new Set(listWords(legalForms))
const opening = new Set(listWords(openers))

/** Names by the usage of one document. */
export function createNameFinder(paragraphs: readonly Paragraph[], language: string, stem: Stem): FindNames {
  const calendar = listCalendar(language)
  const capitalsTell = language.toLowerCase().split('-')[0] !== 'de'
  let lowerCase: Set<string> | undefined
  const isPlain = (word: string) => {
    lowerCase ??= new Set(paragraphs.flatMap(({ text }) => text.match(/(?<![\p{L}\p{N}])\p{Ll}\p{L}*/gu) ?? []))
    return opening.has(word) || lowerCase.has(word)
  }
  return (text, known = new Set()) =>
    [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}&'’-]*/gu)].flatMap(({ 0: word, index }) => {
      const lower = word.toLowerCase().replace(/['’]s?$/u, '')
      if (companies.has(word)) return [word]
      if (!capitalsTell || !/^\p{Lu}/u.test(word) || /\p{N}/u.test(word)) return []
      if (known.has(stem(lower)) || calendar.has(lower) || word === 'I') return []
      // After a stop, or a quotation mark at the head or after a colon, any word has a capital.
      const first = /(?:^|[.!?:])\s*["“«„'(]*$/u.test(text.slice(0, index))
      return first && isPlain(lower) ? [] : [word]
    })
}

/** Whether a sentence opens with a name, or has the mark of a company: what follows may be about it. */
export function turnsToOther(sentence: string, findNames: FindNames, known: ReadonlySet<string>): boolean {
  const head = /^["“«„'(]*[\p{L}\p{N}][\p{L}\p{N}&'’-]*/u.exec(sentence)?.[0] ?? ''
  return findNames(head, known).length > 0 || findNames(sentence).some(name => companies.has(name))
}

const calendars = new Map<string, ReadonlySet<string>>()

/** Months and days of the week, in lower case. */
function listCalendar(language: string): ReadonlySet<string> {
  const made =
    calendars.get(language) ??
    new Set(
      [...Array(12).keys()].flatMap(index => {
        const write = (date: Date, options: Intl.DateTimeFormatOptions) =>
          new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(date).toLowerCase()
        const month = new Date(Date.UTC(2023, index))
        const day = new Date(Date.UTC(2023, 0, 1 + index))
        return [write(month, { month: 'long' }), write(month, { month: 'short' }), write(day, { weekday: 'long' })]
      }),
    )
  calendars.set(language, made)
  return made
}
