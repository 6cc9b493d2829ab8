/**
 * The tables of the benchmark as Markdown: a row a family with the reader's measures, those of a few regular expressions
 * beside them, and a mark at what is below the bars.
 */
import { addUp, type Entry } from './measure.ts'
import { f1, type Measure, measures, rates, type Tally } from './score.ts'

/** The least F1 that every family is to reach. */
const bars: Partial<Record<Measure, number>> = {
  markers: 0.98,
  definitions: 0.98,
  paragraphs: 0.95,
  headings: 0.9,
}

/** A table of one group: its families and all of them together. */
export function writeTable(entries: readonly Entry[]): string {
  const families = groupBy(entries, ({ family }) => family)
  const rows = [...families].map(([name, of]) => writeRow(name, of))
  return [...writeHead('family'), ...rows, writeRow('all', entries)].join('\n')
}

/** A table of the totals: by group, by language, and of all that was printed. */
export function writeTotals(entries: readonly Entry[]): string {
  const groups = [...groupBy(entries, ({ group }) => group)]
  const rows = groups.flatMap(([group, of]) => [
    writeRow(`${group}, all`, of),
    ...[...groupBy(of, ({ document }) => document.language)].map(([name, some]) => writeRow(`${group}, ${name}`, some)),
  ])
  return [...writeHead('group and language'), ...rows].join('\n')
}

/** The entries by a key, in the order in which the keys come. */
export function groupBy<Key>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => Key,
): ReadonlyMap<Key, readonly Entry[]> {
  const groups = new Map<Key, Entry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return groups
}

/** The families that are below a bar in some measure, one a line; empty where there is none. */
export function listShortfalls(entries: readonly Entry[]): readonly string[] {
  return [...groupBy(entries, ({ family }) => family)].flatMap(([family, of]) => {
    const ours = addUp(of, 'ours')
    const low = measures.filter(name => f1(ours[name]) < (bars[name] ?? 0))
    return low.length === 0 ? [] : [`${family}: ${low.map(name => `${name} ${show(f1(ours[name]))}`).join(', ')}`]
  })
}

function writeHead(first: string): readonly string[] {
  const names = [first, ...measures, 'patterns: markers', 'definitions', 'paragraphs', 'headings']
  return [`| ${names.join(' | ')} |`, `|${' --- |'.repeat(names.length)}`]
}

function writeRow(name: string, entries: readonly Entry[]): string {
  const ours = addUp(entries, 'ours')
  const theirs = addUp(entries, 'theirs')
  const cells = measures.map(of => writeCell(ours[of], bars[of]))
  const patterns = (Object.keys(bars) as Measure[]).map(of => show(f1(theirs[of])))
  return `| ${[name, ...cells, ...patterns].join(' | ')} |`
}

/** F1, the mark of what is below its bar, and precision and recall where they are not both 1. */
function writeCell(tally: Tally, bar: number | undefined): string {
  const share = f1(tally)
  if (bar === undefined) return show(share)
  const { precision, recall } = rates(tally)
  const both = tally.missed.length + tally.invented.length === 0 ? '' : ` (${show(precision)} / ${show(recall)})`
  return `${show(share)}${share < bar ? ' *' : ''}${both}`
}

/** Rounded down, so that 1.000 says that nothing was missed. */
function show(share: number): string {
  return (Math.floor(share * 1000 + 1e-9) / 1000).toFixed(3)
}
