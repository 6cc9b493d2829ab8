/**
 * How the benchmark of references prints its figures and its faults.
 */
import type { WorkScore } from './references-score.ts'

/** One line of a table; the share of whole works is left out where it means nothing. */
export interface Row {
  readonly name: string
  readonly count: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly whole?: number
  readonly plainF1: number
  readonly plainWhole?: number
}

/** `0.953` as `95.3 %`. */
export function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}

/** A table in plain text, figures in columns. */
export function makeTable(title: string, rows: readonly Row[]): string {
  const lines = rows.map(row => [
    row.name,
    String(row.count),
    percent(row.precision),
    percent(row.recall),
    percent(row.f1),
    row.whole === undefined ? '' : percent(row.whole),
    percent(row.plainF1),
    row.plainWhole === undefined ? '' : percent(row.plainWhole),
  ])
  const head = [title, 'count', 'precision', 'recall', 'F1', 'whole', 'plain F1', 'plain whole']
  return [head, ...lines]
    .map(([name = '', ...cells]) => `${name.padEnd(22)}${cells.map(cell => cell.padStart(12)).join('')}`)
    .join('\n')
}

/** The fields of a work that were read wrongly, in words. */
export function describeFault({ sample, fields }: WorkScore): string {
  const wrong = fields
    .filter(({ right }) => !right)
    .map(({ field, wanted, given }) => `    ${field}: ${show(given)} instead of ${show(wanted)}`)
  return [`${sample.convention} ${sample.language}: ${sample.text}`, ...wrong].join('\n')
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
