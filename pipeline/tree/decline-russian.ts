/**
 * The case forms of a Russian name, made from its dictionary form. The Russian stemmer gives `Китай`, `Китая` and `Китаю`
 * three stems, so names are matched by their forms instead. A form that no Russian uses is made now and then and does no
 * harm, as no text holds it. The paradigms are those of Zaliznyak, "Grammatical Dictionary of Russian" (1977), without stress.
 */

const adjective = 'ий ый ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ой ей ою ею ых их ыми ими'.split(' ')
const afterVowelSoft = 'я ю ем ём е и й ев ям ями ях'.split(' ')
const soft = 'ь я ю и ем ём е ью ей ям ями ях'.split(' ')

/** By what stands at the end of the dictionary form, how many letters are taken off and what is put there; the first that fits counts. */
const paradigms: readonly (readonly [ending: RegExp, off: number, endings: readonly string[]])[] = [
  [/(?:[кгхжшчщ]ий|ой|ый|ая|яя|ое|ее|ые|ие)$/u, 2, adjective],
  [/ия$/u, 1, 'я и ю ей ею й ям ями ях'.split(' ')],
  [/ий$/u, 1, 'й я ю ем и ев ям ями ях'.split(' ')],
  [/й$/u, 1, afterVowelSoft],
  [/я$/u, 1, 'я и е ю ей ёй ею ь й ям ями ях'.split(' ')],
  [/а$/u, 1, ['', ...'а ы и е у ой ей ою ею ам ами ах'.split(' ')]],
  [/ь$/u, 1, soft],
  [/о$/u, 1, ['', ...'о а у ом е ам ами ах'.split(' ')]],
  [/е$/u, 1, 'е я ю ем й ям ями ях'.split(' ')],
  [/[ыи]$/u, 1, ['', ...'ы и а ов ей ам ами ах ь ям ями ях'.split(' ')]],
  [/[аеиоуыэюя]ец$/u, 2, 'ец йца йцу йцем йце йцы йцев йцам йцами йцах'.split(' ')],
  [/ец$/u, 2, 'ец ца цу цем цом це цы цев цов цам цами цах'.split(' ')],
  [/[бвджзлмнпрстшч]ок$/u, 2, 'ок ока оку оком оке оки оков ка ку ком ке ки ков кам ками ках'.split(' ')],
  [/[бвгджзклмнпрстфхцчшщ]$/u, 0, ['', ...'а у ом ем е ы и ов ев ей ам ами ах'.split(' ')]],
]

/** The forms of one word in lower case, itself among them; nothing else for a word that is not written in Cyrillic. */
export function declineRussian(word: string): ReadonlySet<string> {
  const lower = word.toLowerCase()
  if (!/^\p{Script=Cyrillic}{3,}$/u.test(lower)) return new Set([lower])
  const [, off, endings] = paradigms.find(([ending]) => ending.test(lower)) ?? [/$/u, 0, ['']]
  const base = lower.slice(0, lower.length - off)
  return new Set([lower, ...endings.map(ending => base + ending)])
}
