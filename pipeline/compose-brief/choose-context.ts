/**
 * Chooses the words that tell whom a sentence speaks of, where it does not say so itself: the nearest sentence before it
 * that names somebody fit to be its subject, as far as the name. The paragraph's opening would often name somebody else.
 */
import type { Context } from '../contract/brief.ts'
import type { Paragraph, Sentence } from '../contract/document.ts'
import { findNames, findSubjects } from './find-names.ts'
import { alternation } from './leaning-words.ts'
import { namesOne, pointsBack, pointsToOne, type ThemeNames, unnamedThing, withoutNames } from './stands-alone.ts'
import { trimStatement } from './trim-statement.ts'

/** What firms are called where their name is not used; a project and its product are a firm's. */
const firmNouns = alternation([
  'company, enterprise, exporter, firm, founder, importer, initiator, investor, plant, factory, manufacturer, producer',
  'product, project, resident',
])

/** Places and institutions: what is called `the park` is named with that word. */
const placeNouns = alternation([
  'bank, center, centre, city, college, district, hospital, institute, ministry, museum, park, port, province, region',
  'school, town, university, village, zone',
])

const legalForm =
  /\b(?:LLC|LLP|Ltd|Limited|PLC|[CJOP]{1,2}SC|JSC|Inc|Corp|Corporation|Company|Co\.|Holding|GmbH|AG|S\.?A\.?|N\.?V\.?|B\.?V\.?|ООО|ОАО|ЗАО|АО|ПАО)(?![\p{L}\p{N}])/u
const namedFirm = new RegExp(
  `\\b(?:${firmNouns})s? ["“«]?\\p{Lu}|\\p{Lu}[\\p{L}-]+["”»]?, an? (?:[\\p{L}-]+ ){0,2}(?:${firmNouns})`,
  'u',
)

/** A pronoun for a subject, unless a name follows at once: `It is the company Agron, which`. */
const pronounHead =
  /^(?:\S+\s){0,2}?["“«]?(?:it|they|he|she|this|that|these|those|its|their|his|her)\b(?! (?:is|was|are|were) (?:(?:the|an?) (?:[a-z-]+ )*)?["“«]?\p{Lu})/iu

/** `It amounted to`: what the sentence before speaks of, and no `It is planned to`. */
const pronounSubject =
  /^["“«]?(?:it|they|he|she)\b(?! (?:is|was|will be|has been|should be|would be) (?:also |now )?(?:[a-z]+ed|possible|clear|likely|worth|not [a-z]+)\b)/iu

/** Words that an opening keeps at the least and at the most. */
const fewestWords = 9
const mostWords = 22
/** So few words are not worth a cut. */
const spared = 4

/**
 * What to show before a sentence of a paragraph. Undefined where the sentence names its subject or
 * is the first. Where nobody fit is named, it is the paragraph's opening. `names` are those that many things bear.
 */
export function chooseContext(sentence: Sentence, { sentences }: Paragraph, names: ThemeNames): Context | undefined {
  const { text } = sentence
  const index = sentences.indexOf(sentence)
  const opening = sentences[0]
  if (index <= 0 || !opening || !pointsBack(withoutOpener(text), names)) return undefined
  const before = sentences.slice(0, index)
  const fits = fitFor(text, names)
  const chosen =
    (pronounSubject.test(text) ? before.findLast(other => !pronounHead.test(other.text)) : undefined) ??
    before.findLast(other => namesSomebody(other.text, names) && fits(other.text)) ??
    opening
  const kept = keepUntilName(chosen.text, names)
  return { id: chosen.id, text: kept, gap: kept !== chosen.text || chosen !== sentences[index - 1], leadsIn: false }
}

/**
 * What to show before a quotation: the words that lead up to it in its sentence where they name somebody, and else what
 * is shown before the sentence. `lead` is how many characters of the sentence stand before the quotation.
 */
export function chooseLeadIn(
  sentence: Sentence,
  lead: number,
  paragraph: Paragraph,
  names: ThemeNames,
): Context | undefined {
  const words = sentence.text.slice(0, lead).replace(/\s*["“«„]?\s*$/u, '')
  if (pronounHead.test(words) || pointsBack(withoutOpener(words), names))
    return chooseContext(sentence, paragraph, names)
  const kept = keepUntilName(words, names)
  return { id: sentence.id, text: kept, gap: kept !== words, leadsIn: true }
}

/** `Suffice it to say that` points to nothing. */
function withoutOpener(text: string): string {
  return text.slice(trimStatement(text, Number.POSITIVE_INFINITY).from)
}

/** Whether a sentence before can be what `the company` or `the park` of a text stands for; any can where it has neither. */
function fitFor(text: string, names: ThemeNames): (text: string) => boolean {
  if (pointsToOne(text, names)) return candidate => namesOne(candidate, names)
  const things = text.match(new RegExp(unnamedThing, 'gu')) ?? []
  const noun = (nouns: string) =>
    things.flatMap(thing => new RegExp(`\\b(${nouns})s?$`, 'iu').exec(thing)?.[1]?.toLowerCase() ?? [])[0]
  const place = noun(placeNouns)
  const spelt = place?.replace(/^./u, letter => `[${letter}${letter.toUpperCase()}]`)
  const named = spelt && new RegExp(`\\b${spelt}s? (?:of )?["“«]?\\p{Lu}|\\p{Lu}[\\p{L}’'-]*["”»]? ${spelt}\\b`, 'u')
  if (named) return candidate => named.test(candidate)
  if (noun(firmNouns)) return candidate => legalForm.test(candidate) || namedFirm.test(candidate)
  return () => true
}

/** Whether a sentence names somebody before it points to anybody. */
function namesSomebody(text: string, names: ThemeNames): boolean {
  const plain = withoutNames(text, names, true)
  const first = findSubjects(plain)[0]
  if (!first || pronounHead.test(text)) return false
  const head = /^(?:\S+\s+){0,5}/u.exec(text)?.[0] ?? ''
  if (pointsToOne(head, names) && !namesOne(text, names)) return false
  const thing = unnamedThing.exec(plain)
  return thing === null || thing.index > first.start || thing.index > 40
}

/** A sentence's first words, as far as the last name among them. */
export function keepUntilName(text: string, names: ThemeNames): string {
  const words = text.split(/(?=\s)/u)
  const reach = words.slice(0, mostWords).join('').length
  const kinds = names.find(text)
  const end = Math.max(0, ...[...findNames(text), ...kinds].filter(name => name.end <= reach).map(name => name.end))
  const needed = text.slice(0, end).split(/(?=\s)/u).length
  const kept = Math.max(fewestWords, needed)
  return kept + spared >= words.length ? text : words.slice(0, kept).join('')
}
