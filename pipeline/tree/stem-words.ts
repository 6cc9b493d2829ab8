/**
 * Reduces words to their stems, so that `zones` and `zone`, `зоны` and `зон` are found as one. Snowball stemmers (Porter,
 * 1980, "An algorithm for suffix stripping"; snowballstem.org), chosen by the word's script and the text's language.
 */

import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemFrench } from '@orama/stemmers/french'
import { stemmer as stemGerman } from '@orama/stemmers/german'
import { stemmer as stemItalian } from '@orama/stemmers/italian'
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese'
import { stemmer as stemRussian } from '@orama/stemmers/russian'
import { stemmer as stemSpanish } from '@orama/stemmers/spanish'
import { rememberTexts } from './remember-texts.ts'

/** Gives the stem of one word, in lower case. */
export type Stem = (word: string) => string

const latin: Readonly<Record<string, Stem>> = {
  de: stemGerman,
  en: stemEnglish,
  es: stemSpanish,
  fr: stemFrench,
  it: stemItalian,
  pt: stemPortuguese,
}

const stems = new Map<string, Stem>()

/** The stemmer for texts in a language (BCP 47 tag); Cyrillic words in it are stemmed as Russian, other scripts not at all. */
export function stemmerFor(language: string): Stem {
  const base = language.toLowerCase().split('-')[0] ?? ''
  const known = stems.get(base)
  if (known) return known
  const stemLatin = latin[base] ?? stemEnglish
  const stem = rememberTexts(word => {
    const lower = word.toLowerCase()
    if (/^\p{Script=Cyrillic}+$/u.test(lower)) return stemRussian(lower)
    return /^\p{Script=Latin}+$/u.test(lower) ? stemLatin(lower) : lower
  })
  stems.set(base, stem)
  return stem
}
