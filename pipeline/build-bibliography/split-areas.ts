/**
 * Splits a description at the marks between its areas, `. - `.
 */

const areaMark =
  /(?<=[.,;:!?»”"\])\uE001])\s?[-–—]\s(?=[^\s\p{Ll}]|\p{Ll}{1,5}\.\s?[\d№(]|url|режим|mode)|\s[-–—]\s(?=(?:\d{4}[\s.,]{0,3}(?:[-–—](?:\s|$)|$))|(?:URL|Режим|Mode of|Дата|Date of|[СCSPp]{1,2}\.\s?\d|№\s?\d|Vol\.|Т\.\s?\d))/u

/** The areas of a description, in order. */
export function splitAreas(text: string): readonly string[] {
  return text
    .replace(/[\s.,–—-]+$/u, '.')
    .split(areaMark)
    .filter(area => /[\p{L}\d]/u.test(area))
}
