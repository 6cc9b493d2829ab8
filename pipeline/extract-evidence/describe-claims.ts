/**
 * Turns the figures of a paragraph into claims: each with a key that is the same for two figures only if they speak of
 * the same thing. The key holds unit, measure, period, what the clause says by stems, and the names it is about. It is
 * strict on purpose: a contradiction that is none costs more than one that is missed.
 */
import type { Figure } from '../contract/evidence.ts'
import type { Stem } from '../tree/stem-words.ts'
import type { FoundFigure, SentenceReading } from './extract-figures.ts'
import type { Language } from './languages/language.ts'
import { phraseBefore } from './phrases.ts'
import { lowerAt, type Token, type TokenSpan } from './tokens.ts'
import { listTopicNames } from './topic-names.ts'

/** A figure as something that another may contradict. */
export interface Claim {
  readonly figure: Figure
  /** The same for claims of the same thing. */
  readonly key: string
  /** Names by their stems. */
  readonly about: readonly string[]
}

/** The figures of one sentence with what they were read from. */
export interface SentenceFigures {
  readonly reading: SentenceReading
  readonly figures: readonly FoundFigure[]
}

/** What stands in for the names of a figure that none is said for. */
export interface ClaimSetting {
  readonly stem: Stem
  /** Words that the document writes with a capital in mid-sentence. */
  readonly capitalised: ReadonlySet<string>
  /** Of the heading, or what the document is about. */
  readonly about: readonly string[]
  /** Sets figures without a period apart: they may differ from one date to another. */
  readonly undated: string
}

const stop = /^[;:()[\]]$/u

/** The claims of one paragraph; a figure whose subject is not said in so many words makes none. */
export function describeClaims(sentences: readonly SentenceFigures[], setting: ClaimSetting): readonly Claim[] {
  const claims: Claim[] = []
  let spokenOf = setting.about
  for (const sentence of sentences) {
    const { tokens, language } = sentence.reading
    const names = listTopicNames(tokens, setting.capitalised, language, setting.stem)
    const heads = sentence.figures.map(({ quantity }) => quantity)
    sentence.figures.forEach((found, index) => {
      const before = heads[index - 1]?.to ?? 0
      const near = (from: number, to: number) => names.filter(name => name.from >= from && name.to <= to)
      const end = clauseEnd(tokens, found.quantity.to, heads[index + 1]?.from ?? tokens.length)
      const own = [
        ...near(0, heads[0]?.from ?? 0),
        ...near(before, found.quantity.from),
        ...near(found.quantity.to, end),
      ]
      const about = own.length > 0 ? [...new Set(own.map(({ key }) => key))].sort() : spokenOf
      const said = describe(found, sentence.reading, { from: before, to: end }, names, setting)
      if (said && about.length > 0) claims.push({ figure: found.figure, key: [said, ...about].join('\n'), about })
    })
    if (names.length > 0) spokenOf = [...new Set(names.map(({ key }) => key))].sort()
  }
  return claims
}

function clauseEnd(tokens: readonly Token[], from: number, limit: number): number {
  let end = from
  while (end < limit && !stop.test(lowerAt(tokens, end)) && lowerAt(tokens, end) !== ',') end += 1
  return end
}

