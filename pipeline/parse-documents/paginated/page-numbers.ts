/**
 * How page numbers are printed: alone on a line in some dress, or at the outer end of a running head.
 */

/** A line that holds nothing but a page number. */
export const bareNumber =
  /^[\s\-–—[(|]*(?:page|p\.|стр\.?|с\.|seite|s\.)?\s*(\d{1,4})(?:\s*(?:of|из|von|sur|\/)\s*\d{1,4})?[\s\-–—\])|]*$/iu

/** A page number at the outer end of a running head, set off by more than a space or by the line's shortness. */
export const edgeNumber =
  /^(\d{1,4})\s{2,}\S|\S\s{2,}(\d{1,4})$|\s(\d{1,4})\s?\/\s?\d{1,4}$|^(\d{1,4})\s\D{1,60}$|^\D{1,60}\s(\d{1,4})$/u

/** The text with the page number at either end left out. */
export function shapeOf(text: string): string {
  return text.replace(/^\d{1,4}\s+|\s+\d{1,4}(?:\s?\/\s?\d{1,4})?$/gu, '').toLowerCase()
}
