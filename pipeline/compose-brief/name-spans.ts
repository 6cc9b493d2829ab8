/**
 * Finds where a text names somebody or something: capitals inside it that begin no month, and at its head those that are
 * more than the first letter of a sentence. An adjective of a people (`Chinese`) names nobody.
 */
import { alternation, connectives } from './leaning-words.ts'

/** Characters `start` to `end` of a text. */
export interface NameSpan {
  readonly start: number
  readonly end: number
}

const time = 'January|February|March|April|May|June|July|August|September|October|November|December'
const months = new RegExp(
  `^(?:(?:${time})(?:[-–](?:${time}))?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|I|II|III|IV|USD|EUR)$`,
  'u',
)

/** `The Memorandum` is a kind of paper. */
const paper =
  /^(?:Agreement|Charter|Contract|Convention|Declaration|Decree|Directive|Memorandum|Program|Programme|Protocol|Treaty|Understanding)$/u

/** `However,` at the head of a sentence is no name. */
const connective = new RegExp(`^(?:${alternation(connectives)})$`, 'iu')

/** `Belarusian companies`, `Belarusian-Kazakh trade`; `Pakistan` is a country. */
const people =
  /(?:ian|ese|ish|stani|ean|ican|Asian|Cuban|German|Kazakh|Uzbek|Kyrgyz|Tajik|French|Dutch|Greek|Czech|Arab|Swiss|Thai|Iraqi|Israeli)$/u

/** The names in a text, in order; words that follow each other are one name. `Chinese` counts where `peoples` is true. */
export function findNames(text: string, peoples = false): readonly NameSpan[] {
  const names: NameSpan[] = []
  for (const { start, end } of findNameWords(text, peoples)) {
    const last = names.at(-1)
    if (last && last.end === start - 1 && text[last.end] === ' ') names.splice(-1, 1, { start: last.start, end })
    else names.push({ start, end })
  }
  return names
}

/** The names that a sentence may be about: not those of where something is or comes from. */
export function findSubjects(text: string, peoples = false): readonly NameSpan[] {
  let isElsewhere = false
  return findNames(text, peoples).filter(({ start }, index, names) => {
    const between = text.slice(names[index - 1]?.end ?? 0, start)
    // `from Norway, Latvia and Spain`
    const isListed = isElsewhere && /^(?:,|,? and)? $/u.test(between)
    isElsewhere = isListed || /\b(?:in|near|at|within|from) ["“«]?$/iu.test(between)
    return !isElsewhere
  })
}

function findNameWords(text: string, peoples: boolean): readonly NameSpan[] {
  const words = [...text.matchAll(/[\p{L}\p{N}'’-]+/gu)].filter(([word]) => !/\p{N}/u.test(word))
  return words.flatMap(({ 0: word, index: start }, place) => {
    const end = start + word.length
    const next = text.slice(end)
    if (!/^\p{Lu}/u.test(word) || months.test(word)) return []
    if (connective.test(word) || paper.test(word)) return []
    if (!peoples && people.test(word) && /^ \p{Ll}/u.test(next)) return []
    const atHead = place === 0 || /[.:!?] $/u.test(text.slice(0, start))
    const isMore = /^\p{Lu}{2}/u.test(word) || /^(?:,| and\b)/u.test(next) || /['’]s$/u.test(word)
    return atHead && !isMore ? [] : [{ start, end }]
  })
}
