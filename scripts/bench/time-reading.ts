/**
 * How fast documents of a known size are read, each in a process of its own: paginated text against its bars, the other
 * formats for information. The processor's time stands beside the clock's, because it holds on a busy machine too.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { makePage, makePdf, makeText, makeWordFile } from './make-material.ts'
import { median, sayBar, show } from './report-times.ts'

/** What reading-speed.ts prints. */
interface Reading {
  readonly seconds: number
  readonly processorSeconds: number
  readonly megabytes: number
  readonly paragraphs: number
  readonly notes: number
}

const runs = 5
const bars = { seconds: 1.5, megabytes: 1500 }

/** Prints the times and the memory of every format. */
export async function timeReading(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'briefwright-bench-'))
  const read = async (name: string, content: string | Uint8Array) => {
    const file = path.join(folder, name)
    await writeFile(file, content)
    return readInProcess(file)
  }
  try {
    const text = makeText(1_000_000)
    const times: Reading[] = []
    for (let run = 0; run < runs; run += 1) times.push(await read('one.txt', text))
    const seconds = times.map(time => time.seconds)
    const processor = median(times.map(time => time.processorSeconds)).toFixed(2)
    console.log(
      `1 MB of paginated text, median of ${runs}  ${show(seconds)}, processor ${processor} s ${sayBar(median(seconds), bars.seconds, ' s')}`,
    )
    const large = await read('fifty.txt', makeText(50_000_000))
    console.log(
      `50 MB of paginated text           ${describe(large)} ${sayBar(large.megabytes, bars.megabytes, ' MB')}`,
    )
    console.log(`PDF of 300 pages                  ${describe(await read('pages.pdf', makePdf(300)))}`)
    console.log(`Word file with 5 MB of XML        ${describe(await read('five.docx', makeWordFile(5_000_000)))}`)
    console.log(`HTML page of 5 MB                 ${describe(await read('five.html', makePage(5_000_000)))}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readInProcess(file: string): Promise<Reading> {
  const script = path.join(import.meta.dirname, 'reading-speed.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, file])
  return JSON.parse(stdout)
}

function describe({ seconds, processorSeconds, megabytes, paragraphs, notes }: Reading): string {
  return `${seconds.toFixed(2)} s, processor ${processorSeconds.toFixed(2)} s, ${paragraphs} paragraphs, ${notes} notes, at most ${megabytes.toFixed(0)} MB`
}
