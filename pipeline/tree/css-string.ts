/**
 * Text as a string of CSS. Templates write running heads with it, and printing writes those that it finds out; a file of
 * its own, as both stages need the same safe form.
 */

/** `text` as a CSS string, quotes included: everything but letters, digits and spaces goes in as an escape. */
export function cssString(text: string): string {
  return `"${text.replaceAll(/[^\p{L}\p{N} ]/gu, character => `\\${character.codePointAt(0)?.toString(16)} `)}"`
}
