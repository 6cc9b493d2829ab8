/**
 * Whether a sentence goes on about what the one before spoke of: a pronoun at its head stands for something named there
 * (`It opened in May`, `One of them is closed`). The words stand in a table, a line for each language.
 */

/** Words that stand for somebody or something named before. */
const pronouns: Readonly<Record<string, string>> = {
  en: 'it its they their them this these that those such he she his her',
  ru: 'он она оно они его ее их им ими них это этот эта эти этого этой этих этому этим этом такой такая такие таких',
  de: 'er sie es ihr ihre ihren sein seine dies diese dieser dieses diesem diesen davon',
  fr: 'il elle ils elles ce cet cette ces son sa ses leur leurs',
  es: 'este esta estos estas ese esa esos esas ello ellos ellas su sus',
  it: 'questo questa questi queste esso essa essi esse loro suo sua suoi sue',
  pt: 'este esta estes estas esse essa esses essas ele ela eles elas seu sua seus suas',
}

const all = new Set(Object.values(pronouns).flatMap(line => line.split(' ')))
/** So many words are the head of a sentence. */
const headWords = 3
const expletiveWords = 6

/** `It should be noted that`, `It is planned to`: this `it` stands for nothing before. */
const expletive = /\bit(?: \p{L}+){1,4} (?:that|to|whether|how)\b/u

/** Whether a sentence points back to the one before at its head. */
export function followsOn(sentence: string): boolean {
  const words =
    sentence
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{M}]+/gu) ?? []
  if (expletive.test(words.slice(0, headWords + expletiveWords).join(' '))) return false
  return words.slice(0, headWords).some(word => all.has(word))
}
