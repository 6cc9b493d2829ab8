/**
 * Takes the genre of a thesis or a report and its number out of the text behind a title: `PhD diss.`, `Working Paper
 * 14`, `[Dissertation, Universität Brunnsee]`.
 */
import { genres } from './conventions-kinds.ts'
import { partMark } from './marks.ts'
import type { Draft } from './reference.ts'

const number =
  /^,?\s?(?:no\.?|n[°ºo]|nr\.?|№)?\s?((?=[^\s]*\d)[\p{L}\d][\p{L}\d./–-]{0,14}?)(?=[\s,.)\]]*(?:$|[\s,.)\]]))/iu

/** Fills genre and number; gives the type that the genre makes. */
export function peelGenre(text: string, fields: Draft): { readonly rest: string; readonly type?: string } {
  for (const { pattern, type } of genres) {
    const match = pattern.exec(text)
    if (!match) continue
    const end = match.index + match[0].length
    const behind = type === 'report' ? number.exec(text.slice(end, end + 40)) : null
    // `Report 2021` is a title; a report without number says so between brackets.
    fields.genre ??= match[0].trim().replace(/,$/u, '')
    if (behind?.[1]) fields.number ??= behind[1]
    const rest = `${text.slice(0, match.index)}${partMark}${text.slice(end + (behind?.[0].length ?? 0))}`
    return { rest: rest.replace(/\(\s?\uE010\s?\)|\[\s?\uE010\s?\]/gu, partMark), type }
  }
  return { rest: text }
}
