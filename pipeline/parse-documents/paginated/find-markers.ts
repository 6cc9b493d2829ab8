/**
 * Fourth and fifth passes: every number in the body that may be a note marker, scored by the typography around it, and
 * the choice among them by the numbering as a whole. A number taken alone proves little; one that continues the
 * sequence, beside a closing quotation mark, on the page that defines it, proves much.
 */
import { type Candidate, chainNumbers, type Numbering } from './chain-numbers.ts'
import { findRepeats } from './find-repeats.ts'
import { type NoteStyle, noteLabel, noteValue, symbolValues } from './note-openings.ts'
import type { Definition } from './read-definitions.ts'
import { impossible, scoreBare, scoreDressed, scoreTail } from './score-marker.ts'

/** A marker in the body text. */
export interface Marker extends Candidate {
  /** In the body text: from the first character of the marker, brackets included, to after the last. */
  readonly start: number
  readonly end: number
  readonly label: string
  readonly style: NoteStyle
  /** Place in reading order of the line it stands on. */
  readonly order: number
  /** Why it looks like a marker, and why not. */
  readonly reasons: readonly string[]
}

/** The body as one string, and the page of each offset and its line's place in reading order. */
export interface BodyText {
  readonly text: string
  readonly placeAt: (offset: number) => { readonly page: number; readonly order: number }
}

/** The notes that the blocks define, and how they are numbered. */
export interface DefinedNotes {
  readonly definitions: readonly Definition[]
  readonly numbering: Numbering
  /** Whether raised numbers would be known as such. */
  readonly printed?: boolean
}

/** What was found, and among what. */
export interface FoundMarkers {
  readonly markers: readonly Marker[]
  readonly numbering: Numbering
  /** Every number that was weighed, in the dress that the markers wear. */
  readonly candidates: readonly Marker[]
}

/** How a document prints its markers: a dress, and for bare digits whether a space parts them from the word. */
type Dress = Exclude<NoteStyle, 'bare'> | 'glued' | 'apart'

const dresses: readonly Dress[] = [
  'roman',
  'superscript',
  'bracket',
  'parenthesis',
  'circled',
  'symbol',
  'glued',
  'apart',
]

/** The markers of a body text in order, chosen for the sequence they make. */
export function findMarkers(body: BodyText, { definitions, numbering, printed = false }: DefinedNotes): FoundMarkers {
  const defined = new Set(definitions.map(definition => definition.style))
  // Endnotes have no pages; a numbering that returns is their chapters'.
  const returns = numbering === 'page' && definitions.every(({ page }) => page <= 0)
  const expected = definitions.length < 3 ? undefined : returns ? 'chapter' : numbering
  // Ordinals and dates stand apart too: without notes it takes many to believe in such markers.
  const apartCost = definitions.length > 0 ? 4 : 12
  // Where print is known, numbers on the line that no note explains are numbers.
  const gluedCost = printed && definitions.length === 0 ? 12 : 0
  const found = dresses.map(dress => {
    const candidates = listCandidates(body, dress, definitions)
    const chain = chainNumbers(candidates, { expected, byPage: !returns })
    // Notes that wear a dress are mostly called by numbers in some dress of their own, or bare.
    const cost = dress === 'apart' ? apartCost : dress === 'glued' ? gluedCost : 0
    const total = chain.score + (defined.has(styleOf(dress)) ? 2 : 0) - cost
    return { candidates, chain, total }
  })
  const best = found.reduce((left, right) => (right.total > left.total ? right : left))
  const markers =
    best.chain.score < 3 || best.total <= 0 ? [] : best.chain.chosen.map(index => best.candidates[index] as Marker)
  const repeated =
    best.chain.numbering === 'continuous' ? findRepeats(markers, best.candidates, definitions, body.text) : []
  const all = [...markers, ...repeated].sort((left, right) => left.start - right.start)
  const apart = all.filter((marker, index) => marker.start >= (all[index - 1]?.end ?? 0))
  return { markers: apart, numbering: best.chain.numbering, candidates: best.candidates }
}

function styleOf(dress: Dress): NoteStyle {
  return dress === 'glued' || dress === 'apart' ? 'bare' : dress
}

