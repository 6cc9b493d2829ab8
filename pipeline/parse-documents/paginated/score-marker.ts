/**
 * How much a number in the text looks like a note marker by what stands around it, and why. Scores are sums of small
 * witnesses; about 0 says nothing, and `impossible` rules the number out.
 */
import type { NoteStyle } from './note-openings.ts'
import { currencies, numberWords, unitWords } from './number-contexts.ts'

/** The score of a number that cannot be a marker. */
export const impossible = -10

/** Superscripts and symbols are nearly always markers; brackets often hold years and insertions. */
export function scoreDressed(text: string, start: number, style: NoteStyle, reasons: string[]): number {
  const before = text[start - 1] ?? '\n'
  const glued = before.trim() !== ''
  if (start === 0 || text.slice(start - 2, start) === '\n\n') return -2
  if (style === 'roman') return scoreRoman(text, start, reasons)
  reasons.push(glued ? 'follows without a space' : 'stands alone')
  if (style === 'superscript' || style === 'circled') return glued ? 4 : 2
  if (style === 'symbol') return glued ? 3 : -1
  if (style === 'parenthesis') return glued ? 1.5 : -1
  return glued ? 3 : 2
}

/** Small Roman numerals, which Word gives to endnotes: sure behind a stop, and hardly to be told from a word's end. */
function scoreRoman(text: string, start: number, reasons: string[]): number {
  const isWord = /\p{L}/u.test(text[start - 1] ?? '')
  reasons.push(isWord ? 'ends a word' : 'follows a stop')
  if (!isWord) return 3
  return /^[ivx](?!\p{L})/u.test(text.slice(start, start + 2)) ? -1 : 0.5
}

type Note = (score: number, reason: string) => number

