/**
 * Takes from a title what belongs to the description around it: the stops of its area and quotation marks around the
 * whole. The words are untouched.
 */
import { mediumMark } from './marks.ts'

/** A title without the punctuation of its area; quotation marks around the whole are no part of it. */
export function cleanTitle(title: string): string {
  const bare = title
    .replaceAll(mediumMark, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s:\s/gu, ': ')
    .replace(/^[\s.,:;/–—-]+/u, '')
    .replace(/[\s.,:;/–—-]+$/u, '')
    .trim()
  const whole =
    /(?:^|\s)(?:сб|изд|ред|др|конф|о-ва|ст|респ|inc|ltd|co|corp|conf|u\. ?a)$/iu.test(bare) && /[.]\s*$/u.test(title)
      ? `${bare}.`
      : bare
  const quoted = /^(?:"([^"]+)"|“([^“”]+)”|«([^«»]+)»|„([^„“”]+)[“”])$/u.exec(whole)
  return quoted?.slice(1).find(text => text !== undefined) ?? whole
}
