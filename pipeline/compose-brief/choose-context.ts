/**
 * Chooses the words that tell whom a sentence speaks of, where it does not say so itself: the nearest sentence before it
 * that names somebody fit to be its subject, as far as the name. The paragraph's opening would often name somebody else.
 */
import type { Context } from '../contract/brief.ts'
import type { Paragraph, Sentence } from '../contract/document.ts'
import { findNames, findSubjects, type NameSpan } from './find-names.ts'
import { alternation, connectives } from './leaning-words.ts'
import { findNamedOne, pointsBack, pointsToOne, type ThemeNames, unnamedThing, withoutNames } from './stands-alone.ts'
import { trimStatement } from './trim-statement.ts'

/** What firms are called where their name is not used; a project and its product are a firm's. */
const firmNouns = alternation([
  'company, enterprise, exporter, firm, founder, importer, initiator, investor, plant, factory, manufacturer, producer',
  'project, resident',
])

/** Places and institutions: what is called `the park` is named with that word. */
const placeNouns = alternation([
  'bank, center, centre, city, college, district, hospital, institute, ministry, museum, park, port, province, region',
  'school, town, university, village, zone',
])

const legalForm =
  /\b(?:LLC|LLP|Ltd|Limited|PLC|[CJOP]{1,2}SC|JSC|Inc|Corp|Corporation|Company|Co\.|Holding|GmbH|AG|S\.?A\.?|N\.?V\.?|B\.?V\.?|ООО|ОАО|ЗАО|АО|ПАО)(?![\p{L}\p{N}])/u
const namedFirm = new RegExp(
  `\\b(?:${firmNouns})s? ["“«]?\\p{Lu}|^.{0,30}\\ban? (?:[\\p{L}-]+ ){0,3}(?:company|firm|enterprise|plant)\\b|\\p{Lu}[\\p{L}-]+["”»]?, an? (?:[\\p{L}-]+ ){0,2}(?:${firmNouns})`,
  'u',
)

/** A pronoun for a subject, unless a name follows at once: `It is the company Agron, which`. */
const pronounHead =
  /^(?:\S+\s){0,2}?["“«]?(?:it|they|he|she|this|that|these|those|its|their|his|her)\b(?! (?:is|was|are|were) (?:(?:the|an?) (?:[a-z-]+ )*)?["“«]?\p{Lu})/iu

