/**
 * The endings that a word takes on without becoming another word, by language. Stemmers take off more than these
 * (Porter's gives `resident` and `residence` one stem, `university` and `universal` another), so two words are forms of
 * one only if they share the stem and differ in nothing but these endings.
 */
import { stemmerFor } from './stem-words.ts'

const list = (endings: string): ReadonlySet<string> => new Set(['', ...endings.split(' ')])

const english = list(
  's es e d ed ing y ies ied ying bed bing ded ding ged ging led ling med ming ned ning ped ping red ring ted ting',
)

/** By the first part of a language tag; any other language written in Latin letters is read as English, as its stems are. */
const latin: Readonly<Record<string, ReadonlySet<string>>> = {
  en: english,
  de: list('e n s t en er es em et st ern end ens te ten test ter tes tem ere eren ste sten nen se sen ses'),
  fr: list('e s x es é ée és ées er ez ent ant ons ait aient l le les ux'),
  es: list('s es o a e os as z ces ar er ir ado ada ados adas ando ido ida idos idas iendo'),
  it: list('o a i e io ia ie hi he are ere ire ato ata ati ate ando'),
  pt: list('s es o a e os as l is m ns ão ões ães ar er ir ado ada ados adas ando'),
}

const adjectives = list('e en er es em')

const russian = list(
  [
    'а я о е и ы у ю й ь ом ем ой ей ою ею ам ям ами ями ах ях ов ев',
    'ью ья ье ьи ьем ьям ьями ьях ия ие ии ию ий ием ией иям иями иях',
    'ый ая яя ое ее ые ого его ому ему ым им ую юю ых их ыми ими',
    'ть л ла ло ли ет ут ют ат ят ит ем им ает ают ать ал ала али ил ила или ить',
  ].join(' '),
)

/** Says whether two words, in lower case, are forms of one. */
export type IsInflected = (word: string, other: string) => boolean

/** The test for texts in a language (BCP 47 tag). */
export function inflectionsOf(language: string): IsInflected {
  const stem = stemmerFor(language)
  const base = language.toLowerCase().split('-')[0] ?? ''
  const own = latin[base] ?? english
  return (word, other) => {
    if (word === other) return true
    const [one, two] = base === 'de' ? [foldUmlauts(word), foldUmlauts(other)] : [word, other]
    const shared = countShared(one, two)
    const tails = [one.slice(shared), two.slice(shared)]
    if (shared < 3) return false
    // The stemmer leaves short German adjectives as they are: `freie`, `freien`.
    if (base === 'de' && isGermanAdjective(one, two, one[shared - 1] === 'e' ? shared - 1 : shared)) return true
    const endings = /\p{Script=Cyrillic}/u.test(word) ? russian : own
    return stem(word) === stem(other) && tails.every(tail => endings.has(tail))
  }
}

function isGermanAdjective(one: string, two: string, shared: number): boolean {
  return shared > 3 && adjectives.has(one.slice(shared)) && adjectives.has(two.slice(shared))
}

/** How many letters two words have in common at their beginning. */
function countShared(word: string, other: string): number {
  let shared = 0
  while (shared < word.length && word[shared] === other[shared]) shared += 1
  return shared
}

function foldUmlauts(word: string): string {
  return word.replace(/[äöü]/gu, letter => ({ ä: 'a', ö: 'o', ü: 'u' })[letter] ?? letter)
}
