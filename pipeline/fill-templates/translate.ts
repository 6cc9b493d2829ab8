/**
 * The wording of the frame: labels, headings and legends, which come from a locale file and may be overridden by an
 * audience. Takes a key and values, gives a plain text; escaping is the template's.
 */
import { ConfigError } from '../diagnostics/config-error.ts'

/** Wording by dotted key, such as `references.heading` or, for a plural form, `counts.sources.one`. */
export type Wording = ReadonlyMap<string, string>

/** Looks a text up; undefined when neither it nor its plural form is there. */
export type Translate = (key: string, values: Readonly<Record<string, unknown>>) => string | undefined

/**
 * Binds wording to a language. `{name}` in a text is replaced by a value, a number written as the language does; a value
 * `count` chooses between plural forms: `{ one: '{count} note', other: '{count} notes' }`.
 */
export function createTranslate(wording: Wording, language: string): Translate {
  const { plural, number } = rulesOf(language)
  return (key, values) => {
    const { count } = values
    const text =
      wording.get(key) ??
      (typeof count === 'number'
        ? (wording.get(`${key}.${plural.select(count)}`) ?? wording.get(`${key}.other`))
        : undefined)
    return text?.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined
      if (value === undefined || value === null) return placeholder
      return typeof value === 'number' ? number.format(value) : String(value)
    })
  }
}

interface Rules {
  readonly plural: Intl.PluralRules
  readonly number: Intl.NumberFormat
}

/** Making these takes a millisecond or more, and every page asks. */
const rules = new Map<string, Rules>()

function rulesOf(language: string): Rules {
  const known = rules.get(language) ?? makeRules(language)
  rules.set(language, known)
  return known
}

function makeRules(language: string): Rules {
  try {
    return { plural: new Intl.PluralRules(language), number: new Intl.NumberFormat(language) }
  } catch (cause) {
    throw new ConfigError('template-broken', `The name of the locale ${language} is no language`, {
      place: `templates/locales/${language}.yml`,
      remedy:
        'Name the file with a language tag (BCP 47), such as en, ru or zh-Hans, and the audience’s locale likewise.',
      cause,
    })
  }
}

/** Nested mappings of a locale file as dotted keys; later sources take the place of earlier ones. */
export function flattenWording(...sources: readonly Readonly<Record<string, unknown>>[]): Wording {
  const wording = new Map<string, string>()
  const add = (entries: Readonly<Record<string, unknown>>, prefix: string) => {
    for (const [key, value] of Object.entries(entries)) {
      if (isMapping(value)) add(value, `${prefix}${key}.`)
      else wording.set(prefix + key, String(value))
    }
  }
  for (const source of sources) add(source, '')
  return wording
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
