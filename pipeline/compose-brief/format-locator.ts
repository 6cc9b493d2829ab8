/**
 * Writes a place inside a work as people do: `p. 45`, `pp. 12–15`, `с. 7`.
 */
import type { Locator } from '../contract/bibliography.ts'

/** Abbreviations for one place and for several, by language and CSL label. */
const labels: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  en: {
    page: ['p.', 'pp.'],
    chapter: ['ch.', 'chs.'],
    'article-locator': ['art.', 'arts.'],
    paragraph: ['para.', 'paras.'],
    section: ['§', '§§'],
    table: ['table', 'tables'],
    figure: ['fig.', 'figs.'],
    column: ['col.', 'cols.'],
  },
  ru: {
    page: ['с.', 'с.'],
    chapter: ['гл.', 'гл.'],
    'article-locator': ['ст.', 'ст.'],
    paragraph: ['п.', 'пп.'],
    section: ['разд.', 'разд.'],
    table: ['табл.', 'табл.'],
    figure: ['рис.', 'рис.'],
    column: ['стб.', 'стб.'],
  },
  de: {
    page: ['S.', 'S.'],
    chapter: ['Kap.', 'Kap.'],
    'article-locator': ['Art.', 'Art.'],
    paragraph: ['Abs.', 'Abs.'],
  },
  fr: { page: ['p.', 'p.'], chapter: ['chap.', 'chap.'], 'article-locator': ['art.', 'art.'] },
}

/** The locator in the words of `locale`, a BCP 47 tag; English where the language has none. */
export function formatLocator(locator: Locator, locale: string): string {
  const language = locale.split(/[-_]/u)[0] ?? 'en'
  const [one, several] = labels[language]?.[locator.label] ??
    labels.en?.[locator.label] ?? [locator.label, locator.label]
  return `${/[-–—,]/u.test(locator.value) ? several : one} ${locator.value}`
}
