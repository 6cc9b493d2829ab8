/**
 * A period for spreadsheets, which sort and compare days: the first and the last day of the span that the words name.
 */
import type { Period } from '../contract/evidence.ts'
import type { RecordPeriod } from '../contract/theme-data.ts'

/** The fields of a period; all null where there is none. */
export function composePeriod(period: Period | undefined): RecordPeriod {
  if (!period) return { period: null, periodStart: null, periodEnd: null, periodWords: null, periodBasis: null }
  const [start = '', end = start] = period.iso.split('/')
  return {
    period: period.iso,
    periodStart: dayOf(start, 'first'),
    periodEnd: dayOf(end, 'last'),
    periodWords: period.text,
    periodBasis: period.basis,
  }
}

/** The first or last day of a year, month or day; null where it is none of these. */
function dayOf(reduced: string, which: 'first' | 'last'): string | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(reduced)
  if (!match) return null
  const [, year, month, day] = match
  if (day) return reduced
  if (which === 'first') return `${year}-${month ?? '01'}-01`
  const lastMonth = Number(month ?? 12)
  const lastDay = new Date(Date.UTC(Number(year), lastMonth, 0)).getUTCDate()
  return `${year}-${String(lastMonth).padStart(2, '0')}-${lastDay}`
}
