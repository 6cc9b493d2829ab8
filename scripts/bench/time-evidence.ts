/**
 * How long a thousand documents of 100 kB take from text to passages and evidence, and how much memory. One run of all,
 * and several of a tenth, whose ratio to the bare splitting of the same text holds on a busy machine.
 */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { makeEvidence } from './make-evidence.ts'
import { median, sayBar } from './report-times.ts'

/** What evidence-speed.ts prints. */
interface Analysing {
  readonly seconds: Readonly<Record<string, number>>
  /** Of all threads, memory being cleared on others. */
  readonly processorSeconds: Readonly<Record<string, number>>
  readonly bareSeconds: number
  readonly megabytes: number
  readonly found: Readonly<Record<string, number>>
}

const root = path.join(import.meta.dirname, '../..')
const seeds = 1000
const bytes = 100_000
const runs = 5
const bars = { seconds: 60, megabytes: 2000 }

/** Prints the times, the memory and the ratio. */
export async function timeEvidence(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'briefwright-bench-'))
  try {
    const tenth = await makeProject(path.join(folder, 'tenth'), seeds / 10)
    const ratios: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const analysing = await analyseInProcess(tenth)
      ratios.push(measured(analysing.seconds) / analysing.bareSeconds)
    }
    const all = await analyseInProcess(await makeProject(path.join(folder, 'all'), seeds))
    const [seconds, processor] = [measured(all.seconds), measured(all.processorSeconds)]
    const stages = Object.entries(all.seconds).map(([stage, time]) => `${stage} ${time.toFixed(1)}`)
    const found = Object.entries(all.found).map(([kind, count]) => `${count} ${kind}`)
    console.log(
      `${seeds} seeds of 100 kB, passages and evidence  ${seconds.toFixed(1)} s, processor ${processor.toFixed(1)} s ${sayBar(seconds, bars.seconds, ' s')}, at most ${all.megabytes.toFixed(0)} MB ${sayBar(all.megabytes, bars.megabytes, ' MB')}`,
    )
    console.log(`seconds of each stage                       ${stages.join(', ')}`)
    console.log(`found                                       ${found.join(', ')}`)
    console.log(
      `beside bare sentences and words             ${median(ratios).toFixed(2)} times, median of ${runs} runs of ${seeds / 10} seeds`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** This project with other seeds. */
async function makeProject(folder: string, count: number): Promise<string> {
  await mkdir(path.join(folder, 'seeds'), { recursive: true })
  for (const name of ['briefwright.yml', 'templates'])
    await cp(path.join(root, name), path.join(folder, name), { recursive: true })
  for (let number = 1; number <= count; number += 1)
    await writeFile(path.join(folder, 'seeds', `paper-${number}.txt`), makeEvidence(bytes, number))
  return folder
}

async function analyseInProcess(folder: string): Promise<Analysing> {
  const script = path.join(import.meta.dirname, 'evidence-speed.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, folder])
  return JSON.parse(stdout)
}

function measured(stages: Readonly<Record<string, number>>): number {
  return (stages['select-passages'] ?? 0) + (stages['extract-evidence'] ?? 0)
}
