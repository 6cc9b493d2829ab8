/**
 * Writes tables as CSV (RFC 4180): a head row, CRLF, quotes where they are needed. It begins with a byte order mark, without
 * which Excel takes UTF-8 for the system's encoding.
 */

/** A cell; a number is written as one, and null is empty. */
export type Cell = string | number | boolean | null

/** The text of a table. */
export function writeCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[head, ...rows].map(cells => `${cells.map(writeCell).join(',')}\r\n`).join('')}`
}

/**
 * Words that a spreadsheet would run as a formula get an apostrophe before them (OWASP, CSV Injection); a number is none,
 * whatever its sign.
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u

function writeCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
