/**
 * What an overlay may hold. A message of a check is the rest of a sentence that begins with the key's path. Whether an
 * entry fits the seed is not asked here: that is found when the seed has been parsed.
 */
import * as v from 'valibot'
import { isLanguageTag } from '../tree/language-tag.ts'

const words = v.pipe(v.string('must be text; put numbers in quotation marks'), v.nonEmpty('must not be empty'))
/** The characters at which readers of text end a line or a page. */
const lineBreak = /[\n\r\f\v\u0085\u2028\u2029]/u
const onOneLine = v.pipe(
  v.string('must be text; put numbers in quotation marks'),
  v.check(text => !lineBreak.test(text), 'must not hold a line break'),
)
const count = v.pipe(
  v.number('must be a number'),
  v.integer('must be a whole number'),
  v.minValue(1, 'must be at least 1'),
)
const lines = v.nullish(v.array(count, 'must be a list of lines'), [])
/** Keys of a YAML mapping are text once they are read. */
const lineKey = v.pipe(v.string(), v.regex(/^[1-9]\d*$/u, 'must be a line of the seed'))
const depth = v.picklist(['none', 1, 2, 3, 4, 5, 6], 'must be a depth from 1 to 6, or none')

const replacement = v.pipe(
  v.strictObject({
    line: count,
    from: v.pipe(onOneLine, v.nonEmpty('must not be empty')),
    to: onOneLine,
    occurrence: v.exactOptional(count),
    why: v.exactOptional(words),
  }),
  v.check(({ from, to }) => from !== to, 'replaces a text by itself'),
)

/** What is known of a seed; a bare year in YAML is a number. */
export const metadataEntries = {
  title: v.exactOptional(v.pipe(v.string('must be text'), v.nonEmpty('must not be empty'))),
  author: v.exactOptional(v.string('must be text')),
  language: v.exactOptional(v.pipe(v.string(), v.check(isLanguageTag, 'must be a language tag such as en or ru'))),
  date: v.exactOptional(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform(String),
      v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, 'must be a date such as 2023-02-14, 2023-02 or 2023'),
    ),
  ),
  description: v.exactOptional(v.string('must be text')),
}

/** `<name>.yml` beside a seed. */
export const overlaySchema = v.strictObject({
  ...metadataEntries,
  notes: v.nullish(v.record(v.string(), words), {}),
  replace: v.nullish(v.array(replacement, 'must be a list'), []),
  paragraphs: v.nullish(v.strictObject({ break: lines, join: lines }), {}),
  headings: v.nullish(v.record(lineKey, depth), {}),
  glossary: v.nullish(v.record(words, v.pipe(v.array(words), v.minLength(1, 'must name a spelling'))), {}),
})