/** Everything of the key but the names; nothing where the clause claims nothing or leaves its subject open. */
function describe(
  { figure, quantity, subject }: FoundFigure,
  reading: SentenceReading,
  clause: TokenSpan,
  names: readonly TokenSpan[],
  { stem, undated }: ClaimSetting,
): string | undefined {
  const { tokens, times, language, sentence } = reading
  if (figure.value === null || figure.measure === 'rank' || sentence.text.endsWith('?')) return undefined
  if (subject.from === quantity.from && subject.to === quantity.to) return undefined
  const inside = (index: number) => names.some(({ from, to }) => from <= index && index < to)
  const isWord = (index: number) =>
    tokens[index]?.kind === 'word' && !inside(index) && !times.some(({ from, to }) => from <= index && index < to)
  const opening = lowerAt(tokens, subject.from)
  if (language.grammar.anaphoricSubjects.has(opening)) return undefined
  const subjectWords = wordsOf(subject, isWord, tokens, language).map(stem)
  if (subjectWords.length === 0) return undefined
  const clauseStart = Math.max(clause.from, lastStop(tokens, quantity.from))
  const around = indexes({ from: clauseStart, to: clause.to }).filter(
    index => index < quantity.from || index >= quantity.to,
  )
  if (around.some(index => language.claims.denials.has(lowerAt(tokens, index)))) return undefined
  const clauseWords = around.filter(isWord).flatMap(index => tellingWord(tokens, index, language) ?? [])
  const future = tokens.slice(0, quantity.to).some(token => language.grammar.future.has(token.lower))
  const year = Number(figure.period?.iso.slice(0, 4))
  const isPlan = future || year > (reading.context.documentYear ?? Number.POSITIVE_INFINITY)
  const isPart =
    phraseBefore(language.claims.parts, tokens, quantity.from) !== undefined ||
    hasPart(tokens, clause.from, quantity.from, language)
  const falls = around.some(index => language.claims.falls.has(lowerAt(tokens, index)))
  return [
    figure.unit,
    figure.measure,
    wholePeriod(figure.period?.iso) ?? undated,
    figure.measure === 'level' || figure.measure === 'share'
      ? ''
      : `${falls ? 'falls' : ''} ${comparedWith(reading, year)}`,
    isPlan ? 'plan' : '',
    isPart ? 'part' : '',
    [...new Set([...subjectWords, ...clauseWords.map(stem)])].sort().join(' '),
  ].join('\n')
}

function indexes({ from, to }: TokenSpan): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)
}

function lastStop(tokens: readonly Token[], end: number): number {
  return tokens.slice(0, end).findLastIndex(token => stop.test(token.text)) + 1
}

/** The words of a subject that say what is measured. */
function wordsOf(
  span: TokenSpan,
  isWord: (index: number) => boolean,
  tokens: readonly Token[],
  language: Language,
): readonly string[] {
  return indexes(span)
    .filter(isWord)
    .map(index => lowerAt(tokens, index))
    .filter(word => isTelling(word, language))
}

function isTelling(word: string, { grammar, numbers, claims, measures, qualifierGaps }: Language): boolean {
  if (claims.contrasts.has(word)) return true
  if (claims.generics.has(word) || grammar.phraseEnds.has(word) || grammar.definite.has(word)) return false
  if (measures.growth.has(word) || numbers.and.has(word) || numbers.scales.has(word) || qualifierGaps.has(word))
    return false
  return !numbers.cardinals.has(word) && !word.endsWith('ly')
}

/** Of the other words of the clause, its verbs and what sets the thing apart. */
function tellingWord(tokens: readonly Token[], index: number, language: Language): string | undefined {
  const { grammar, numbers, claims, quotations } = language
  const word = lowerAt(tokens, index)
  if (claims.contrasts.has(word) || numbers.ordinals.has(word)) return word
  const isVerb = grammar.finiteVerbs.has(word) || grammar.pastVerbs.has(word) || grammar.pastSuffix.test(word)
  return isVerb && isTelling(word, language) && !quotations.speech.has(word) ? word : undefined
}

function hasPart(tokens: readonly Token[], from: number, to: number, { claims }: Language): boolean {
  return indexes({ from: from + 1, to: to + 1 }).some(index => phraseBefore(claims.parts, tokens, index) !== undefined)
}

/** `2022-01/2022-12` is `2022`. */
function wholePeriod(iso: string | undefined): string | undefined {
  return iso?.replace(/^(\d{4})-01\/\1-12$/u, '$1')
}

/** What a growth is counted from; the year before needs no saying. */
function comparedWith({ times }: SentenceReading, year: number): string {
  const compared = times.flatMap(({ role, period }) => (role === 'comparison' && period ? [period.iso] : []))
  return compared.filter(iso => Number(iso.slice(0, 4)) !== year - 1).join(' ')
}
