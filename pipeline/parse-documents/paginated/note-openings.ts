/**
 * How the text of a note opens on its line: a number in one of the usual dresses, then the note. The same dresses serve
 * the markers.
 */

/** The dress a note number wears. */
export type NoteStyle = 'bare' | 'superscript' | 'bracket' | 'parenthesis' | 'circled' | 'symbol' | 'roman'

export interface NoteOpening {
  readonly value: number
  /** As printed, without brackets. */
  readonly label: string
  readonly style: NoteStyle
  /** Whether a stop parts the number from the note. */
  readonly stop: boolean
  /** Length of the number and the white space after it. */
  readonly length: number
}

const openings: readonly (readonly [NoteStyle, RegExp])[] = [
  ['bracket', /^[[［〔【](\d{1,4})[\]］〕】][.:]?\s*(?=\S)/u],
  ['parenthesis', /^[(（](\d{1,4})[)）]\s*(?=\S)/u],
  ['parenthesis', /^(\d{1,4})[)）]\s*(?=\S)/u],
  ['circled', /^([①-⑳㉑-㉟㊱-㊿])\s*(?=\S)/u],
  ['superscript', /^⁽?([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})⁾?\s*(?=\S)/u],
  ['bare', /^(\d{1,4})(?:[.．、]?\s+|[.．、]\s*(?=\D))(?=[\p{L}\p{Pi}\p{Ps}"'„«<\d§])/u],
  ['bare', /^(\d{1,4})\s*[-–—]\s+(?=[\p{L}\p{N}\p{Pi}\p{Ps}"„«])/u],
  ['bare', /^(\d{1,4})(?=\p{Lu}|\p{Lo}|[\p{Pi}\p{Ps}"„]|https?:)/u],
  ['roman', /^(x{0,4}(?:ix|iv|v?i{0,3}))[.)]?\s+(?=[\p{Lu}\p{Lo}\p{Pi}\p{Ps}"„\d])/u],
  ['symbol', /^([*]{1,12}|([†‡§¶‖#])\2{0,2})\s*(?=[\p{L}\p{N}\p{Pi}\p{Ps}"„])/u],
]

/** In the printers' order; the fifth and sixth change places from house to house. */
const symbols = ['*', '†', '‡', '§', '‖¶', '#']

/** The opening of a note at the head of a line's text, if it looks like one. */
export function readOpening(text: string): NoteOpening | undefined {
  for (const [style, pattern] of openings) {
    const match = pattern.exec(text)
    const label = match?.[1]
    if (match && label)
      return {
        value: noteValue(label, style),
        label: noteLabel(label, style),
        style,
        stop: /[.．、]\s*$/u.test(match[0]),
        length: match[0].length,
      }
  }
  return undefined
}

/** Whether a line, or the one above an empty one, is a number alone: then the line below it is what it numbers. */
export function isLoneNumber(
  lines: readonly { readonly text: string; readonly blank: boolean }[],
  index: number,
): boolean {
  const at = lines[index]?.blank ? index - 1 : index
  const line = lines[at]
  if (line === undefined || !/^\d{1,3}[.)]?$/u.test(line.text)) return false
  return !callsForNumber(lines[lines[at - 1]?.blank ? at - 2 : at - 1]?.text ?? '')
}

/** Whether a line ends in what wants a number after it, such as `p.`, `С.` or `№`. */
export function callsForNumber(text: string): boolean {
  return numbered.test(text)
}

const numbered =
  /(?:^|[\s(])(?:pp?|vols?|nos?|nn?|nr|bd|ff?|fols?|arts?|figs?|chs?|secs?|lib|cap|col|ss?|hft?|t|с|стр|т|д|л|лл|оп|ф|вып|ст|гл|ч|кн|табл|рис|вып)\.$|[№§–°]$/iu

/** The opening of a note at a line, whose number may also stand on the line alone. */
export function readOpeningAt(
  lines: readonly { readonly text: string; readonly blank: boolean }[],
  index: number,
): NoteOpening | undefined {
  const text = lines[index]?.text ?? ''
  const label = /^(\d{1,3})[.)]?$/u.exec(text)?.[1]
  if (label === undefined) return readOpening(text)
  const next = lines[index + 1]?.blank ? lines[index + 2] : lines[index + 1]
  if (!next) return undefined
  const begins = /^(?:\p{Lu}|\p{Lo}|[\p{Pi}\p{Ps}"„]|https?:|\d+\.?\s*\p{L})/u.test(next.text)
  if (!begins && !countsWith(lines, index, Number(label))) return undefined
  return { value: Number(label), label, style: 'bare', stop: text.endsWith('.'), length: text.length }
}

/** Whether the number before or the one after stands alone on a line near by as well. */
function countsWith(lines: readonly { readonly text: string }[], index: number, value: number): boolean {
  for (let step = 2; step < 6; step += 1) {
    if (lines[index + step]?.text === String(value + 1) || lines[index - step]?.text === String(value - 1)) return true
  }
  return false
}

/** The number a label stands for. */
export function noteValue(label: string, style: NoteStyle): number {
  if (style === 'symbol') return symbolValues(label).at(-1) ?? 0
  return style === 'roman' ? romanValue(label) : Number(noteLabel(label, style))
}

/** The number that small Roman numerals up to 49 write. */
function romanValue(label: string): number {
  const tens = /^x*/u.exec(label)?.[0].length ?? 0
  return tens * 10 + ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'].indexOf(label.slice(tens))
}

/**
 * The numbers that a symbol may stand for, the higher first: `**` is the second of a paper that only has asterisks, and
 * the seventh where the six symbols of the printers' order are doubled once they have run out.
 */
export function symbolValues(label: string): readonly number[] {
  const place = symbols.findIndex(signs => signs.includes(label[0] ?? '')) + 1
  const inOrder = place + symbols.length * (label.length - 1)
  return place === 1 && label.length > 1 ? [inOrder, label.length] : [inOrder]
}

/** The label in plain digits. */
export function noteLabel(label: string, style: NoteStyle): string {
  if (style === 'circled') return String(circledValue(label))
  return style === 'superscript' ? [...label].map(digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('') : label
}

/** ① to ⑳, ㉑ to ㉟ and ㊱ to ㊿ stand in three rows of Unicode. */
function circledValue(label: string): number {
  const code = label.codePointAt(0) ?? 0
  if (code >= 0x32b1) return code - 0x32b1 + 36
  return code >= 0x3251 ? code - 0x3251 + 21 : code - 0x245f
}
