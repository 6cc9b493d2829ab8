/**
 * The English tables, gathered from the files of their concerns: numbers and units, times, grammar, statements. The
 * stage is measured on English, so these tables are complete where others are basic.
 */
import { claims } from './english-claims.ts'
import { grammar } from './english-grammar.ts'
import { measures, numbers, qualifierGaps, qualifiers, units } from './english-numbers.ts'
import { events, quotations } from './english-statements.ts'
import { times } from './english-times.ts'
import type { Language } from './language.ts'

export const english: Language = {
  numbers,
  units,
  qualifiers,
  qualifierGaps,
  times,
  grammar,
  measures,
  events,
  quotations,
  claims,
}
