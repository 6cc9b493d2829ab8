/**
 * The numbers on a line that may call a note, before anything is known of the numbering: a first look, by which note
 * blocks are told from lists.
 */
import { type NoteStyle, noteValue } from './note-openings.ts'

export interface Call {
  readonly value: number
  /** Glued to a word or a stop, or in a dress of its own; else it only stands in the text. */
  readonly glued: boolean
  readonly style: NoteStyle
}

/** Whether a number in one dress may call a note in another: digits wear none, and may be called in any. */
export function mayCall(call: NoteStyle, note: NoteStyle): boolean {
  return call === note || call === 'bare' || note === 'bare' || call === 'superscript' || note === 'superscript'
}

const pattern =
  /(?<=[\p{L}\p{Pe}\p{Pf}"'’.,;:!?…。，；：！？、%])(?:(\d{1,3})(?!\d|[.,]\d|[-–]\d|%)|([*]{1,12}|[†‡§¶‖#]{1,3})(?!\s?\d))|[[(［〔【（](\d{1,3})[\])］〕】）]|([①-⑳㉑-㉟㊱-㊿])|(?<=\S)(\d{1,3})\)|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})|(?<=\s)(\d{1,3})(?=[\s.,;:]|$)(?!\s\p{Ll})/gu

/** Two numbers that call two notes at one place. */
const pair = /(?<=[\p{L}\p{Pe}\p{Pf}"'’.!?…。！？][,;]?)(\d{1,3})[,;]\s?(\d{1,3})(?![\d.,]*\d)/gu

/** The calls on a line. */
export function readCalls(text: string): readonly Call[] {
  const pairs = [...text.matchAll(pair)].flatMap(([, first, second]) =>
    Number(second) === Number(first) + 1 ? [{ value: Number(first), glued: true, style: 'bare' as const }] : [],
  )
  const calls = [...text.matchAll(pattern)].map(([whole, glued, symbol, bracketed, circled, half, raised, apart]) => {
    const number = glued ?? bracketed ?? half ?? apart
    const value = number !== undefined ? Number(number) : valueOfSign(symbol, circled, raised)
    return { value, glued: apart === undefined, style: styleOf(whole) }
  })
  return [...pairs, ...calls]
}

function styleOf(call: string): NoteStyle {
  if (/^[[［〔【]/u.test(call)) return 'bracket'
  if (/[)）]$/u.test(call)) return 'parenthesis'
  if (/^[⁰¹²³⁴-⁹]/u.test(call)) return 'superscript'
  return /^\d/u.test(call) ? 'bare' : /^[①-⑳㉑-㉟㊱-㊿]/u.test(call) ? 'circled' : 'symbol'
}

function valueOfSign(symbol: string | undefined, circled: string | undefined, raised: string | undefined): number {
  if (symbol !== undefined) return noteValue(symbol, 'symbol')
  return circled !== undefined ? noteValue(circled, 'circled') : noteValue(raised ?? '', 'superscript')
}
