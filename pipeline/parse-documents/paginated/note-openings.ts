/**
 * How the text of a note opens on its line: a number in one of the usual dresses, then the note. The same dresses serve
 * the markers.
 */

/** The dress a note number wears. */
export type NoteStyle = 'bare' | 'superscript' | 'bracket' | 'parenthesis' | 'symbol'

export interface NoteOpening {
  readonly value: number
  /** As printed, without brackets. */
  readonly label: string
  readonly style: NoteStyle
  /** Length of the number and the white space after it. */
  readonly length: number
}

const openings: readonly (readonly [NoteStyle, RegExp])[] = [
  ['bracket', /^\[(\d{1,4})\]\s*(?=\S)/u],
  ['parenthesis', /^\((\d{1,4})\)\s*(?=\S)/u],
  ['parenthesis', /^(\d{1,4})\)\s*(?=\S)/u],
  ['superscript', /^([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s*(?=\S)/u],
  ['bare', /^(\d{1,4})(?:[.．、]?\s+|[.．、]\s*(?=\D))(?=[\p{L}\p{Pi}\p{Ps}"'„«<\d§])/u],
  ['bare', /^(\d{1,4})(?=\p{Lu}|\p{Lo}|[\p{Pi}\p{Ps}"„]|https?:)/u],
  ['symbol', /^([*]{1,6}|[†‡§¶‖#]{1,2})\s*(?=[\p{L}\p{N}\p{Pi}\p{Ps}"„])/u],
]

const stars = ['*', '**', '***', '****', '*****', '******']
const daggers = ['*', '†', '‡', '§', '¶', '#']

/** The opening of a note at the head of a line's text, if it looks like one. */
export function readOpening(text: string): NoteOpening | undefined {
  for (const [style, pattern] of openings) {
    const match = pattern.exec(text)
    const label = match?.[1]
    if (match && label !== undefined)
      return { value: noteValue(label, style), label: noteLabel(label, style), style, length: match[0].length }
  }
  return undefined
}

/** The number a label stands for; symbols count in their traditional order. */
export function noteValue(label: string, style: NoteStyle): number {
  if (label === '‖') return 5
  if (style === 'symbol') return Math.max(stars.indexOf(label), daggers.indexOf(label)) + 1
  return Number(noteLabel(label, style))
}

/** The label in plain digits. */
export function noteLabel(label: string, style: NoteStyle): string {
  return style === 'superscript' ? [...label].map(digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('') : label
}
