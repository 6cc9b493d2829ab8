/**
 * What the rules of this stage need to know of a language: tables of words and nothing else. A rule that would need a
 * language's name in its code gets a table here instead.
 */
import type { Figure, Period } from '../../contract/evidence.ts'
import type { PhraseTable } from '../phrases.ts'
import type { ClaimWords } from './claim-table.ts'
import type { EventWords, QuotationWords } from './statement-table.ts'

type WordSet = ReadonlySet<string>
type WordMap = ReadonlyMap<string, number>
export type Qualifier = NonNullable<Figure['qualifier']>

/** How a time expression is bound to its sentence by the words before it. */
export type TimeRole = 'comparison' | 'until' | 'since' | 'status'

/** The part of a span that a sentence means: `at the end of 2021`. */
export type Edge = Exclude<NonNullable<Period['edge']>, 'by'>

/** Years counted from the year the text is speaking of. */
export type RelativeYear = '-1' | '0' | '1'

export interface NumberWords {
  readonly decimal: '.' | ','
  /** Cardinals below 100, without compounds. */
  readonly cardinals: WordMap
  readonly hundreds: WordSet
  readonly scales: WordMap
  /** Words before a second scale: `une quinzaine de millions`. */
  readonly scaleLinks: WordSet
  /** Scales only after a currency or a touching number, such as `m` in `$5m`. */
  readonly shortScales: WordMap
  readonly ordinals: WordMap
  readonly ordinalSuffixes: WordSet
  /** Denominators by their noun: `third`, `thirds`. */
  readonly denominators: WordMap
  /** Denominators that are a part by themselves: `треть`. */
  readonly loneParts: WordMap
  readonly halves: WordSet
  readonly articles: WordSet
  /** `every third firm` */
  readonly every: WordSet
  /** Words for a minus sign. */
  readonly minus: WordSet
  readonly and: WordSet
  /** Words that mean a multiple by themselves: `doubled`. */
  readonly multiples: WordMap
  readonly foldSuffix: string
  /** Multiples only before a word that compares: `twice as much`. */
  readonly comparedMultiples: WordMap
  readonly comparers: WordSet
  /** Links of a share in two numbers: `nine out of ten`. */
  readonly outOf: PhraseTable<'share' | 'words only'>
}

export interface UnitWords {
  readonly percent: PhraseTable<string>
  readonly times: WordSet
  /** Words for money, with their ISO 4217 code. */
  readonly currencies: PhraseTable<string>
  readonly measures: PhraseTable<string>
  /** Hundredths of a currency, with its code: `pence`. */
  readonly subunits: PhraseTable<string>
  /** Words between an amount and what it is for one of: `per`. */
  readonly per: WordSet
  /** What an amount may be for one of, besides measures. */
  readonly rates: PhraseTable<string>
}

export interface TimeWords {
  readonly months: WordMap
  /** Month names that are common words too, and need a day, a year or a preposition beside them. */
  readonly doubtfulMonths: WordSet
  readonly seasons: ReadonlyMap<string, readonly [number, number]>
  readonly edges: PhraseTable<Edge>
  /** Edges joined to a month by a hyphen: `mid-April`. */
  readonly edgePrefixes: ReadonlyMap<string, Edge>
  readonly relativeYears: PhraseTable<RelativeYear>
  readonly anaphors: PhraseTable<'same'>
  readonly roles: PhraseTable<TimeRole>
  /** Words that may stand between a role's phrase and the time. */
  readonly roleGaps: WordSet
  /** Prepositions that a bare year or month may follow. */
  readonly prepositions: WordSet
  readonly during: WordSet
  readonly of: WordSet
  readonly from: WordSet
  readonly to: WordSet
  /** Words that make `from` a date and not a limit: `starting from`. */
  readonly starting: WordSet
  readonly scope: WordSet
  /** Words that compare with a year that is pointed at: `up 5% on last year`. */
  readonly steps: WordSet
  /** Nouns whose year is that of the sentence: `the results of 2022`; `the crisis of 2008` is an aside. */
  readonly outcomes: WordSet
  readonly yearNouns: WordSet
  readonly monthNouns: WordSet
  readonly quarterNouns: WordSet
  readonly halfNouns: WordSet
  readonly halfYears: PhraseTable<'half year'>
  readonly tenDays: PhraseTable<'decade'>
  readonly spanNouns: WordSet
  /** Spans longer than a year, in years. */
  readonly longSpans: WordMap
  readonly spanDeterminers: WordSet
  readonly ago: WordSet
}

export interface GrammarWords {
  readonly definite: WordSet
  readonly determiners: WordSet
  /** Words at which a noun phrase ends. */
  readonly phraseEnds: WordSet
  readonly finiteVerbs: WordSet
  readonly irregularPlurals: WordSet
  readonly pluralModifiers: WordSet
  readonly notPlurals: WordSet
  readonly idiomNouns: WordSet
  readonly only: WordSet
  /** What is announced and not yet reached. */
  readonly goals: WordSet
  /** `the top ten`, `the largest five`: a choice and not a count. */
  readonly tops: WordSet
  readonly pronouns: WordSet
  readonly partitives: WordSet
  readonly countHeads: WordSet
  /** Nouns that say what a bare number counts: a population counts people. */
  readonly populations: ReadonlyMap<string, string>
  /** Nouns before `of` and an amount: `a capacity of 2000 tons`. */
  readonly amountNouns: WordSet
  /** Words that say nothing of what an amount is of. */
  readonly genericAmounts: WordSet
  /** Nouns that a number names rather than counts: `Street 1`, `No. 9`. */
  readonly labels: WordSet
  /** Nouns whose ordinals number a series: `the sixth meeting`. */
  readonly series: WordSet
  readonly rankVerbs: WordSet
  readonly among: WordSet
  readonly place: WordSet
  readonly future: WordSet
  readonly present: WordSet
  readonly pastVerbs: WordSet
  readonly pastSuffix: RegExp
  readonly perfect: WordSet
  readonly anaphoricSubjects: WordSet
  readonly subjectOpeners: WordSet
  readonly relatives: WordSet
  /** `to` before a verb. */
  readonly infinitives: WordSet
  /** `$2 billion worth of goods`. */
  readonly worth: WordSet
  /** Whether nouns have case forms and no articles, so that a fraction may stand before its whole. */
  readonly cases: boolean
  /** Whether a capital makes a word a noun. */
  readonly capitalNouns: boolean
  /** Whether a word in the past tense is always a finite verb. */
  readonly pastIsFinite: boolean
  /** The word before a preposition of the table `to` that makes it a goal and no limit: `rose to`. */
  readonly goalVerbs: RegExp
  readonly plural: (noun: string) => string
  readonly isPlural: (word: string) => boolean
}

export interface MeasureWords {
  readonly growth: WordSet
  readonly share: WordSet
  /** What is a per cent of nothing: rates of interest. */
  readonly price: WordSet
  readonly index: WordSet
  readonly by: WordSet
}

/** All tables of one language. */
export interface Language {
  readonly numbers: NumberWords
  readonly units: UnitWords
  readonly qualifiers: PhraseTable<Qualifier>
  /** Words that may stand between a qualifier and its number. */
  readonly qualifierGaps: WordSet
  readonly times: TimeWords
  readonly grammar: GrammarWords
  readonly measures: MeasureWords
  readonly events: EventWords
  readonly quotations: QuotationWords
  readonly claims: ClaimWords
}
