/**
 * How wide a text is in the sans-serif face of the pages, as far as the room around a picture depends on it: by classes
 * of characters, rather too wide than too narrow.
 */

/** Share of the font size that a character takes; the first class that holds it counts. */
const classes: readonly (readonly [RegExp, number])[] = [
  [/[ .,:;'’!|iljI]/u, 0.27],
  [/[()[\]ftr\-–"“”/]/u, 0.37],
  [/[mwMWЖШЩЮжшщюы%@—]/u, 0.84],
  [/[\u2E80-\u9FFF\uAC00-\uD7AF\uFF00-\uFFEF]/u, 1],
  [/\p{Lu}/u, 0.62],
]

/** Width of a text mark, in units of the picture. */
export function estimateWidth(item: { readonly fontSize?: number }, text: unknown): number {
  const size = item.fontSize ?? 14
  const widths = [...String(text ?? '')].map(character => classes.find(([set]) => set.test(character))?.[1] ?? 0.53)
  return Math.ceil(size * widths.reduce((sum, width) => sum + width, 0))
}
