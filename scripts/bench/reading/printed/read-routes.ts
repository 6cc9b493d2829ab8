/**
 * The ways back from a printed PDF to its text: the pipeline's reader of PDF files, the text that it makes of them read
 * as text, and the program pdftotext where there is one.
 */
import { execFile, execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Config } from '../../../../pipeline/contract/config.ts'
import { readPdf } from '../../../../pipeline/parse-documents/pdf/index.ts'
import { listFound, readWithPatterns, readWithPipeline } from '../readers.ts'
import type { Found } from '../score.ts'

/** The routes, in the order of the tables. */
export const routes = ['pdf', 'pdf text', 'pdftotext', 'pdftotext -layout'] as const
export type Route = (typeof routes)[number]

/** What was found by one route, by the reader and by regular expressions, and in which text. */
export interface RouteReading {
  readonly text: string
  readonly ours: Found
  readonly theirs: Found
}

/** The routes that can be taken on this machine. */
export function findRoutes(): readonly Route[] {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return routes
  } catch {
    return routes.filter(route => !route.startsWith('pdftotext'))
  }
}

/** Reads a PDF by each of the routes. Throws where it cannot be read. */
export async function readRoutes(
  file: string,
  wanted: readonly Route[],
  config: Config,
): Promise<ReadonlyMap<Route, RouteReading>> {
  const readings = new Map<Route, RouteReading>()
  const content = await readFile(file)
  const { value, messages } = await readPdf({ ...seed, path: file, content }, config)
  if (value === undefined) throw new Error(`${file} cannot be read: ${messages.join('; ')}`)
  const ownText = value.ownText ?? ''
  const patterns = readWithPatterns(ownText)
  readings.set('pdf', { text: ownText, ours: listFound(value.tree), theirs: patterns })
  for (const route of wanted) {
    if (route === 'pdf') continue
    const text = route === 'pdf text' ? ownText : await extractWithProgram(file, route === 'pdftotext -layout')
    const theirs = route === 'pdf text' ? patterns : readWithPatterns(text)
    readings.set(route, { text, ours: readWithPipeline(text), theirs })
  }
  return readings
}

const seed = {
  id: 'printed',
  mediaType: 'application/pdf',
  encoding: null,
  bytes: 0,
  sha256: '',
  text: '',
  metadata: { title: 'printed', language: 'en' },
  described: false,
} as const

const run = promisify(execFile)

async function extractWithProgram(file: string, layout: boolean): Promise<string> {
  const options = layout ? ['-layout', '-enc', 'UTF-8'] : ['-enc', 'UTF-8']
  const { stdout } = await run('pdftotext', [...options, file, '-'], { maxBuffer: 100_000_000 })
  return stdout
}
