/**
 * The words of a clause that say what its figure measures, by stems: the nouns of its subject, its verbs, and what sets
 * the thing apart from another of its name. What every such clause may say (`total`, `amounted`) is left out.
 */
import type { Stem } from '../tree/stem-words.ts'
import type { FoundFigure, SentenceReading } from './extract-figures.ts'
import type { Language } from './languages/language.ts'
import { lowerAt, type TokenSpan } from './tokens.ts'

/** The stems in order of the alphabet, joined; nothing where the subject is not said or the clause denies something. */
export function listClaimWords(
  { figure, quantity, subject }: FoundFigure,
  { tokens, times, language }: SentenceReading,
  clause: TokenSpan,
  names: readonly (TokenSpan & { readonly key: string })[],
  stem: Stem,
): string | undefined {
  const isFigureItself = subject.from === quantity.from && subject.to === quantity.to
  if (isFigureItself || language.grammar.anaphoricSubjects.has(lowerAt(tokens, subject.from))) return undefined
  const around = indexesOf(clause).filter(index => index < quantity.from || index >= quantity.to)
  if (around.some(index => language.claims.denials.has(lowerAt(tokens, index)))) return undefined
  const covered = new Set([...names, ...times].flatMap(indexesOf))
  const isFree = (index: number) => tokens[index]?.kind === 'word' && !covered.has(index)
  const reduce = (word: string) => stem(language.claims.synonyms.get(word) ?? word)
  const inNames = new Set(names.flatMap(({ key }) => key.split(' ')))
  const nouns = indexesOf(subject)
    .filter(isFree)
    .map(index => lowerAt(tokens, index))
    .filter(word => isTelling(word, language))
    .map(reduce)
  if (nouns.length === 0) return undefined
  const others = around
    .filter(index => isFree(index) && isTellingBeside(index, { tokens, language }))
    .map(index => reduce(lowerAt(tokens, index)))
  const unit = reduce(figure.unit.toLowerCase())
  const words = new Set([...nouns, ...others].filter(word => word !== unit && !inNames.has(word)))
  return [...words].sort().join(' ')
}

/** The tokens of a span. */
export function indexesOf({ from, to }: TokenSpan): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)
}

function isTelling(word: string, { grammar, numbers, claims, measures, qualifierGaps }: Language): boolean {
  if (claims.contrasts.has(word)) return true
  if (claims.generics.has(word) || grammar.phraseEnds.has(word) || grammar.definite.has(word)) return false
  if (measures.growth.has(word) || numbers.and.has(word) || qualifierGaps.has(word)) return false
  return !numbers.scales.has(word) && !numbers.cardinals.has(word) && !word.endsWith('ly')
}

/** Beside the subject, verbs count and what sets the thing apart; a participle behind a comma is an aside. */
function isTellingBeside(index: number, { tokens, language }: Pick<SentenceReading, 'tokens' | 'language'>): boolean {
  const { grammar, numbers, claims, quotations } = language
  const word = lowerAt(tokens, index)
  if (claims.contrasts.has(word) || numbers.ordinals.has(word)) return true
  const isParticiple = grammar.pastSuffix.test(word)
  if (isParticiple && lowerAt(tokens, index - 1) === ',') return false
  const isVerb = isParticiple || grammar.finiteVerbs.has(word) || grammar.pastVerbs.has(word)
  return isVerb && isTelling(word, language) && !quotations.speech.has(word)
}
