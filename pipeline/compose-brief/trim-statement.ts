/**
 * Finds what a point can do without: the turn of phrase at a sentence's head that only calls attention (`Note that`,
 * `For reference:`), and in a long sentence the relative clause at its end. What a sentence opposes, infers or dates
 * (`However`, `Therefore`, `At that time`) is kept. What is left out is marked where it is shown.
 */
import { alternation } from './leaning-words.ts'
import { quotesClose } from './stands-alone.ts'

/** Parted from the statement by a comma, a colon or a dash. */
const parted = [
  'also, as a reminder, as is known, besides, by the way, for example, for instance, for reference, for the record',
  'furthermore, importantly, in addition, in fact, in general, in particular, interestingly, in this context, let us add',
  'moreover, more precisely, notably, on the whole, so, specifically, thus, to be absolutely accurate, to be more precise',
  'an important detail, important detail, another interesting fact, interesting fact, an interesting fact',
  'another curious fact, a curious fact, curious fact',
  'в частности, в том числе, для справки, кроме того, кстати, например, напомним, отметим, так, интересный факт',
]

/** Followed by `that`. */
const calling = [
  'it is interesting, it is worth noting, it should be added',
  'it should be emphasised, it should be emphasized, it should be noted, it should be recalled, it should be said',
  'it will be recalled, let us add, let us note, let us recall, note, recall, suffice it to say, we note, we recall',
]

/** The same in Russian, followed by `, что`. */
const callingRussian = [
  'добавим, достаточно сказать, напомним, отметим, следует отметить, стоит отметить, нужно отметить, уточним',
]

const opener = new RegExp(
  `^(?:(?:${alternation(callingRussian)}),\\s+что\\s+` +
    `|(?:${alternation(calling)})\\s+that\\s+` +
    `|(?:${alternation(parted)})(?:[,.:]|\\s[-–—])\\s+|(?:and|и)\\s+)`,
  'iu',
)

/** A clause that only adds to what stands before it. */
const relative = /, (?:which|where|whose|who|котор(?:ый|ая|ое|ые|ого|ой|ых|ому|ым|ую|ом))(?!\p{L})/gu

/** Verbs that cannot be participles, so that what they stand in is a statement. */
const finite =
  /\b(?:is|are|was|were|has|have|had|will|became|began|took|made|grew|rose|fell|sold|bought|won|signed an?|adopted the|adopted an?|agreed (?:to|on)|amounted|exceeded|reached)\b/u

/** The part of a sentence that says it: characters `from` to `to`. It is cut at its end only if it has more than `words`. */
export function trimStatement(text: string, words: number): { readonly from: number; readonly to: number } {
  const from = openerLength(text)
  if (countWords(text.slice(from)) <= words) return { from, to: text.length }
  for (const { index } of text.matchAll(relative)) {
    const kept = text.slice(from, index)
    if (countWords(kept) > words) break
    const isWhole = countWords(kept) >= fewestKept && finite.test(kept) && !occasion.test(kept) && quotesClose(kept)
    if (isWhole) return { from, to: index }
  }
  return { from, to: text.length }
}

/** `A round table was held in Aker`, where what it was about comes after. */
const occasion = /\b(?:was|were) held\b|\btook place\b/u

const fewestKept = 10

function openerLength(text: string): number {
  const length = opener.exec(text)?.[0].length ?? 0
  return length === 0 ? 0 : length + openerLength(text.slice(length))
}

function countWords(text: string): number {
  return text.split(/\s+/u).length
}
