/**
 * Reads digits as they are printed: thousands separators, decimal marks, and the misprints that make a number
 * unreadable. A misprint yields null and never a guess.
 */

const groups = { '.': ',', ',': '.' } as const

/** The value of a digit token such as `1,700` or `3.7`; null where the separators cannot be read. */
export function readDigits(text: string, decimal: '.' | ','): number | null {
  const thousands = groups[decimal]
  // `1'250'000` can be read in one way.
  if (/['’]/u.test(text)) return Number(text.replaceAll(/['’]/gu, '').replace(',', '.'))
  if (/^\d+$/u.test(text)) return Number(text)
  if (isGrouped(text, thousands, decimal)) return Number(text.replaceAll(thousands, '').replace(decimal, '.'))
  // The other convention, where only one reading is possible: `12,5` in English, `1.234.567` in English.
  const parts = text.split(/[.,]/u)
  if (parts.length === 2 && parts[1]?.length !== 3) return Number(`${parts[0]}.${parts[1]}`)
  if (parts.length === 2 && text.includes(decimal)) return Number(`${parts[0]}.${parts[1]}`)
  if (isGrouped(text, decimal, thousands)) return Number(text.replaceAll(decimal, '').replace(thousands, '.'))
  return null
}

/** Whether `text` is `1,234`, `1,234,567` or either with decimals. */
function isGrouped(text: string, thousands: string, decimal: string): boolean {
  const [whole = '', decimals, ...rest] = text.split(decimal)
  if (rest.length > 0 || (decimals !== undefined && !/^\d+$/u.test(decimals))) return false
  const [first = '', ...others] = whole.split(thousands)
  return /^\d{1,3}$/u.test(first) &&
    (others.length > 0 || decimals !== undefined) &&
    others.every(group => /^\d{3}$/u.test(group))
    ? true
    : others.length === 0 && decimals !== undefined && /^\d+$/u.test(first)
}
