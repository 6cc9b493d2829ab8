/**
 * Turns the figures of a paragraph into claims: each with a key that is the same for two figures only if they speak of
 * the same thing. The key holds unit, measure, period, what the clause says by stems, and the names it is about. It is
 * strict on purpose: a contradiction that is none costs more than one that is missed.
 */
import type { Figure } from '../contract/evidence.ts'
import type { Stem } from '../tree/stem-words.ts'
import { indexesOf, listClaimWords } from './claim-words.ts'
import type { FoundFigure, SentenceReading } from './extract-figures.ts'
import { phraseBefore } from './phrases.ts'
import { lowerAt, type Token, type TokenSpan } from './tokens.ts'
import { listTopicNames, type TopicName } from './topic-names.ts'

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
  readonly about: () => readonly string[]
  /** Sets figures without a period apart: they may differ from one date to another. */
  readonly undated: string
}

const stop = /^[;:()[\]]$/u

/** The claims of one paragraph; a figure whose subject is not said in so many words makes none. */
export function describeClaims(sentences: readonly SentenceFigures[], setting: ClaimSetting): readonly Claim[] {
  const known = new Map<number, readonly TopicName[]>()
  const namesIn = (index: number): readonly TopicName[] => {
    const names = known.get(index) ?? listNames(sentences[index] as SentenceFigures, setting)
    known.set(index, names)
    return names
  }
  /** What the text was speaking of before a sentence. */
  const spokenOf = (index: number): readonly string[] => {
    for (let at = index - 1; at >= 0; at -= 1) {
      const topic = namesIn(at).find(({ isAside }) => !isAside)
      if (topic) return [topic.key]
    }
    return setting.about()
  }
  return sentences.flatMap(({ reading, figures }, at) =>
    figures.flatMap((found, index): readonly Claim[] => {
      const start = figures[index - 1]?.quantity.to ?? 0
      const clause = clauseOf(found.quantity, reading.tokens, start, figures[index + 1]?.quantity.from)
      const key = keyOf(found, reading, clause, namesIn(at), setting)
      if (key === undefined) return []
      const topics = namesIn(at).filter(({ isAside }) => !isAside)
      const first = figures[0]?.quantity.from ?? 0
      const own = topics.filter(({ from, to }) => to <= first || (from >= start && to <= clause.to))
      // Without a period of its own, a figure is compared only where its sentence names what it is about.
      if (!found.figure.period && topics.length === 0) return []
      const about =
        own.length > 0 ? [...new Set(own.map(name => name.key))].sort() : topics[0] ? [topics[0].key] : spokenOf(at)
      return [{ figure: found.figure, key: [key, ...about].join('\n'), about }]
    }),
  )
}

/** The names of a sentence; the code of a currency is none. */
function listNames({ reading, figures }: SentenceFigures, { capitalised, stem }: ClaimSetting): readonly TopicName[] {
  const isUnit = ({ from, to }: TokenSpan) => figures.some(({ quantity }) => quantity.from <= from && to <= quantity.to)
  return listTopicNames(reading.tokens, capitalised, reading.language, stem).filter(name => !isUnit(name))
}

/** From the last stop or figure before it to the next stop, comma or figure. */
function clauseOf(quantity: TokenSpan, tokens: readonly Token[], start: number, limit = tokens.length): TokenSpan {
  const stopped = tokens.slice(0, quantity.from).findLastIndex(token => stop.test(token.text)) + 1
  let to = quantity.to
  while (to < limit && !stop.test(lowerAt(tokens, to)) && lowerAt(tokens, to) !== ',') to += 1
  return { from: Math.max(start, stopped), to }
}

/** Everything of the key but the names. */
function keyOf(
  found: FoundFigure,
  reading: SentenceReading,
  clause: TokenSpan,
  names: readonly TopicName[],
  { stem, undated }: ClaimSetting,
): string | undefined {
  const { figure, quantity } = found
  const { tokens, language, sentence, context } = reading
  if (figure.value === null || figure.measure === 'rank' || sentence.text.endsWith('?')) return undefined
  const words = listClaimWords(found, reading, clause, names, stem)
  if (words === undefined) return undefined
  const isExact = language.claims.vague.has(figure.unit) && words !== ''
  const year = Number(figure.period?.iso.slice(0, 4))
  const isAhead = tokens.slice(0, quantity.to).some(token => language.grammar.future.has(token.lower))
  const isPlan = isAhead || year > (context.documentYear ?? Number.POSITIVE_INFINITY)
  const isPart = indexesOf({ from: clause.from + 1, to: quantity.from + 1 }).some(
    index => phraseBefore(language.claims.parts, tokens, index) !== undefined,
  )
  return [
    // `employed 300 people` counts employees.
    isExact ? words : stem(language.claims.synonyms.get(figure.unit) ?? figure.unit),
    figure.measure,
    wholePeriod(figure, reading) ?? undated,
    figure.measure === 'growth' || figure.measure === 'index' ? comparison(reading, clause, year) : '',
    isPlan ? 'plan' : '',
    isPart ? 'part' : '',
    isExact ? '' : words,
  ].join('\n')
}

/** `2022-01/2022-12` is `2022`; `the end of 2020` is the last of December. */
function wholePeriod({ period }: Figure, { language }: SentenceReading): string | undefined {
  const isEnd = period?.text.split(/\s+/u).some(word => language.claims.ends.has(word.toLowerCase()))
  if (isEnd && /^\d{4}$/u.test(period?.iso ?? '')) return `${period?.iso}-12-31`
  return period?.iso.replace(/^(\d{4})-01\/\1-12$/u, '$1')
}

/** Which way a growth goes, and what it is counted from; the year before needs no saying. */
function comparison({ tokens, times, language }: SentenceReading, clause: TokenSpan, year: number): string {
  const falls = indexesOf(clause).some(index => language.claims.falls.has(lowerAt(tokens, index)))
  const compared = times.flatMap(({ role, period }) => (role === 'comparison' && period ? [period.iso] : []))
  return [falls ? 'falls' : '', ...compared.filter(iso => Number(iso.slice(0, 4)) !== year - 1)].join(' ')
}
