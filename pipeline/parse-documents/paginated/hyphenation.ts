/**
 * Where a word may be divided, by the hyphenation patterns of its language (Liang's method, TeX's patterns, package
 * hyphen). A language's patterns take up to a tenth of a second to load, so that they are loaded when first asked for.
 */
import { createRequire } from 'node:module'

interface Hyphenator {
  readonly hyphenateSync: (text: string, options: { readonly hyphenChar: string }) => string
}

const require = createRequire(import.meta.url)
const packages: Readonly<Record<string, () => Hyphenator>> = {
  en: () => require('hyphen/en'),
  de: () => require('hyphen/de'),
  fr: () => require('hyphen/fr'),
  ru: () => require('hyphen/ru'),
}
const loaded = new Map<string, Hyphenator | undefined>()

/** Whether a word may be divided before its character `at`; undefined where the language has no patterns here. */
export function mayBreak(word: string, at: number, language: string): boolean | undefined {
  if (!loaded.has(language)) loaded.set(language, packages[language]?.())
  const divided = loaded.get(language)?.hyphenateSync(word, { hyphenChar: '\u00ad' })
  if (divided === undefined) return undefined
  let index = 0
  for (const character of divided) {
    if (character !== '\u00ad') index += 1
    else if (index === at) return true
  }
  return false
}
