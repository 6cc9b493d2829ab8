/**
 * Compares notes as read with the fields that a person wrote down for them. A wrong value is both a miss and a false
 * alarm; a work is whole when every field is right and none is invented.
 */

/** A note as printed, and the works it names with the fields it prints. */
export interface Sample {
  readonly convention: string
  readonly language: string
  readonly text: string
  readonly expected: readonly Fields[]
}

/** One work as flat fields: those of CSL-JSON, dates as lists of numbers, and `locator`, `comment`, `repeats`. */
export type Fields = Readonly<Record<string, unknown>>

/** A work as a reader gives it; how sure it is of each field, if it says so. */
export interface ReadWork {
  readonly fields: Fields
  readonly confidence?: Readonly<Record<string, number>>
}

/** One field of one work: what was wanted, what was given. */
export interface FieldScore {
  readonly field: string
  readonly wanted?: unknown
  readonly given?: unknown
  readonly right: boolean
  readonly confidence?: number
}

/** One work of one sample with all its fields. */
export interface WorkScore {
  readonly sample: Sample
  readonly whole: boolean
  readonly fields: readonly FieldScore[]
}

/** Precision, recall and F1 over fields, and the share of works that are whole. */
export interface Totals {
  readonly works: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly whole: number
}

/** Scores what `read` makes of every sample. */
export function scoreSamples(
  samples: readonly Sample[],
  read: (text: string) => readonly ReadWork[],
): readonly WorkScore[] {
  return samples.flatMap(sample => {
    const given = read(sample.text)
    const count = Math.max(given.length, sample.expected.length)
    return Array.from({ length: count }, (_, index) => scoreWork(sample, sample.expected[index], given[index]))
  })
}

function scoreWork(sample: Sample, wanted: Fields = {}, given: ReadWork = { fields: {} }): WorkScore {
  const names = new Set([...Object.keys(wanted), ...Object.keys(given.fields)])
  const fields = [...names].flatMap((field): FieldScore[] => {
    const [expected, actual] = [wanted[field], given.fields[field]]
    const right = normal(expected) === normal(actual)
    if (field === 'locator' && expected === undefined && repeatsPage(actual, wanted.page)) return []
    const confidence = given.confidence?.[field]
    return [{ field, wanted: expected, given: actual, right, ...(confidence === undefined ? {} : { confidence }) }]
  })
  return { sample, whole: fields.every(({ right }) => right), fields }
}

/** The pages of an article may be given as the place too. */
function repeatsPage(locator: unknown, page: unknown): boolean {
  return page !== undefined && normal(locator) === normal({ label: 'page', value: page })
}

/** Quotation marks, dashes, white space and the last stop do not count. */
function normal(value: unknown): string | undefined {
  if (value === undefined) return undefined
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'string') return plainText(part)
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[“”„«»‹›]/gu, '"')
    .replace(/[‘’ʼ‚]/gu, "'")
    .replace(/[–—‐‑−]/gu, '-')
    .replace(/"\s+|\s+"/gu, match => (match.startsWith('"') ? '"' : ' "').trim())
    .replace(/\s+/gu, ' ')
    .replace(/\s(?=[;:?!])/gu, '')
    .replace(/\.$/u, '')
    .trim()
}

/** Sums up; `f1` is 2·right / (wanted + given). */
export function sumUp(scores: readonly WorkScore[]): Totals {
  const sums = sumFields(scores.flatMap(({ fields }) => fields))
  const whole = scores.filter(score => score.whole).length
  return { works: scores.length, ...sums, whole: share(whole, scores.length) }
}

/** Precision, recall and F1 of some fields. */
export function sumFields(fields: readonly FieldScore[]): Pick<Totals, 'precision' | 'recall' | 'f1'> {
  const right = fields.filter(field => field.right).length
  const wanted = fields.filter(field => field.wanted !== undefined).length
  const given = fields.filter(field => field.given !== undefined).length
  return { precision: share(right, given), recall: share(right, wanted), f1: share(2 * right, wanted + given) }
}

/** `part` of `all`; of nothing, all is right. */
export function share(part: number, all: number): number {
  return all === 0 ? 1 : part / all
}