const patterns: Readonly<Record<NoteStyle, RegExp>> = {
  bare: /\d{1,8}/gu,
  superscript: /⁽?([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})⁾?/gu,
  circled: /[①-⑳㉑-㉟㊱-㊿]/gu,
  roman: /(?<=\S)(?<![\d(])(x{0,4}(?:ix|iv|v?i{1,3}|v)|x{1,4})(?![\p{L}\d])/gu,
  bracket: /[[［〔【](\d{1,4})[\]］〕】]/gu,
  parenthesis: /[(（](\d{1,3})[)）]|(?<=\S)(?<![\d(（])(\d{1,8})[)）]/gu,
  symbol: /[*]{1,12}|([†‡§¶‖#])\1{0,2}(?!\s?\d)/gu,
}

/** A stretch of text that may be a marker. */
interface Reading {
  readonly start: number
  readonly end: number
  readonly printed: string
  readonly score: number
  readonly reasons: readonly string[]
  /** Taken only where the page, or the endnotes, define it. */
  readonly onlyDefined: boolean
}

function listCandidates(body: BodyText, dress: Dress, definitions: readonly Definition[]): readonly Marker[] {
  const pages = groupByPage(definitions)
  const defined = new Set(definitions.map(({ value }) => value))
  const style = styleOf(dress)
  const markers: Marker[] = []
  for (const match of body.text.matchAll(patterns[style])) {
    for (const reading of readMatch(body.text, match, dress)) {
      const values = style === 'symbol' ? symbolValues(reading.printed) : [noteValue(reading.printed, style)]
      for (const value of values) {
        if (value === 0 || reading.score <= impossible) continue
        const { page, order } = body.placeAt(reading.start)
        const here = pages.get(page)
        const known = here?.values.has(value) || (!here && pages.get(0)?.values.has(value))
        if (reading.onlyDefined && !known) continue
        const { support, reason } = weighDefinitions(value, here, pages.get(0), dress, defined.has(value))
        const reasons = reason ? [...reading.reasons, reason] : reading.reasons
        const { start, end } = reading
        const score = reading.score + support
        markers.push({
          value,
          label: noteLabel(reading.printed, style),
          style,
          start,
          end,
          page,
          order,
          score,
          reasons,
        })
      }
    }
  }
  return markers
}

/** What the notes of the page, or else the endnotes, say of a number. */
function weighDefinitions(
  value: number,
  here: PageNotes | undefined,
  endnotes: PageNotes | undefined,
  dress: Dress,
  elsewhere: boolean,
): { readonly support: number; readonly reason?: string } {
  if (!here) return endnotes?.values.has(value) ? { support: 1, reason: 'the endnotes define it' } : { support: 0 }
  if (here.values.has(value)) return { support: 2, reason: 'the page defines it' }
  // Among the page's notes one may be lost; beyond them bare digits belong to another page.
  const dressed = dress !== 'glued' && dress !== 'apart'
  if ((value > here.lowest && value < here.highest) || dressed)
    return { support: -1, reason: 'the page defines other notes' }
  // A page's last note may be lost as well.
  const next = value > here.highest && value <= here.highest + 2
  return elsewhere && !next
    ? { support: -3, reason: 'another page defines it' }
    : { support: -0.5, reason: 'no page defines it' }
}

/** The ways to read a match: as it stands, and a long run of digits also as a number with a marker at its end or head. */
function readMatch(text: string, match: RegExpExecArray, dress: Dress): readonly Reading[] {
  const printed = dress === 'symbol' ? match[0] : (match[1] ?? match[2] ?? match[0])
  const start = match.index
  const end = start + match[0].length
  if (dress === 'parenthesis' && match[2] && printed.length > 2) return readTails(text, printed, end - 1, end)
  if (dress !== 'glued' && dress !== 'apart') {
    const reasons: string[] = []
    return [
      {
        start,
        end,
        printed,
        score: scoreDressed(text, start, styleOf(dress), reasons),
        reasons,
        // Many words end like Roman numerals.
        onlyDefined: dress === 'roman',
      },
    ]
  }
  const readings: Reading[] = []
  if (printed.length <= 4) {
    const reasons: string[] = []
    const score = scoreBare(text, start, end, reasons, dress === 'apart')
    readings.push({ start, end, printed, score, reasons, onlyDefined: false })
  }
  readings.push(...readTails(text, printed, end, end))
  const head = /^(\d{1,3})(?:1[5-9]|20)\d\d$/u.exec(printed)?.[1]
  if (head && text[end] === '年')
    readings.push({
      start,
      end: start + head.length,
      printed: head,
      score: 2,
      reasons: ['stands before a year'],
      onlyDefined: true,
    })
  return readings
}

/** Markers at the end of a run of digits; `digitsEnd` is before `end` where a bracket closes. */
function readTails(text: string, printed: string, digitsEnd: number, end: number): readonly Reading[] {
  const readings: Reading[] = []
  for (let length = 1; length <= 3 && length < printed.length; length += 1) {
    const tail = printed.slice(-length)
    if (tail.startsWith('0')) continue
    const reasons: string[] = []
    const score = scoreTail(text, digitsEnd - length, end, printed.slice(0, -length), reasons)
    // Behind a year digits must be explained even where the notes are lost.
    const onlyDefined = !/^(?:1[5-9]|20)\d\d$/u.test(printed.slice(0, -length))
    readings.push({ start: digitsEnd - length, end, printed: tail, score, reasons, onlyDefined })
  }
  if (digitsEnd < end && printed.length === 3)
    readings.push({ start: digitsEnd - 3, end, printed, score: 1.5, reasons: [], onlyDefined: true })
  return readings
}

/** The numbers that a page's notes define, and the range they lie in. */
interface PageNotes {
  readonly values: Set<number>
  lowest: number
  highest: number
}

function groupByPage(definitions: readonly Definition[]): ReadonlyMap<number, PageNotes> {
  const pages = new Map<number, PageNotes>()
  for (const { page, value } of definitions) {
    const key = Math.max(0, page)
    const notes = pages.get(key) ?? { values: new Set(), lowest: value, highest: value }
    notes.values.add(value)
    notes.lowest = Math.min(notes.lowest, value)
    notes.highest = Math.max(notes.highest, value)
    pages.set(key, notes)
  }
  return pages
}