/** `It amounted to`, `This figure`, `The second`: what the sentence before speaks of, and no `It is planned to`. */
const pronounSubject =
  /^["“«]?(?:(?:it|they|he|she)\b(?! (?:is|was|will be|has been|should be|would be) (?:also |now )?(?:[a-z]+ed|possible|clear|likely|worth|not [a-z]+)\b)|(?:\S+ ){0,6}?th(?:is|ese) (?!(?:century|decade|month|quarter|week|year|will|would|is|was|has|makes|means|suggests|shows)\b)[a-z]|according to (?:its|their)\b|the (?:first|second|third|former|latter)(?: one)?\b(?= (?:is|was)\b))/iu

/** Words that an opening keeps at the least and at the most, and how many after a name say what of it is meant. */
const fewestWords = 9
const mostWords = 28
const wordsAfterName = 3
/** So few words are not worth a cut. */
const spared = 5
/** So many of the sentence before are shown where a pronoun points to its end. */
const mostOfAntecedent = 55
/** A park or zone keeps its name over so many paragraphs. */
const farthestPlace = 8

/**
 * What to show before a sentence of a paragraph. Undefined where the sentence names its subject, or where nothing stands
 * before it that does. `earlier` are the paragraphs of its section before, `names` those that many things bear.
 */
export function chooseContext(
  sentence: Sentence,
  { sentences }: Paragraph,
  earlier: readonly Paragraph[],
  names: ThemeNames,
): Context | undefined {
  const said = withoutOpener(sentence.text)
  const index = sentences.indexOf(sentence)
  if (!pointsBack(said, names) || index < 0) return undefined
  const before = sentences.slice(0, index)
  const last = before.at(-1)
  const antecedent = pronounSubject.test(said) ? before.findLast(({ text }) => !pronounHead.test(text)) : undefined
  if (antecedent) return show(antecedent, keepAntecedent(antecedent.text, names), antecedent === last)
  const sought = kindSought(said, names)
  // `As for Aker University, the university …`
  const own = sought?.lasts && !pointsToOne(said, names) ? sought.find(said) : undefined
  if (own && own.start < said.search(unnamedThing)) return undefined
  if (sought) {
    const far = sought.lasts ? earlier.slice(-farthestPlace).flatMap(paragraph => paragraph.sentences) : []
    const found = [...far, ...before].findLast(({ text }) => sought.find(text) !== undefined)
    const at = found && sought.find(found.text)
    if (found && at)
      return show(found, sought.lasts ? keepName(found.text, at) : keepAround(found.text, at, names), found === last)
  }
  const found = sought?.lasts ? undefined : before.findLast(({ text }) => namesSomebody(withoutOpener(text), names))
  if (found) return show(found, { text: keepUntilName(found.text, names), gapBefore: false }, found === last)
  return last && show(last, { text: keepUntilName(last.text, names), gapBefore: false }, true)
}

/**
 * What to show before a quotation: the words that lead up to it in its sentence, and before them what is shown before the
 * sentence where they name nobody. `lead` is how many characters of the sentence stand before the quotation.
 */
export function chooseLeadIn(
  sentence: Sentence,
  lead: number,
  paragraph: Paragraph,
  earlier: readonly Paragraph[],
  names: ThemeNames,
): readonly Context[] {
  const words = sentence.text.slice(0, lead).replace(/\s*["“«„]?\s*$/u, '')
  if (!/\s/u.test(words) || filler.test(words)) return listOf(chooseContext(sentence, paragraph, earlier, names))
  const kept = words.split(/\s+/u).length <= mostOfAntecedent ? words : keepUntilName(words, names)
  const leadIn = { id: sentence.id, text: kept, gapBefore: false, gap: kept !== words, leadsIn: true }
  const pointing = pronounHead.test(words) || pointsBack(withoutOpener(words), names)
  return pointing ? [...listOf(chooseContext(sentence, paragraph, earlier, names)), leadIn] : [leadIn]
}

/** `However, even` leads up to nothing. */
const filler = new RegExp(`^(?:${alternation(connectives)}),?(?: (?:also|even|only|so))*,?$`, 'iu')

type Kept = Pick<Context, 'text' | 'gapBefore'>

function show({ id, text }: Sentence, kept: Kept, isNext: boolean): Context {
  return { id, ...kept, gap: !text.endsWith(kept.text) || !isNext, leadsIn: false }
}

function listOf<T>(item: T | undefined): readonly T[] {
  return item === undefined ? [] : [item]
}

/** `Suffice it to say that` and `In this regard` point to nobody. */
function withoutOpener(text: string): string {
  const turned = text.replace(
    /^in (?:the context of )?this (?:connection|context|regard|respect|sense|topic),?\s+/iu,
    '',
  )
  return turned.slice(trimStatement(turned, Number.POSITIVE_INFINITY).from)
}

/** What `the company` or `the park` of a text can stand for. */
interface Kind {
  /** Where a sentence names one. */
  readonly find: (text: string) => NameSpan | undefined
  /** Whether its name holds beyond its paragraph, as that of a park does; firms change from paragraph to paragraph. */
  readonly lasts: boolean
}

/** The kind of thing that a text speaks of without its name; undefined where it could be any. */
function kindSought(text: string, names: ThemeNames): Kind | undefined {
  if (pointsToOne(text, names)) return { lasts: true, find: candidate => findNamedOne(candidate, names) }
  const things = text.match(new RegExp(unnamedThing, 'gu')) ?? []
  const noun = (nouns: string) =>
    things.flatMap(thing => new RegExp(`\\b(${nouns})s?$`, 'iu').exec(thing)?.[1]?.toLowerCase() ?? [])[0]
  const place = noun(placeNouns)
  if (place) {
    const spelt = place.replace(/^./u, letter => `[${letter}${letter.toUpperCase()}]`)
    return matching(
      `\\b${spelt}s? (?:of )?(?:["“«][^"”»]+["”»]|\\p{Lu}[\\p{L}-]*)|(?!${determiners})\\b(?:\\p{Lu}[\\p{L}’'-]*["”»]? )+${spelt}\\b(?: ["“«][^"”»]+["”»])?`,
      true,
    )
  }
  const isMany = things.some(thing => new RegExp(`\\b(?:${firmNouns})s$`, 'iu').test(thing))
  if (isMany) return matching(`\\b(?:${firmNouns.replaceAll('y|', '(?:y|ies)|')})s?\\b(?<=s)`, false)
  return noun(firmNouns)
    ? matching(`(?:${legalForm.source})(?: ["“«][^"”»]+["”»])?|${namedFirm.source}`, false)
    : undefined
}

/** `This university` has no name. */
const determiners = '(?:Another|Each|Every|Its|One|Such|That|The|Their|These|This|Those) '

function matching(source: string, lasts: boolean): Kind {
  const pattern = new RegExp(source, 'u')
  return {
    lasts,
    find: text => {
      const match = pattern.exec(text)
      return match ? { start: match.index, end: match.index + match[0].length } : undefined
    },
  }
}

/** Whether a sentence names somebody before it points to anybody. */
function namesSomebody(text: string, names: ThemeNames): boolean {
  const plain = withoutNames(text, names, true)
  const first = findSubjects(plain)[0]
  if (!first || pronounHead.test(text)) return false
  const head = /^(?:\S+\s+){0,5}/u.exec(text)?.[0] ?? ''
  if (pointsToOne(head, names) && !findNamedOne(text, names)) return false
  const thing = unnamedThing.exec(plain)
  return thing === null || thing.index > first.start || thing.index > 40
}

/** A sentence's first words, as far as the last name among them and the words that belong to it. */
export function keepUntilName(text: string, names: ThemeNames): string {
  const words = text.split(/(?=\s)/u)
  const reach = words.slice(0, mostWords).join('').length
  const found = [...findNames(text), ...names.find(text)].filter(name => name.end <= reach)
  return keepUntil(text, Math.max(0, ...found.map(name => name.end)))
}

/** The whole sentence where it is not too long, as what a pronoun means often stands at its end. */
function keepAntecedent(text: string, names: ThemeNames): Kept {
  const isShort = text.split(/\s+/u).length <= mostOfAntecedent
  return { text: isShort ? text : keepUntilName(text, names), gapBefore: false }
}

/** The name alone: what else its sentence says of the park is another matter. */
function keepName(text: string, { start, end }: NameSpan): Kept {
  return { text: text.slice(start, end).replace(/[,;:.]$/u, ''), gapBefore: start > 0 }
}

/** The words around a name; where it stands deep in a sentence, from the comma before it. */
function keepAround(text: string, { start, end }: NameSpan, names: ThemeNames): Kept {
  const isNear = text.slice(0, start).split(/\s+/u).length <= fewestWords + spared
  if (isNear)
    return { text: keepUntil(text, Math.max(end, keepUntilName(text.slice(0, end), names).length)), gapBefore: false }
  const comma = text.slice(0, start).search(/,\s[^,]*$/u)
  const from = comma < 0 ? 0 : comma + 2
  return { text: text.slice(from, from + keepUntil(text.slice(from), end - from).length), gapBefore: from > 0 }
}

/** A word that cannot be the last. */
const smallWord = /^\s*(?:an?|and|at|between|by|for|from|in|of|on|the|to|which|with)$/iu

/** A text as far as a place in it, to the end of a title that is open there, and a little on. */
function keepUntil(text: string, end: number): string {
  const isOpen = (text.slice(0, end).match(/"/gu)?.length ?? 0) % 2 === 1
  const closing = isOpen ? text.indexOf('"', end) : -1
  const to = closing >= 0 && closing - end < 80 ? closing + 1 : end
  const words = text.split(/(?=\s)/u)
  const needed = text.slice(0, to).split(/(?=\s)/u).length
  const isStop = (word: string) => /[,;:.–-]$/u.test(word)
  let kept = Math.max(fewestWords, needed)
  for (let more = 0; more < wordsAfterName && kept === needed + more && !isStop(words[kept - 1] ?? ''); more += 1)
    kept += 1
  // Neither `was registered in […]`, nor a name cut in two.
  while (kept < words.length && (smallWord.test(words[kept - 1] ?? '') || /^\s["“«]?\p{Lu}/u.test(words[kept] ?? '')))
    kept += 1
  if (kept + spared >= words.length) return text
  return words
    .slice(0, kept)
    .join('')
    .replace(/[,;:]$/u, '')
}
