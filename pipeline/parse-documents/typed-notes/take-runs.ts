/**
 * Which runs are notes: those whose numbers the text above calls, most of them, in a dress that goes with the run's. Of
 * several runs below one text the one that is called most.
 */
import type { Call, CallDress } from './find-calls.ts'
import type { NoteRun } from './find-note-runs.ts'

export interface TakenRun {
  readonly run: NoteRun
  /** The calls of its notes. */
  readonly calls: readonly Call[]
}

/** The runs that are notes, in document order; `callsByBlock` are the calls in each block of the document. */
export function takeRuns(runs: readonly NoteRun[], callsByBlock: readonly (readonly Call[])[]): readonly TakenRun[] {
  const taken: TakenRun[] = []
  const inText = [...callsByBlock]
  for (const { first, last } of runs) inText.fill([], first, last + 1)
  let from = 0
  for (const run of runs) {
    const calls = chooseCalls(run, inText.slice(from, run.first).flat())
    const previous = taken.at(-1)
    if (previous && calls === undefined) {
      // The run before may have been a list of works that only looked like the notes of this text.
      const shared = chooseCalls(run, previous.calls.length > 0 ? inText.slice(0, run.first).flat() : [])
      if (taken.length > 1 || !shared || countCalled(run, shared) <= countCalled(previous.run, previous.calls)) continue
      taken.pop()
      taken.push({ run, calls: shared })
    } else if (calls) taken.push({ run, calls })
    else continue
    from = run.last + 1
  }
  return taken
}

/** What dresses of calls go with the dress of a note. */
const dresses: Readonly<Record<NoteRun['dress'], readonly CallDress[]>> = {
  square: ['square'],
  round: ['round'],
  raised: ['raised'],
  plain: ['square', 'raised', 'round'],
  item: ['square', 'raised', 'round'],
}

function chooseCalls(run: NoteRun, calls: readonly Call[]): readonly Call[] | undefined {
  const highest = run.notes.at(-1)?.number ?? 0
  return dresses[run.dress]
    .filter(dress => dress !== 'round' || run.dress === 'round' || run.hasTitle)
    .map(dress =>
      calls.filter(call => call.dress === dress && call.numbers.every(number => number >= 1 && number <= highest)),
    )
    .find(own => isCalled(run, own))
}

/** Of the notes so many at least must be called; one note alone must stand under a title. */
const leastShare = 0.6

function isCalled(run: NoteRun, calls: readonly Call[]): boolean {
  const called = countCalled(run, calls)
  if (called < (run.hasTitle ? 1 : 2) || called < run.notes.length * leastShare) return false
  // A list of works may be called in any order, from square brackets.
  return calls[0]?.dress === 'square' || isRising(calls)
}

function countCalled(run: NoteRun, calls: readonly Call[]): number {
  const numbers = new Set(calls.flatMap(call => call.numbers))
  return run.notes.filter(({ number }) => numbers.has(number)).length
}

/** Whether numbers that are called for the first time rise, but for a few. */
function isRising(calls: readonly Call[]): boolean {
  const firsts = [...new Set(calls.flatMap(call => call.numbers))]
  const steps = firsts.slice(1).filter((number, index) => number > (firsts[index] as number)).length
  return steps >= (firsts.length - 1) * 0.8
}
