/**
 * Runs the readers over families and documents and keeps what each found beside the truth, one entry a document, so that
 * tables can add it up by family, by language or by route.
 */
import { setImmediate } from 'node:timers/promises'
import type { Config } from '../../../pipeline/contract/config.ts'
import type { Expected } from './expect-truth.ts'
import type { Family } from './families.ts'
import { layOut } from './lay-out.ts'
import type { PrintFamily } from './printed/print-styles.ts'
import { type PrintedTruth, printTruth } from './printed/print-truth.ts'
import { type Route, readRoutes } from './printed/read-routes.ts'
import type { TruthDocument } from './read-truth.ts'
import { readWithPatterns, readWithPipeline } from './readers.ts'
import { add, type Found, measures, type Result, score } from './score.ts'

/** One document, laid out or printed, and what the readers made of it. */
export interface Entry {
  /** `laid out` or the route back from print. */
  readonly group: 'laid out' | Route
  readonly family: string
  readonly document: TruthDocument
  readonly text: string
  readonly ours: Result
  readonly theirs: Result
}

/** Lays the documents out in the families and reads them. */
export async function measureLaidOut(
  families: readonly Family[],
  documents: readonly TruthDocument[],
): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (const { name, layout } of families) {
    for (const document of documents) {
      const { text, expected } = layOut(document, layout)
      const found = { ours: readWithPipeline(text), theirs: readWithPatterns(text) }
      entries.push({ group: 'laid out', family: name, document, text, ...scoreBoth(expected, found) })
      // The browser prints meanwhile and has to be answered.
      await setImmediate()
    }
    showProgress('laid out', entries.length / documents.length, families.length)
  }
  return entries
}

/** Prints the documents in the families and reads them by each route. */
export async function measurePrinted(
  families: readonly PrintFamily[],
  documents: readonly TruthDocument[],
  routes: readonly Route[],
  config: Config,
): Promise<readonly Entry[]> {
  const show = (done: number, all: number) => showProgress('printed', done, all)
  const printed = await printTruth(families, documents, config, show)
  const entries: Entry[][] = []
  let next = 0
  let done = 0
  // pdf.js works in a thread of its own, so two files at once keep two cores busy.
  const work = async () => {
    for (let index = next++; index < printed.length; index = next++) {
      entries[index] = await measureRoutes(printed[index] as PrintedTruth, routes, config)
      done += 1
      showProgress('read', done, printed.length)
    }
  }
  await Promise.all([work(), work()])
  return entries.flat()
}

async function measureRoutes(
  { file, family, document, expected }: PrintedTruth,
  routes: readonly Route[],
  config: Config,
): Promise<Entry[]> {
  const readings = await readRoutes(file, routes, config)
  return [...readings].map(([group, { text, ...found }]) => ({
    ...{ group, family: family.name, document, text },
    ...scoreBoth(expected, found),
  }))
}

/** The results of all entries together. */
export function addUp(entries: readonly Entry[], of: 'ours' | 'theirs'): Result {
  return entries.map(entry => entry[of]).reduce(combine)
}

function combine(left: Result, right: Result): Result {
  return Object.fromEntries(measures.map(name => [name, add(left[name], right[name])])) as Result
}

function scoreBoth(expected: Expected, { ours, theirs }: { readonly ours: Found; readonly theirs: Found }) {
  return { ours: score(expected, ours), theirs: score(expected, theirs) }
}

function showProgress(what: string, done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${what} ${done} of ${all}${done === all ? '\r\x1b[K' : ''}`)
  else if (done === all) process.stderr.write(`${what} ${all}\n`)
}
