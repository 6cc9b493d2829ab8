/**
 * Fourth and fifth passes: every number in the body that may be a note marker, scored by the typography around it, and
 * the choice among them by the numbering as a whole. A number taken alone proves little; one that continues the
 * sequence, beside a closing quotation mark, on the page that defines it, proves much.
 */
import { type Candidate, chainNumbers, type Numbering } from './chain-numbers.ts'
import { type NoteStyle, noteLabel, noteValue } from './note-openings.ts'
import { currencies, numberWords, unitWords } from './number-contexts.ts'
import type { Definition } from './read-definitions.ts'

/** A marker in the body text. */
export interface Marker extends Candidate {
  /** In the body text: from the first character of the marker, brackets included, to after the last. */
  readonly start: number
  readonly end: number
  readonly label: string
  readonly style: NoteStyle
  /** Why it looks like a marker, and why not. */
  readonly reasons: readonly string[]
}

/** The body as one string, and the page of each offset. */
export interface BodyText {
  readonly text: string
  readonly pageAt: (offset: number) => number
}

/** The markers of a body text in order, chosen for the sequence they make. */
export function findMarkers(
  body: BodyText,
  definitions: readonly Definition[],
): { readonly markers: readonly Marker[]; readonly numbering: Numbering } {
  const styles = ['superscript', 'bracket', 'parenthesis', 'symbol', 'bare'] as const
  const defined = new Set(definitions.map(definition => definition.style))
  const found = styles.map(style => {
    const candidates = listCandidates(body, style, definitions)
    const chain = chainNumbers(candidates)
    // Notes that wear a dress are mostly called by numbers in some dress of their own, or bare.
    const total = chain.score + (defined.has(style) ? 2 : 0)
    return { candidates, chain, total }
  })
  const best = found.reduce((left, right) => (right.total > left.total ? right : left))
  const markers = best.chain.score < 3 ? [] : best.chain.chosen.map(index => best.candidates[index] as Marker)
  return { markers, numbering: best.chain.numbering }
}

const patterns: Readonly<Record<NoteStyle, RegExp>> = {
  bare: /(?<!\d)\d{1,4}(?!\d)/gu,
  superscript: /[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}/gu,
  bracket: /\[(\d{1,4})\]/gu,
  parenthesis: /\((\d{1,3})\)|(?<=\S)(?<![\d(])(\d{1,3})\)/gu,
  symbol: /[*]{1,4}|[†‡]/gu,
}

function listCandidates(body: BodyText, style: NoteStyle, definitions: readonly Definition[]): readonly Marker[] {
  const pages = groupByPage(definitions)
  const markers: Marker[] = []
  for (const match of body.text.matchAll(patterns[style])) {
    const printed = match[1] ?? match[2] ?? match[0]
    const value = noteValue(printed, style)
    if (value === 0) continue
    const reasons: string[] = []
    const start = match.index
    const end = start + match[0].length
    const page = body.pageAt(start)
    let score =
      style === 'bare' ? scoreBare(body.text, start, end, reasons) : scoreDressed(body.text, start, style, reasons)
    if (score <= -10) continue
    const here = pages.get(page)
    if (here) {
      const known = here.has(value)
      // Among the page's notes one may be lost; beyond them the number belongs to another page.
      const among = value > Math.min(...here) && value < Math.max(...here)
      score += known ? 2 : among ? -1 : -3
      reasons.push(known ? 'the page defines it' : 'the page defines other notes')
    } else if (pages.get(0)?.has(value)) score += 1
    markers.push({ value, label: noteLabel(printed, style), style, start, end, page, score, reasons })
  }
  return markers
}

function groupByPage(definitions: readonly Definition[]): ReadonlyMap<number, ReadonlySet<number>> {
  const pages = new Map<number, Set<number>>()
  for (const { page, value } of definitions) {
    const key = Math.max(0, page)
    const values = pages.get(key) ?? new Set()
    pages.set(key, values.add(value))
  }
  return pages
}

