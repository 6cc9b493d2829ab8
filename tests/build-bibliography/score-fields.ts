/**
 * Compares references as read with the fields a person wrote down, and counts: F1 over fields, where a wrong value is
 * both a miss and a false alarm.
 */
import { readFileSync } from 'node:fs'
import { parseReference } from '../../pipeline/build-bibliography/parse-reference.ts'

/** A printed reference with the fields that it prints; a field that is not named is not printed. */
export interface Sample {
  readonly note?: string
  readonly text: string
  readonly expected: Readonly<Record<string, string | number | boolean>>
}

/** Reads a fixture of tests/fixtures/bibliography. */
export function readSamples(name: string): readonly Sample[] {
  return JSON.parse(readFileSync(new URL(`../fixtures/bibliography/${name}`, import.meta.url), 'utf8')) as Sample[]
}

/** Fields that a sample names only where they are in question. */
const optional = new Set(['date', 'language', 'edition', 'medium', 'DOI', 'page', 'accessed'])

/** The fields of a reference as flat values, limited to those in question for the sample. */
export function readFields({ text, expected }: Sample): Readonly<Record<string, string | number | boolean>> {
  const { fields, locator, truncated } = parseReference(text)
  const day = (date: typeof fields.issued) => date?.['date-parts'][0]?.join('-')
  const flat = {
    type: fields.type,
    title: fields.title,
    author: fields.author?.map(({ family, given, literal }) => literal ?? `${family}, ${given}`).join('; '),
    container: fields['container-title'],
    publisher: fields.publisher,
    place: fields['publisher-place'],
    volume: fields.volume,
    issue: fields.issue,
    edition: fields.edition,
    year: fields.issued?.['date-parts'][0]?.[0],
    date: day(fields.issued),
    accessed: day(fields.accessed),
    page: fields.page,
    locator: locator?.value,
    URL: fields.URL,
    DOI: fields.DOI,
    medium: fields.medium,
    language: fields.language,
    truncated: truncated || undefined,
  }
  const shown = Object.entries(flat).filter(
    ([key, value]) => value !== undefined && (key in expected || !optional.has(key)),
  )
  return Object.fromEntries(shown) as Record<string, string | number | boolean>
}

/** F1 over all fields of all samples, and what went wrong in words. */
export function scoreFields(samples: readonly Sample[]): { readonly f1: number; readonly faults: readonly string[] } {
  let [hits, wanted, given] = [0, 0, 0]
  const faults: string[] = []
  for (const sample of samples) {
    const actual = readFields(sample)
    wanted += Object.keys(sample.expected).length
    given += Object.keys(actual).length
    for (const key of new Set([...Object.keys(actual), ...Object.keys(sample.expected)])) {
      if (actual[key] === sample.expected[key]) hits += 1
      else faults.push(`${sample.text.slice(0, 60)} — ${key}: ${actual[key]} instead of ${sample.expected[key]}`)
    }
  }
  return { f1: (2 * hits) / (wanted + given), faults }
}
