/**
 * Whether a sentence can be read without the one before it: no connective at its head, no pronoun that points back, no
 * quotation cut in two.
 */

import type { Theme } from '../contract/config.ts'

const mostWords = 40
const fewestWords = 9

/** Heads that lean on what came before, by language; matched at the sentence's start. */
const leaning =
  /^["“«„(]*(?:(?:an? )?(?:important|interesting|curious) (?:detail|fact|example)|this|these|those|that|they|it|its|he|she|his|her|their|them|such|so|thus|and|but|or|also|then|there|here|besides|moreover|furthermore|in addition|in particular|in this|in that|in turn|in general|in fact|in connection|at the same time|at that time|at present|after all|as for|as to|as we|as a result|as a reminder|as far as|another|other|on the whole|on this|by the way|for example|for instance|for reference|for this|firstly?|secondly?|third(?:ly)?|fourth|fifth|finally|however|therefore|hence|earlier|later|a little later|note that|recall that|let us|let's|with the same|with this|following the results|among them|one of them|all this|all these|the same|the latter|the former|the first|the second|the third|the next|the parties|the two|both|the company|the document|the project|the new resident|the program|the college|the university|it should|it will|apparently|suffice|to be more|speaking|considering|given|under the|instead|similar|similarly|only|now|today|of them|same|due to this|этот|эта|это|эти|они|он|она|также|кроме того|при этом|в частности|например|таким образом|однако|поэтому|so-called)(?![\p{L}\p{N}])/iu

/** Words later in the sentence that point out of it. */
const pointing = /\b(?:this|these|the above|aforementioned|mentioned above|such an? \w+)\b/iu

/** A pronoun before anything it could stand for. */
const earlyPronoun = /^["“«„]?(?:\S+\s){0,4}?(?:its|their|his|her|they|it|these|those)\b/iu

/** People and places that only the text before can name, where no names stand before them in the sentence itself. */
const unnamed =
  /\b(?:the (?:two )?(?:parties|sides|universities|cities|partners)|both (?:sides|parties)|here|them|there)\b/u

/** Things that are named right after the noun (`the FEZ "Brest"`, `the region of Gomel`), or else only in the text before. */
const unnamedThing =
  /\b[Tt]he (?:[a-z-]+ |(?!People)\p{Lu}\p{Ll}+(?:an|ian|ese|ish|i) ){0,2}(?:company|enterprise|firm|plant|project|document|region|zone|park|FEZ|resident|importer|exporter|investor|number of residents|total (?:investment|volume)|agreement|memorandum|university|college|center|balance|product)s?\b(?! (?:of|in|between|with|for|on) |,? ["“«\p{Lu}])/u

const months =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|II|III|IV|USD|EUR)$/u

/** Whether a sentence can stand as a point of its own. */
export function standsAlone(text: string, ownNames: RegExp): boolean {
  const words = text.split(/\s+/u).length
  if (words > mostWords || words < fewestWords) return false
  if (!/^["“«„]?[\p{Lu}\p{N}$€£]/u.test(text) || !/[.!?…]["”»]?$/u.test(text)) return false
  if (leansOnOthers(text)) return false
  if (/<\s?[.…]|[.…]\s?>|\[[.…]|\uFFFD/u.test(text)) return false
  const until = unnamed.exec(text)?.index ?? text.length
  // The theme is named nearly everywhere; a sentence that stands alone names somebody else too.
  if (!holdsName(text.slice(0, until).replace(ownNames, ''))) return false
  return quotesClose(text)
}

/** Matches the words of a theme's names, which name nobody in particular within it. */
export function themeNames({ terms }: Theme): RegExp {
  const words = terms.map(({ text }) => text.replace(/[.+?^${}()|[\]\\]/gu, '\\$&').replace(/\*/gu, '\\p{L}*'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

/** For judging a sentence apart from any theme. */
export const noNames = /(?!)/u

/** Whether a sentence points to the one before it, or speaks of a thing that only the one before names. */
export function leansOnOthers(text: string): boolean {
  return leaning.test(text) || pointing.test(text) || earlyPronoun.test(text) || unnamedThing.test(text)
}

/** Whether a text names somebody or something: a capital inside it that begins no month, or capitals at its head. */
function holdsName(text: string): boolean {
  if (/^["“«„]?\p{Lu}\p{Ll}+(?:,| and\b)/u.test(text)) return true
  const words = (text.match(/[\p{L}\p{N}'’-]+/gu) ?? []).filter(word => !/\p{N}/u.test(word))
  return words.some(
    (word, index) => /^\p{Lu}/u.test(word) && !months.test(word) && (index > 0 || /^\p{Lu}{2}/u.test(word)),
  )
}

function quotesClose(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return (
    count(/"/gu) % 2 === 0 &&
    count(/[“„”]/gu) % 2 === 0 &&
    count(/«/gu) === count(/»/gu) &&
    count(/\(/gu) === count(/\)/gu)
  )
}
