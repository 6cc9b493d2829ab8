/**
 * What briefwright.yml and an audience.yml may hold, with defaults. A message of a check is the rest of a sentence that
 * begins with the key's path.
 */
import { availableParallelism } from 'node:os'
import * as v from 'valibot'
import { rules } from './diagnostics/rules.ts'
import { isLanguageTag } from './tree/language-tag.ts'

const text = v.pipe(v.string('must be text'), v.nonEmpty('must not be empty'))
const identifier = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]*$/u, 'must be lower-case letters, digits and hyphens'),
)
const term = v.pipe(
  text,
  v.regex(/[\p{L}\p{N}]/u, 'must hold a letter or a digit'),
  v.regex(/^(?:[^*]|(?<=[\p{L}\p{N}])\*(?![\p{L}\p{N}*]))*$/u, "may hold * only at a word's end"),
)
const phrase = v.pipe(term, v.regex(/[\p{L}\p{N}*][\s-]+[\p{L}\p{N}]/u, 'must be of several words'))
const weight = v.pipe(v.number('must be a number'), v.minValue(0, 'must not be negative'))
const termsOf = (each: typeof term | typeof phrase) =>
  v.union([v.array(each), v.record(each, weight)], 'must be a list of terms, or terms with their weights')
const terms = termsOf(term)
const termList = v.optional(v.array(term, 'must be a list of terms'), [])
const limit = v.nullable(
  v.pipe(
    v.number('must be a number, or null for all'),
    v.integer('must be a whole number'),
    v.minValue(0, 'must not be negative'),
  ),
)
const positive = v.pipe(v.number('must be a number'), v.minValue(1, 'must be at least 1'))

const themeSchema = v.pipe(
  v.strictObject({
    title: text,
    terms: v.pipe(
      terms,
      v.check(given => Object.keys(given).length > 0, 'must name at least one term'),
    ),
    aliases: v.optional(terms, []),
    phrases: v.optional(termsOf(phrase), []),
    related: v.optional(terms, {}),
    excluded: termList,
    members: v.optional(v.record(text, v.array(term, 'must be a list of names')), {}),
    contexts: v.optional(v.strictObject({ names: termList, required: termList, excluded: termList }), {}),
    about: v.optional(
      v.pipe(
        v.number('must be a number'),
        v.minValue(0, 'must be between 0 and 1'),
        v.maxValue(1, 'must be between 0 and 1'),
      ),
      0.4,
    ),
    mentions: v.optional(weight, 1),
    minimum: v.optional(weight, 0),
  }),
  v.rawCheck(({ dataset: { typed, value }, addIssue }) => {
    if (!typed) return
    const names = [value.terms, value.aliases, value.phrases].flatMap(given =>
      Array.isArray(given) ? given : Object.keys(given),
    )
    const index = value.contexts.names.findIndex(name => !names.includes(name))
    if (index < 0) return
    const step = (key: string | number) => ({ type: 'unknown', origin: 'value', input: value, key, value }) as const
    addIssue({
      message: 'must be one of the terms, aliases or phrases of the theme',
      path: [step('contexts'), step('names'), step(index)],
    })
  }),
)

const selectSchema = v.strictObject({
  keyFigures: v.optional(limit, 0),
  keyPoints: v.optional(limit, 0),
  passages: v.optional(limit, 0),
  figures: v.optional(limit, 0),
  conflicts: v.optional(limit, 0),
  events: v.optional(limit, 0),
  agreements: v.optional(limit, 0),
  quotations: v.optional(limit, 0),
  charts: v.optional(limit, 0),
  annex: v.optional(limit, 0),
})

const audienceEntries = {
  title: text,
  locale: v.optional(v.pipe(text, v.check(isLanguageTag, 'must be a language tag such as en or ru')), 'en'),
  citationStyle: v.optional(text, 'gost-r-7-0-5-2008-numeric'),
  maxPages: v.optional(v.nullable(positive), null),
  notes: v.optional(v.picklist(['page', 'end'], 'must be page or end'), 'end'),
  select: v.pipe(
    v.looseObject({}),
    v.transform(select => ({ order: Object.keys(select), limits: select })),
    v.object({ order: v.array(v.string()), limits: selectSchema }),
  ),
  wording: v.optional(v.record(text, v.string('must be text')), {}),
}

/** An audience's own file. */
export const audienceSchema = v.strictObject(audienceEntries)
export type AudienceFile = v.InferOutput<typeof audienceSchema>

const severity = v.picklist(['error', 'warning', 'info', 'off'], 'must be error, warning, info or off')

/** briefwright.yml. */
export const projectSchema = v.strictObject({
  title: text,
  publisher: v.optional(v.string(), ''),
  url: v.exactOptional(v.pipe(text, v.regex(/^https?:\/\/[^\s/?#]+[^\s?#]*$/iu, 'must be a web address'))),
  date: v.optional(
    v.pipe(v.string('must be a date in quotation marks'), v.isoDate('must be a date such as 2023-02-14')),
  ),
  folders: v.optional(
    v.strictObject({
      seeds: v.optional(text, 'seeds'),
      templates: v.optional(text, 'templates'),
      out: v.optional(text, 'out'),
      cache: v.optional(text, '.cache'),
    }),
    {},
  ),
  /** Files that complete what notes say of works. */
  library: v.optional(
    v.array(
      v.pipe(text, v.regex(/\.(?:bib|json)$/iu, 'must be the path of a .bib or .json file')),
      'must be a list of paths',
    ),
    [],
  ),
  themes: v.pipe(
    v.record(identifier, themeSchema),
    v.check(themes => Object.keys(themes).length > 0, 'must hold at least one theme'),
  ),
  /** What this project changes of an audience; the order here is the order on the portal. */
  audiences: v.optional(
    v.record(
      identifier,
      v.nullable(
        v.strictObject({
          title: v.exactOptional(text),
          locale: v.exactOptional(v.pipe(text, v.check(isLanguageTag, 'must be a language tag such as en or ru'))),
          citationStyle: v.exactOptional(text),
        }),
      ),
    ),
    {},
  ),
  formats: v.optional(
    v.pipe(v.array(v.picklist(['html', 'pdf'], 'must be html or pdf')), v.minLength(1, 'must name a format')),
    ['html', 'pdf'],
  ),
  rules: v.optional(v.record(v.picklist(Object.keys(rules), 'is no rule; see docs/rules.md'), severity), {}),
  limits: v.optional(
    v.strictObject({
      seedMegabytes: v.optional(positive, 64),
      unpackedMegabytes: v.optional(positive, 200),
      readSeconds: v.optional(positive, 60),
      printSeconds: v.optional(positive, 60),
    }),
    {},
  ),
  links: v.optional(
    v.strictObject({
      timeoutSeconds: v.optional(v.pipe(positive, v.maxValue(600, 'must be at most 600')), 10),
      concurrency: v.optional(
        v.pipe(positive, v.integer('must be a whole number'), v.maxValue(32, 'must be at most 32')),
        4,
      ),
      cacheDays: v.optional(v.pipe(v.number('must be a number'), v.minValue(0, 'must not be negative')), 7),
      privateHosts: v.optional(v.array(text, 'must be a list of hosts'), []),
    }),
    {},
  ),
  jobs: v.optional(
    v.pipe(positive, v.integer('must be a whole number'), v.maxValue(999, 'must be at most 999')),
    Math.min(2, availableParallelism()),
  ),
})
export type ProjectFile = v.InferOutput<typeof projectSchema>
