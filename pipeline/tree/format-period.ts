/**
 * Dates for people: ISO 8601 reduced dates and intervals in the words of a language.
 */

/** `2022-01/2022-09` in English is `January – September 2022`. What is no date is given back as it is. */
export function formatPeriod(iso: string, language: string): string {
  const [start, end] = iso.split('/')
  const from = parseReduced(start)
  const to = parseReduced(end)
  if (!from) return iso
  if (!to) return formatDay(start ?? iso, language)
  const finest = from.parts > to.parts ? from : to
  return tidy(formatter(language, finest.parts).formatRange(from.date, to.date))
}

/** `2022-10` in English is `October 2022`. */
export function formatDay(iso: string, language: string): string {
  const reduced = parseReduced(iso)
  return reduced ? tidy(formatter(language, reduced.parts).format(reduced.date)) : iso
}

/** A reduced date at noon UTC, and how many of year, month and day it has. */
function parseReduced(iso: string | undefined): { readonly date: Date; readonly parts: number } | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(iso ?? '')
  if (!match) return undefined
  const [, year, month, day] = match
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1), 12))
  return { date, parts: day ? 3 : month ? 2 : 1 }
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(language: string, parts: number): Intl.DateTimeFormat {
  const key = `${language} ${parts}`
  const locale = language === 'en' ? 'en-GB' : language
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(parts > 1 ? { month: 'long' } : {}),
      ...(parts > 2 ? { day: 'numeric' } : {}),
    })
  formatters.set(key, made)
  return made
}

/** Intl sets ranges with thin spaces that some faces lack. */
function tidy(text: string): string {
  return text.replace(/[\u2009\u202f]/gu, ' ')
}
