/**
 * Which files of the fonts a page needs, from the characters on it. A font comes cut into subsets by script, each with
 * the Unicode ranges it covers; only subsets that hold a character of the page are chosen. Pure: no disk.
 */

/** A span of code points, both ends included. */
export type Range = readonly [first: number, last: number]

/** One script's part of a font family. */
export interface Subset {
  readonly name: string
  readonly ranges: readonly Range[]
}

/** A font family of templates/fonts.yml with its subsets, the ones to prefer first. */
export interface FontFamily {
  readonly name: string
  /** `text` families carry every page; a `fallback` only what no text family covers. */
  readonly role: 'text' | 'fallback'
  /** A family that is there for these characters alone, whatever the others claim. */
  readonly characters?: string
  readonly subsets: readonly Subset[]
}

/** The subsets a page needs of each family, in the family's order; a family with none is left out. */
export function chooseFaces(
  text: string,
  families: readonly FontFamily[],
): readonly { readonly family: FontFamily; readonly subsets: readonly Subset[] }[] {
  const reserved = new Set(families.flatMap(family => codePoints(family.characters ?? '')))
  const present = codePoints(text).filter(code => code > 0x20)
  const ordinary = present.filter(code => !reserved.has(code))
  const texts = families.filter(family => family.role === 'text' && family.characters === undefined)
  const uncovered = ordinary.filter(code => !texts.some(family => family.subsets.some(subset => covers(subset, code))))

  return families.flatMap(family => {
    const own = new Set(codePoints(family.characters ?? ''))
    const wanted =
      family.characters !== undefined
        ? present.filter(code => own.has(code))
        : family.role === 'text'
          ? ordinary
          : uncovered
    const needed = new Set(wanted.map(code => family.subsets.find(subset => covers(subset, code))))
    const subsets = family.subsets.filter(subset => needed.has(subset))
    return subsets.length > 0 ? [{ family, subsets }] : []
  })
}

/** Reads a CSS `unicode-range`. */
export function parseUnicodeRange(text: string): readonly Range[] {
  return text.split(',').map(part => {
    const [first = '0', last = first] = part.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  })
}

/** Writes ranges as CSS does, such as `U+0-FF,U+131`. */
export function formatUnicodeRange(ranges: readonly Range[]): string {
  const hex = (code: number) => code.toString(16).toUpperCase()
  return ranges.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(',')
}

/** Takes the characters of `text` out of ranges, so that the browser looks for them in another font from the start. */
export function withoutCharacters(ranges: readonly Range[], text: string): readonly Range[] {
  return codePoints(text).reduce<readonly Range[]>(
    (left, code) =>
      left.flatMap(([first, last]): Range[] => {
        if (code < first || code > last) return [[first, last]]
        const parts: Range[] = [
          [first, code - 1],
          [code + 1, last],
        ]
        return parts.filter(([from, to]) => from <= to)
      }),
    ranges,
  )
}

function covers(subset: Subset, code: number): boolean {
  return subset.ranges.some(([first, last]) => code >= first && code <= last)
}

/** Distinct code points; ASCII stands for itself by one letter, as every subset that has one has all. */
function codePoints(text: string): number[] {
  const beyondAscii = new Set(text.match(/[^\p{ASCII}]/gu) ?? [])
  const ascii = /[!-~]/.test(text) ? [0x41] : []
  return [...ascii, ...[...beyondAscii].map(character => character.codePointAt(0) ?? 0)]
}