/** Superscripts and symbols are nearly always markers; brackets often hold years and insertions. */
function scoreDressed(text: string, start: number, style: NoteStyle, reasons: string[]): number {
  const before = text[start - 1] ?? '\n'
  const glued = before.trim() !== ''
  reasons.push(glued ? 'follows without a space' : 'stands alone')
  if (style === 'superscript') return glued ? 4 : 2
  if (style === 'symbol') return glued ? 2 : -1
  if (style === 'parenthesis') return glued ? 1.5 : -1
  return glued ? 3 : 2
}

/** Score of bare digits at [start, end): -10 where they cannot be a marker. */
function scoreBare(text: string, start: number, end: number, reasons: string[]): number {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 16)
  const left = before.at(-1) ?? '\n'
  const right = after[0] ?? '\n'
  const note = (score: number, reason: string) => {
    reasons.push(reason)
    return score
  }
  if (/[$€£¥₽%#№§\-–—/+=~^_@&]/u.test(left)) return note(-10, `follows "${left}"`)
  if (/^(?:[.,:]\d|[%/°_=@]|[-–—]\p{L}|[-–]\d|st\b|nd\b|rd\b|th\b|[-–]?(?:й|го|му|м|я|е|х)\b)/u.test(after))
    return note(-10, 'is part of a larger token')
  if (/\d[.,:]$/u.test(before)) {
    if (!/(?<!\d)(?:1[5-9]|20)\d\d[.,]$/u.test(before)) return note(-10, 'is a decimal')
    return scoreAfter(after, right, note(2.5, 'is glued to a year and its stop'), note)
  }
  const value = Number(text.slice(start, end))
  let score = 0
  if (/(?:^|\s)["'“„«([]$/u.test(before)) score += note(-4, 'follows an opening mark')
  else if (/["”»’'“)\]]/u.test(left)) score += note(3, 'follows a closing mark')
  else if (/[.,;:!?…。，；：！？、」』》]/u.test(left)) score += note(2.5, `follows "${left}"`)
  else if (/\p{Lo}/u.test(left)) score += note(1, 'follows a character')
  else if (/\p{Ll}/u.test(left)) score += note(2.5, 'is glued to a word')
  else if (/\p{Lu}/u.test(left)) score += note(/\p{Lu}{3,}$/u.test(before) ? 1.5 : -1, 'is glued to capitals')
  else if (/["”»]?\s?[.!?…]["”»]?\s$/u.test(before))
    score += note(/^\s*(?:\n|$|\p{Lu})/u.test(after) || /^\p{Lu}/u.test(after) ? 0.5 : -3, 'follows a full stop')
  else if (/["”»]\s$/u.test(before)) score += note(0.5, 'follows a closing mark and a space')
  else score += note(-4, 'stands like a number')
  if (value >= 1500 && value < 2100) score += note(-3, 'reads as a year')
  if (currencies.test(before)) score += note(-4, 'follows a currency')
  if (numberWords.test(before)) score += note(-3, 'follows a word that takes a number')
  if (unitWords.test(after)) score += note(-3, 'is followed by a unit')
  return scoreAfter(after, right, score, note)
}

function scoreAfter(
  after: string,
  right: string,
  score: number,
  note: (score: number, reason: string) => number,
): number {
  if (/^\s?["”»]?\s?[.,;:!?。，；]/u.test(after)) return score + note(1.5, 'stands before a stop')
  if (/^\s*(?:$|\n)/u.test(after)) return score + note(0.5, 'ends a line')
  if (/\p{Lu}/u.test(right)) return score + note(1, 'is glued to the next sentence')
  if (/\p{Ll}/u.test(right)) return score + note(-4, 'is glued to a small letter')
  if (/^\s\p{Lu}/u.test(after)) return score + note(0.5, 'stands before a capital')
  return score
}
