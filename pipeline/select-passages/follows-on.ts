/**
 * Whether a sentence goes on about what the one before spoke of: a pronoun at its head stands for something named there
 * (`It opened in May`, `One of them is closed`). The words stand in a table, a line for each language.
 */

/** Words that stand for somebody or something named before. */
const pronouns: Readonly<Record<string, string>> = {
  en: 'it its they their them this these that those such he she his her both',
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

/** Whether a sentence points back to the one before at its head. */
export function followsOn(sentence: string): boolean {
  const head =
    sentence
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{M}]+/gu)
      ?.slice(0, headWords) ?? []
  return head.some(word => all.has(word))
}
