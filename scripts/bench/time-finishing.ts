/**
 * What finishing a PDF takes beside printing it: every brief of the project is printed as the build prints it, both prints
 * where its contents are numbered, and finished in the thread that the build finishes in. The two are timed in turn, and
 * while nothing else of the process runs, so that their ratio holds on a noisy machine.
 */
import path from 'node:path'
import { loadConfig } from '../../pipeline/config.ts'
import type { Config } from '../../pipeline/contract/config.ts'
import type { Page } from '../../pipeline/contract/page.ts'
import { fillTemplates } from '../../pipeline/fill-templates/index.ts'
import { openBrowser } from '../../pipeline/render-output/launch-browser.ts'
import { type Finisher, openFinisher } from '../../pipeline/render-output/open-finisher.ts'
import { preparePage, printPdf } from '../../pipeline/render-output/print-pages.ts'
import { compose } from '../../pipeline/run.ts'
import { median, sayBar } from './report-times.ts'

const root = path.join(import.meta.dirname, '../..')
const bar = 15
const runs = 9

/** A brief, and how long each run took for it; milliseconds. */
interface Measured {
  readonly audience: string
  readonly page: Page
  readonly prints: number[]
  readonly finishes: number[]
}

/** Prints the share of every brief and audience, in a thread that has finished before, and that of a thread's first file. */
export async function timeFinishing(): Promise<void> {
  const config = await loadConfig(root, { cache: false })
  const briefs = await fillBriefs(config)
  const handle = openBrowser(config)
  const finisher = openFinisher()
  try {
    const ready = await preparePage(await (await handle.browser()).newPage())
    // The first round warms both sides, and is not counted.
    for (let run = -1; run < runs; run += 1)
      for (const { page, prints, finishes } of briefs) {
        const { took: print, value: printed } = await time(() => printPdf(ready.page, page))
        const { took: finish } = await time(() => finishPage(finisher, page, printed, config))
        if (run < 0) continue
        prints.push(print)
        finishes.push(finish)
      }
    console.log(`finishing beside printing, medians of ${runs}           print    finish    share`)
    for (const brief of briefs) console.log(row(brief.page.path, [brief]))
    for (const audience of new Set(briefs.map(brief => brief.audience))) {
      const those = briefs.filter(brief => brief.audience === audience)
      console.log(`${row(`all for ${audience}`, those)} ${sayBar(share(those), bar, ' %')}`)
    }
    const [longest] = briefs.toSorted((left, right) => median(right.prints) - median(left.prints))
    if (!longest) return
    const printed = await printPdf(ready.page, longest.page)
    const firsts: number[] = []
    for (let run = 0; run < runs; run += 1) firsts.push(await timeFirst(longest.page, printed, config))
    const ratio = median(firsts) / median(longest.finishes)
    console.log(
      `${longest.page.path} as a thread's first file  ${median(firsts).toFixed(0)} ms, ${ratio.toFixed(1)} times as long`,
    )
  } finally {
    await finisher.close()
    await handle.close()
  }
}

async function fillBriefs(config: Config): Promise<readonly Measured[]> {
  const { value } = await compose(config)
  return value.briefs.flatMap(brief =>
    fillTemplates([{ kind: 'brief', brief, formats: ['pdf'] }], config).value.map(page => ({
      audience: brief.audience.id,
      page,
      prints: [],
      finishes: [],
    })),
  )
}

function finishPage(finisher: Finisher, page: Page, printed: Uint8Array, config: Config) {
  return finisher.finish(printed, page.metadata?.date ?? config.date, page)
}

/** In a new thread, which has had the time to start that it has in a build while the first print is made. */
async function timeFirst(page: Page, printed: Uint8Array, config: Config): Promise<number> {
  const finisher = openFinisher()
  try {
    finisher.start()
    await new Promise(resolve => setTimeout(resolve, 1500))
    return (await time(() => finishPage(finisher, page, printed, config))).took
  } finally {
    await finisher.close()
  }
}

async function time<T>(task: () => Promise<T>): Promise<{ readonly took: number; readonly value: T }> {
  const started = performance.now()
  const value = await task()
  return { took: performance.now() - started, value }
}

/** Percent of the time of printing, the middle of all runs; of several briefs, of the time of all. */
function share(briefs: readonly Measured[]): number {
  const shares = Array.from(
    { length: runs },
    (_, run) => (100 * sum(briefs, finishIn(run))) / sum(briefs, printIn(run)),
  )
  return median(shares)
}

function row(name: string, briefs: readonly Measured[]): string {
  const [print, finish] = [printIn, finishIn].map(taken =>
    median(Array.from({ length: runs }, (_, run) => sum(briefs, taken(run)))),
  )
  const times = [print, finish].map(ms => `${(ms ?? 0).toFixed(0)} ms`.padStart(8))
  return `${name.padEnd(42)}${times.join('  ')}  ${share(briefs).toFixed(1).padStart(5)} %`
}

const printIn =
  (run: number) =>
  ({ prints }: Measured): number =>
    prints[run] ?? 0

const finishIn =
  (run: number) =>
  ({ finishes }: Measured): number =>
    finishes[run] ?? 0

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0)
}
