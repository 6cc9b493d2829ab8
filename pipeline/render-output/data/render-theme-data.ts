/**
 * The data of a theme as files: `data/<theme>.json` with everything, and `data/<theme>.csv` with figures and events in one
 * table. A column is named as the field of the JSON it shows.
 */
import type { Artifact } from '../../contract/page.ts'
import type { EventRecord, FigureRecord, ThemeData } from '../../contract/theme-data.ts'
import { textArtifact } from '../text-artifact.ts'
import { type Cell, writeCsv } from './write-csv.ts'

/** Two artifacts for each theme. */
export function renderThemeData(themes: readonly ThemeData[]): readonly Artifact[] {
  return themes.flatMap(data => [
    textArtifact(`data/${data.theme.id}.json`, 'application/json', `${JSON.stringify(data, undefined, 2)}\n`),
    textArtifact(`data/${data.theme.id}.csv`, 'text/csv', writeTable(data)),
  ])
}

type Row = FigureRecord | EventRecord

function writeTable({ figures, events }: ThemeData): string {
  const names = Object.keys(columns)
  const rows = [...figures, ...events].map(row => Object.values(columns).map(read => read(row)))
  return writeCsv(names, rows)
}

/** A field that only one of the two kinds has. */
const ofFigure = (read: (figure: FigureRecord) => Cell) => (row: Row) => (row.kind === 'figure' ? read(row) : null)
const ofEvent = (read: (event: EventRecord) => Cell) => (row: Row) => (row.kind === 'figure' ? null : read(row))

/** The columns in their order. Lists have their items parted by semicolons. */
const columns: Readonly<Record<string, (row: Row) => Cell>> = {
  id: row => row.id,
  kind: row => row.kind,
  theme: row => row.theme,
  value: ofFigure(({ value }) => value),
  valueText: ofFigure(({ valueText }) => valueText),
  unit: ofFigure(({ unit }) => unit),
  qualifier: ofFigure(({ qualifier }) => qualifier ?? null),
  measure: ofFigure(({ measure }) => measure),
  subject: ofFigure(({ subject }) => subject),
  wellFormed: ofFigure(({ wellFormed }) => wellFormed),
  period: row => row.period,
  periodStart: row => row.periodStart,
  periodEnd: row => row.periodEnd,
  periodWords: row => row.periodWords,
  periodBasis: row => row.periodBasis,
  parties: ofEvent(({ parties }) => parties.join('; ')),
  instrument: ofEvent(({ instrument }) => instrument),
  status: ofEvent(({ status }) => status ?? null),
  sentence: row => row.sentence,
  sentenceId: row => row.sentenceId,
  paragraphId: row => row.paragraphId,
  section: row => row.section,
  seed: row => row.seed,
  placeUnit: row => row.placeUnit,
  startLine: row => row.startLine,
  endLine: row => row.endLine,
  page: row => row.page,
  href: row => row.href,
  note: row => row.note,
  noteStatus: row => row.noteStatus,
  works: row => row.works.map(({ id }) => id).join('; '),
  locators: row => row.works.flatMap(({ locator }) => locator ?? []).join('; '),
  references: row => row.works.map(({ reference }) => reference).join('; '),
}
