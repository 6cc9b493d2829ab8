/**
 * Where the characters of a text stand in the page's source: between them there are tags, comments, references such as
 * `&nbsp;`, and white space that counts as one space. The text and its source are read side by side.
 */
import type { TextSegment } from '../../tree/text-segments.ts'
import type { Source } from './create-source.ts'

const space = /[\t\n\v\f\r ]/u
/** Read from the source and left out of texts: they only say where a word may break. */
const invisible = /^(?:[\u00ad\u200b\ufeff]|&(?:shy|ZeroWidthSpace|#173|#xad|#8203|#x200b|#65279|#xfeff);?)/iu

/** Takes the characters that only say where a word may break out of a text. */
export function dropInvisible(text: string): string {
  return text.replace(/[\u00ad\u200b\ufeff]/gu, '')
}

/** Offsets in the source, one for each UTF-16 unit of `value`, which was read from `source.text` between `from` and `to`. */
export function alignText(value: string, source: Source, from: number, to: number): readonly number[] {
  const { text } = source
  const offsets: number[] = []
  let at = from - lengthOfLostReference(value, text, from)
  while (offsets.length < value.length) {
    const index = offsets.length
    const wanted = value[index] as string
    at = skipUnseen(text, at, to)
    if (at >= to) break
    const found = text[at] as string
    if (space.test(wanted)) {
      const length = lengthOfSpace(text, at, to)
      if (length === 0) {
        at += 1
        continue
      }
      offsets.push(at)
      at += length
      if (space.test(value[index + 1] ?? '')) at = offsets.at(-1) as number
    } else if (found === wanted && !(found === '&' && /^&amp;?/iu.test(text.slice(at, at + 5)))) {
      offsets.push(at)
      at += 1
    } else if (found === '&') {
      const length = lengthOfReference(text, at, value, index)
      const units = (value.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
      for (let unit = 0; unit < units; unit += 1) offsets.push(at)
      at += length
    } else at += 1
  }
  while (offsets.length < value.length) offsets.push(Math.max(from, to - 1))
  return offsets
}

/** At the beginning of a page the parser places a text at the end of the character reference that it begins with. */
function lengthOfLostReference(value: string, text: string, from: number): number {
  if (text[from] === value[0]) return 0
  const reference = /&#?\w+;?$/u.exec(text.slice(Math.max(0, from - 40), from + 1))
  return reference ? reference[0].length - 1 : 0
}

/** The stretches of a text that stand together, on one line each. */
export function listSegments(offsets: readonly number[], source: Source): TextSegment[] {
  const segments: TextSegment[] = []
  offsets.forEach((offset, at) => {
    const previous = offsets[at - 1]
    const broken = previous === undefined || offset !== previous + 1 || /[\r\n]/u.test(source.text[previous] ?? '')
    if (broken) segments.push({ at, point: source.pointAt(offset) })
  })
  return segments
}

/** Past tags, comments and characters that are left out. */
function skipUnseen(text: string, start: number, to: number): number {
  let at = start
  for (;;) {
    if (text[at] === '<' && /[a-z/!?]/iu.test(text[at + 1] ?? '')) {
      const comment = text.startsWith('<!--', at)
      const end = text.indexOf(comment ? '-->' : '>', at + 1)
      if (end < 0 || end >= to) return to
      at = end + (comment ? 3 : 1)
      continue
    }
    const unseen = invisible.exec(text.slice(at, at + 18))
    if (!unseen || at >= to) return at
    at += unseen[0].length
  }
}

const spaceReference = /^&(?:Tab|NewLine|#0*(?:9|10|12|13|32)|#x0*(?:9|a|c|d|20));?/iu

/** Length of the white space at a place, with references to it and tags among it. */
function lengthOfSpace(text: string, start: number, to: number): number {
  let at = start
  for (;;) {
    if (at < to && space.test(text[at] as string)) at += 1
    else if (at > start && text[at] === '<') {
      const behind = skipUnseen(text, at, to)
      if (behind === at || behind >= to || !space.test(text[behind] ?? '')) return at - start
      at = behind
    } else {
      const reference = text[at] === '&' ? spaceReference.exec(text.slice(at, at + 10)) : null
      if (!reference) return at - start
      at += reference[0].length
    }
  }
}

/** Length of a character reference. Old ones may lack the semicolon; then the text tells where they end. */
function lengthOfReference(text: string, at: number, value: string, index: number): number {
  const whole = /^&(?:#x[\da-f]+|#\d+|[a-z][a-z\d]*);/iu.exec(text.slice(at, at + 40))
  if (whole) return whole[0].length
  const open = /^&(?:#x[\da-f]+|#\d+|[a-z][a-z\d]*)/iu.exec(text.slice(at, at + 40))?.[0] ?? '&'
  const units = (value.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
  // What is left of the run stands in the text as it is.
  const next = value.slice(index + units, index + units + open.length)
  for (let length = 3; length < open.length; length += 1) if (next.startsWith(open.slice(length))) return length
  return open.length
}
