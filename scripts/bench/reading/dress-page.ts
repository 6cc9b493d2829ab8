/**
 * The printed signs of a layout: markers, the heads of notes, separators, page numbers and running heads.
 */
import type { Layout } from './families.ts'
import { placeholders, type TruthDocument } from './read-truth.ts'

/** A row of a table. */
export function setRow(row: string, layout: Layout): string {
  const cells = row.split('\t')
  return layout.tabs
    ? cells.join('\t')
    : cells
        .map(cell => cell.padEnd(layout.wrap === 'columns' ? 10 : 0))
        .join(' ')
        .trimEnd()
}

/** A marker as printed. */
export function dressMarker(label: string, layout: Layout): string {
  if (layout.marker === 'spaced') return ` ${label}`
  if (layout.marker === 'superscript') return raise(label)
  if (layout.marker === 'bracket') return `[${label}]`
  if (layout.marker === 'fullWidth') return `〔${label}〕`
  if (layout.marker === 'circled') return String.fromCharCode(0x245f + Number(label))
  if (layout.marker === 'parentheses') return `(${label})`
  return layout.marker === 'parenthesis' ? `${label})` : label
}

/** What stands before the text of a note. */
export function openingOf(label: string, layout: Layout): string {
  if (layout.opening === 'stop') return `${label}. `
  if (layout.opening === 'nothing') return label
  if (layout.opening === 'tab') return `${label}\t`
  if (layout.opening === 'dash') return `${label} – `
  if (layout.opening === 'marker' && layout.marker !== 'glued') return `${dressMarker(label, layout)} `
  return `${label} `
}

function raise(label: string): string {
  return label.replace(/\d/gu, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] as string)
}

/** The lines between text and notes. */
export function separatorOf(layout: Layout): readonly string[] {
  if (layout.separator === 'spaces') return [' '.repeat(49)]
  if (layout.separator === 'dashes') return ['', '-'.repeat(20)]
  if (layout.separator === 'underscores') return ['', '_'.repeat(24)]
  return layout.separator === 'blank' ? [''] : []
}

/** The lines above the text of a page. */
export function furnitureAbove(layout: Layout, page: number, document: TruthDocument): readonly string[] {
  if (layout.furniture === 'numberAbove') return [String(page + 10), '']
  if (page === 1) return []
  const head = titleOf(document)
  if (layout.furniture === 'heads') return [page % 2 === 0 ? `${page + 10} ${head}` : `Maren Papers ${page + 10}`, '']
  if (layout.furniture !== 'gappedHeads') return []
  return [page % 2 === 0 ? `${page + 10}${' '.repeat(40)}${head}` : `${head}${' '.repeat(40)}${page + 10}`, '']
}

/** The lines below a page. */
export function furnitureBelow(layout: Layout, page: number): readonly string[] {
  if (layout.furniture === 'numberBelow') return ['', String(page)]
  if (layout.furniture === 'none' && !layout.formFeed && !layout.doubleSpaced) return ['']
  return layout.furniture === 'dashed' ? ['', `${' '.repeat(30)}- ${page} -`, ''] : []
}

function titleOf(document: TruthDocument): string {
  return document.blocks[0]?.text.replace(placeholders, '') ?? ''
}