/** Score of bare digits at [start, end). `apart` where the document sets its markers off by a space. */
export function scoreBare(text: string, start: number, end: number, reasons: string[], apart = false): number {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 16)
  const left = before.at(-1) ?? '\n'
  const right = after[0] ?? '\n'
  const note: Note = (score, reason) => {
    reasons.push(reason)
    return score
  }
  if (start === 0 || before.endsWith('\n\n')) return note(impossible, 'opens a paragraph')
  const value = Number(text.slice(start, end))
  if (isOfPair(value, before, after)) return note(2.5, 'stands beside the number before or after it')
  if (/[$€£¥₽#№§\-–—/+=~^_@&]/u.test(left)) return note(impossible, `follows "${left}"`)
  if (/^(?:[.,:]\d|[%/°_=@]|[-–—]\p{L}|[-–]\d|st\b|nd\b|rd\b|th\b|[-–]?(?:й|го|му|м|я|е|х)(?!\p{L}))/u.test(after))
    return note(impossible, 'is part of a larger token')
  if (/\d[.,:]$/u.test(before)) return scoreAfter(after, right, scoreAfterNumber(before, after, note), note)
  let score = apart && /\s/u.test(left) ? scoreApart(before, after, note) : scoreLeft(before, after, left, right, note)
  if (value >= 1500 && value < 2100) score += note(-3, 'reads as a year')
  if (currencies.test(before)) score += note(-4, 'follows a currency')
  if (numberWords.test(before)) score += note(-3, 'follows a word that takes a number')
  if (unitWords.test(after)) score += note(-3, 'is followed by a unit')
  return scoreAfter(after, right, score, note)
}

/** Whether a number is one of two that call two notes at one place, as in `word.7,8`. */
function isOfPair(value: number, before: string, after: string): boolean {
  const next = /^[,;]\s?(\d{1,3})(?![\d.,]*\d)/u.exec(after)?.[1]
  if (Number(next) === value + 1 && /[\p{L}\p{Pe}\p{Pf}"'’.!?…。！？][,;]?$/u.test(before)) return true
  const last = /[\p{L}\p{Pe}\p{Pf}"'’.!?…。！？][,;]?(\d{1,3})[,;]\s?$/u.exec(before)?.[1]
  return Number(last) === value - 1 && !/^[.,]?\d/u.test(after)
}

/** Digits right after a number and its stop: a decimal, unless the number is a year or a sentence begins after them. */
function scoreAfterNumber(before: string, after: string, note: Note): number {
  if (/(?<!\d)(?:1[5-9]|20)\d\d[.,]$/u.test(before)) return note(2.5, 'is glued to a year and its stop')
  if (/\d[–-]\d{1,4}[.,;]$/u.test(before)) return note(2, 'is glued to a range and its stop')
  if (/[.]$/u.test(before) && /^\s*(?:\n\n|$|\n?\p{Lu}|\s\p{Lu})/u.test(after))
    return note(-1, 'ends a sentence on a number')
  return impossible
}

function scoreLeft(before: string, after: string, left: string, right: string, note: Note): number {
  if (/(?:^|\s)["'“„«([]$/u.test(before)) return note(-4, 'follows an opening mark')
  if (/["”»’'“)\]]/u.test(left)) return note(3, 'follows a closing mark')
  if (/[.,;:!?…。，；：！？、」』》]/u.test(left)) return note(2.5, `follows "${left}"`)
  if (/[%°]/u.test(left)) return note(1, `follows "${left}"`)
  if (/\p{Lo}/u.test(left))
    return /\p{Lo}|\s/u.test(right) ? note(-3, 'counts the next word') : note(1, 'follows a character')
  if (/\p{Ll}/u.test(left)) return note(2.5, 'is glued to a word')
  if (/\p{Lu}/u.test(left)) return note(/\p{Lu}{3,}$/u.test(before) ? 1.5 : -1, 'is glued to capitals')
  if (/["”»]?\s?[.!?…。！？]["”»]?\s$/u.test(before))
    return note(
      /^\s*(?:\n|$|\p{Lu})/u.test(after) || /^\s?[\p{Lu}\p{Lo}]/u.test(after) ? 0.5 : -3,
      'follows a full stop',
    )
  if (/["”»]\s$/u.test(before)) return note(0.5, 'follows a closing mark and a space')
  return note(-4, 'stands like a number')
}

/** Digits after a space, where markers are printed so: at a sentence's end, or before a stop. */
function scoreApart(before: string, after: string, note: Note): number {
  const opens = /^\s*(?:$|\n\n|["“«„(]?[\p{Lu}\p{Lo}])/u.test(after)
  if (/[.!?…。！？][)\]"”»’]*\s$/u.test(before))
    return opens ? note(1.5, 'stands between sentences') : note(-2, 'opens a sentence')
  if (/[,;:，；：、)\]"”»’]\s$/u.test(before)) return note(0.5, 'follows a stop and a space')
  if (/^\s?[.,;:!?。，；：]/u.test(after)) return note(0.5, 'stands apart before a stop')
  return note(-3, 'stands like a number')
}

function scoreAfter(after: string, right: string, score: number, note: Note): number {
  if (score <= impossible) return score
  if (/^\s?["”»]?\s?[.,;:!?。，；]/u.test(after)) return score + note(1.5, 'stands before a stop')
  if (/^\s*(?:$|\n)/u.test(after)) return score + note(0.5, 'ends a line')
  if (/^[年月日号]/u.test(right)) return score + note(-5, 'is a date')
  if (/\p{Lu}/u.test(right)) return score + note(1, 'is glued to the next sentence')
  if (/\p{Ll}/u.test(right)) return score + note(-4, 'is glued to a small letter')
  if (/^\s\p{Lu}/u.test(after)) return score + note(0.5, 'stands before a capital')
  return score
}

/** Score of the last digits of a longer run, as in `1889` and note 11 printed as `188911`. */
export function scoreTail(text: string, start: number, end: number, rest: string, reasons: string[]): number {
  const whole = text.slice(start - rest.length, end).replace(/\D/gu, '')
  const isYear = (digits: string) => /^(?:1[5-9]|20)\d\d$/u.test(digits)
  const after = text.slice(end, end + 16)
  if (/^[.,]?\d|^[%\p{L}]|^[-–]/u.test(after)) return impossible
  reasons.push('ends a longer run of digits')
  let score = isYear(rest) ? 1 : -1.5
  if (isYear(whole)) score -= 2.5
  if (/^\s?["”»]?\s?[.,;:!?。，；]|^\s*(?:$|\n\n)/u.test(after)) score += 1
  else if (!/^\s["“«„(]?\p{Lu}/u.test(after) && !isYear(rest)) return impossible
  if (unitWords.test(after)) score -= 2
  return score
}
