/**
 * The words of a language by which events, agreements and quotations are told: part of its tables, apart from those for
 * figures.
 */
import type { PhraseTable } from '../phrases.ts'

type WordSet = ReadonlySet<string>

export interface EventWords {
  readonly verbs: WordSet
  readonly foundings: WordSet
  readonly signing: WordSet
  /** Of the verbs of signing: those that adopt, that are infinitives, passive participles, nouns. */
  readonly adopting: WordSet
  readonly infinitives: WordSet
  readonly passives: WordSet
  readonly actions: WordSet
  readonly plans: WordSet
  readonly instruments: PhraseTable<string>
  /** `of understanding`: what kind of paper it is. */
  readonly paperKinds: PhraseTable<string>
  /** `on`, `in the field of`: what a paper is about follows. */
  readonly subjectOpeners: PhraseTable<string>
  /** `provides for`: what a paper is about follows. */
  readonly contents: PhraseTable<string>
  /** Openings that tie a sentence to the date before it. */
  readonly dateLinks: PhraseTable<string>
  /** `as for`: what the sentence is about follows. */
  readonly topics: PhraseTable<string>
  readonly sideWords: WordSet
  readonly both: WordSet
  readonly pronouns: WordSet
  readonly subjectPronouns: WordSet
  /** Prepositions that parties follow; those of an agent and of two sides among them. */
  readonly partyLinks: WordSet
  readonly agents: WordSet
  readonly between: WordSet
  readonly together: WordSet
  /** Words that names in passing follow and that end no phrase. */
  readonly passing: WordSet
  readonly placePrepositions: WordSet
  readonly genitiveLinks: WordSet
  readonly articles: WordSet
  readonly copulas: WordSet
  readonly adverbs: WordSet
  readonly adverbEnding?: RegExp
  /** `as well`: something else begins after a comma. */
  readonly additions: WordSet
  /** `no`, `not`, `failed`: what follows was not signed. */
  readonly negations: WordSet
  /** Nouns whose `of` a name follows that takes part: `the meeting of the Council`. */
  readonly gatherings: WordSet
  readonly orgHeads: WordSet
  /** Stems of such nouns where they are inflected, with what goes on inside a name in lower case. */
  readonly orgStem?: RegExp
  readonly genitive?: RegExp
  readonly adjective?: RegExp
  /** Adjectives that end a name only together with its noun: `Vocational and Technical College`. */
  readonly nameAdjective?: RegExp
  /** Common nouns that begin a name with `of`: `administration of`. */
  readonly bodies: WordSet
  /** Common nouns before `of` and a name that is itself the party: `the city of Lund`. */
  readonly kinds: WordSet
  /** `LLC`, `Company`. */
  readonly companyForms: WordSet
  readonly placeNouns: WordSet
  readonly connectors: WordSet
  /** Connectors that go on only with the name of an organisation: `Committee on Science`. */
  readonly purposes: WordSet
  readonly notNames: WordSet
  /** Words with a capital at the head of a sentence that begin no name there. */
  readonly openers: WordSet
  /** Adjectives of nations: no names by themselves, but parts of names. */
  readonly demonyms: WordSet
}

export interface QuotationWords {
  readonly speech: WordSet
  readonly accordingTo: PhraseTable<'according'>
  /** Offices before whose holder a name in the genitive may stand: `директор Эрмитажа Михаил Лунин`. */
  readonly titles: WordSet
  readonly classifiers: WordSet
}
