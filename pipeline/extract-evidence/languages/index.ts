/**
 * The language tables by BCP 47 tag. A language without tables of its own is read with the English ones: digits, signs
 * and quotation marks then still count, and words that are not English match nothing.
 */
import { english } from './english.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import type { Language } from './language.ts'
import { russian } from './russian.ts'

const languages: Readonly<Record<string, Language>> = { en: english, ru: russian, de: german, fr: french }

/** The tables for a tag such as `en-GB`. */
export function languageFor(tag: string): Language {
  return languages[tag.toLowerCase().split('-')[0] ?? ''] ?? english
}
