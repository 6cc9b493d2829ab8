/**
 * The reader of notes in the flat form in which the benchmark compares: the stage's own parser, note by note.
 */
import { readFileSync } from 'node:fs'
import { parseNote } from '../../pipeline/build-bibliography/parse-note.ts'
import type { ReadWork, Sample } from './references-score.ts'

/** The sets that are measured: `a` was used to work out the rules, each other one read only when they stood. */
export const sets = ['a', 'b', 'c', 'd', 'e'] as const

/** The samples of one set: those that are measured, the oldest in `early`, and the notes of a `real` document. */
export function readSet(name: string): readonly Sample[] {
  const file = new URL(`../../tests/fixtures/bibliography/references-${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Sample[]
}

/** Reads a note with the parser of the pipeline. */
export function readNote(text: string): readonly ReadWork[] {
  return parseNote(text).map(({ fields, locator, comment, repeats, confidence }) => {
    const { issued, accessed, ...rest } = fields
    const flat = {
      ...rest,
      issued: issued?.['date-parts'][0],
      accessed: accessed?.['date-parts'][0],
      locator,
      comment,
      // The words of a title that `op. cit.` repeats are no field of a work.
      repeats: repeats?.of === 'author' ? { of: repeats.of, family: repeats.family } : repeats,
    }
    const present = Object.entries(flat).filter(([, value]) => value !== undefined)
    return { fields: Object.fromEntries(present), confidence }
  })
}
