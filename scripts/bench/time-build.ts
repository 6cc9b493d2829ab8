/**
 * The whole build against the bare limit, which is the same browser printing the same finished HTML files one after
 * another and nothing else. Both are timed as whole processes, in turn, so that the ratio holds on a noisy machine.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadConfig } from '../../pipeline/config.ts'
import { openBrowser } from '../../pipeline/render-output/launch-browser.ts'
import { median, sayBar, show } from './report-times.ts'

const root = path.join(import.meta.dirname, '../..')
const bar = 1.3

/** Prints the times of both sides and their ratio. */
export async function timeBuild(runs: number): Promise<void> {
  const work = await mkdtemp(path.join(tmpdir(), 'briefwright-bench-'))
  try {
    const out = path.join(work, 'out')
    const build = ['scripts/start.mjs', 'build', '--no-cache', '--quiet', '--out', out]
    await timeProcess(build)
    const pages = await listPages(path.join(out, 'briefs'))
    const bare = ['scripts/bench/print-bare.mjs', JSON.stringify(await describeBrowser()), ...pages]
    await timeProcess(bare)

    const rows: { readonly build: number; readonly bare: number }[] = []
    for (let run = 0; run < runs; run += 1) {
      // The order alternates, so that neither side always meets a warmer machine.
      const first = run % 2 === 0 ? await timeProcess(build) : await timeProcess(bare)
      const second = run % 2 === 0 ? await timeProcess(bare) : await timeProcess(build)
      rows.push(run % 2 === 0 ? { build: first, bare: second } : { build: second, bare: first })
    }
    const ratio = median(rows.map(row => row.build / row.bare))
    console.log(`whole build, ${pages.length} briefs in HTML and PDF  ${show(rows.map(row => row.build))}`)
    console.log(`bare limit, the same ${pages.length} files printed      ${show(rows.map(row => row.bare))}`)
    console.log(`ratio, median of ${runs} pairs                       ${ratio.toFixed(2)} ${sayBar(ratio, bar)}`)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Seconds from start to end of a node process; rejects when it fails. */
function timeProcess(argv: readonly string[]): Promise<number> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('exit', code =>
      code === 0 ? resolve((performance.now() - started) / 1000) : reject(new Error(`${argv[0]} ended with ${code}`)),
    )
  })
}

async function listPages(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true })
  return entries
    .filter(name => name.endsWith('.html'))
    .sort()
    .map(name => path.join(folder, name))
}

/** The browser as the build starts it, profile folder aside. */
async function describeBrowser(): Promise<{ readonly path: string; readonly args: readonly string[] }> {
  const config = await loadConfig(root, { cache: false })
  const handle = openBrowser(config)
  try {
    const child = (await handle.browser()).process()
    const args = child?.spawnargs.slice(1).filter(argument => !argument.startsWith('--user-data-dir')) ?? []
    return { path: child?.spawnfile ?? '', args }
  } finally {
    await handle.close()
  }
}
