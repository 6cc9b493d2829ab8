/**
 * A CSL style made ready for a language: citeproc's engine with the works of one brief in it. The parsed style is kept
 * and used for every brief after that.
 */
import { createHash } from 'node:crypto'
import { type Engine, plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'
import type { CitationStyle } from '../contract/config.ts'
import { ConfigError } from '../diagnostics/config-error.ts'

/** How a style cites in the text: by numbers of the list, by author and date, or in notes. */
export type CitationForm = 'numeric' | 'author-date' | 'note'

/** How the style cites, told from its own declaration. */
export function citationForm({ xml }: Pick<CitationStyle, 'xml'>): CitationForm {
  if (/<style\b[^>]*\bclass=["']note["']/u.test(xml)) return 'note'
  const citation = /<citation\b[\s\S]*<\/citation>/u.exec(xml)?.[0] ?? ''
  const numeric = /citation-format=["']numeric["']/u.test(xml) || /["']citation-number["']/u.test(citation)
  return numeric ? 'numeric' : 'author-date'
}

/** Whether the style raises its citations. */
export function isRaised({ xml }: Pick<CitationStyle, 'xml'>): boolean {
  return /vertical-align=["']sup["']/u.test(/<citation\b[\s\S]*<\/citation>/u.exec(xml)?.[0] ?? '')
}

/** Language tags as citeproc knows them; a style's own terms take the place of missing ones. */
const regions: Readonly<Record<string, string>> = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', es: 'es-ES', nl: 'nl-NL' }

/** Calls `format` with an engine that holds `items`; throws a ConfigError if the style cannot be used. */
export function withStyle<T>(
  style: CitationStyle,
  locale: string,
  items: readonly { readonly id: string }[],
  format: (engine: Engine) => T,
): T {
  const { engine: prepare, styles } = plugins.config.get('@csl')
  const name = `briefwright-${hash(style.xml)}`
  if (!styles.has(name)) styles.add(name, style.xml)
  try {
    // citeproc writes into its items.
    return format(
      prepare(
        items.map(item => structuredClone(item)),
        name,
        registerLocale(style, locale),
        'html',
      ),
    )
  } catch (cause) {
    const detail = cause instanceof Error ? `: ${cause.message.split('\n')[0]}` : ''
    throw new ConfigError(
      'style-broken',
      `The citation style cannot be used, as citeproc could not format with it${detail}`,
      {
        place: style.path,
        remedy: 'Use a CSL 1.0.2 style with a bibliography, such as those in templates/styles.',
        cause,
      },
    )
  }
}

function registerLocale({ terms }: CitationStyle, locale: string): string {
  const { locales } = plugins.config.get('@csl')
  const language = locale.split(/[-_]/u)[0] ?? 'en'
  const tag = locales.has(locale) ? locale : (regions[language] ?? `${language}-${language.toUpperCase()}`)
  if (terms !== undefined) {
    // The engine parses them once for a style and a tag; a project has one text of terms for a language.
    locales.add(tag, terms)
    return tag
  }
  if (!locales.has(tag)) {
    locales.add(tag, (locales.get('en-US') ?? '').replace('xml:lang="en-US"', `xml:lang="${tag}"`))
  }
  return tag
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
