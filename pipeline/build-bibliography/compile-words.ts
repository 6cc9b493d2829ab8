/**
 * Turns the words of the convention tables into sources of regular expressions.
 */

/** One source for all `words`: groups capture nothing, a space stands for any white space. */
export function compileWords(words: string | readonly string[]): string {
  const source = typeof words === 'string' ? words : words.join('|')
  return source.replace(/(?<!\\)\((?!\?)/gu, '(?:').replaceAll(' ', '\\s')
}
