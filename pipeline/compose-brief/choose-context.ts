/**
 * Chooses the words that tell whom a sentence speaks of, where it does not say so itself: the nearest sentence before it
 * that names somebody fit to be its subject, as far as the name. The paragraph's opening would often name somebody else.
 */
import type { Paragraph, Sentence } from '../contract/document.ts'
import type { Context } from '../contract/statement-view.ts'
import { type Kept, keepAntecedent, keepAround, keepName, keepUntilName, mostOfAntecedent } from './keep-words.ts'
import { alternation, connectives } from './leaning-words.ts'
import { findSubjects } from './name-spans.ts'
import { seekKind } from './seek-kind.ts'
import { findNamedOne, pointsBack, pointsToOne, type ThemeNames, unnamedThing, withoutNames } from './stands-alone.ts'
import { trimStatement } from './trim-statement.ts'

/** A pronoun for a subject, unless a name follows at once: `It is the company Agron, which`. */
const pronounHead =
  /^(?:\S+\s){0,2}?["“«]?(?:it|they|he|she|this|that|these|those|its|their|his|her)\b(?! (?:is|was|are|were) (?:(?:the|an?) (?:[a-z-]+ )*)?["“«]?\p{Lu})/iu

/** `It amounted to`, `This figure`, `The second`: what the sentence before speaks of, and no `It is planned to`. */
const pronounSubject =
  /^["“«]?(?:(?:it|they|he|she)\b(?! (?:is|was|will be|has been|should be|would be) (?:also |now )?(?:[a-z]+ed|possible|clear|likely|worth|not [a-z]+)\b)|(?:\S+ ){0,6}?th(?:is|ese) (?!(?:century|decade|month|quarter|week|year|will|would|is|was|has|makes|means|suggests|shows)\b)[a-z]|according to (?:its|their)\b|the (?:first|second|third|former|latter)(?: one)?\b(?= (?:is|was)\b))/iu

/** A park or zone keeps its name over so many paragraphs. */
export const farthestPlace = 8

/**
 * What to show before a sentence of a paragraph. Undefined where the sentence names its subject, or where nothing stands
 * before it that does. `earlier` are the nearest paragraphs of its section before, `names` those that many things bear.
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
  const sought = seekKind(said, names)
  // `As for Aker University, the university …`
  const own = sought?.lasts && !pointsToOne(said, names) ? sought.find(said) : undefined
  if (own && own.start < said.search(unnamedThing)) return undefined
  if (sought) {
    const far = sought.lasts ? earlier.flatMap(paragraph => paragraph.sentences) : []
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
