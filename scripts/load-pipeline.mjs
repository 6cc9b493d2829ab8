// Loads the TypeScript sources and the packages they import as one bundle, made by esbuild when a source has changed: starting
// from it takes a fifth of a second where hundreds of files one by one take three. Where it cannot be written, tsx does it.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, 'node_modules', '.cache', 'briefwright')

/** The module pipeline/cli.ts. */
export async function loadPipeline() {
  const entry = path.join(root, 'pipeline', 'cli.ts')
  const bundle = path.join(folder, `pipeline-${stampSources()}`)
  if (existsSync(bundle) || (await makeBundle(entry, bundle)))
    return import(pathToFileURL(path.join(bundle, 'cli.js')).href)
  const { register } = await import('tsx/esm/api')
  register()
  return import(pathToFileURL(entry).href)
}

/** A hash of the names, sizes and times of all sources, of what is installed, and of how the bundle is made. */
function stampSources() {
  const hash = createHash('sha256')
  for (const name of listSources(/\.(?:ts|mjs)$/).sort()) addFile(hash, path.join(root, 'pipeline', name))
  for (const file of ['package-lock.json', 'scripts/load-pipeline.mjs']) addFile(hash, path.join(root, file))
  return hash.digest('hex').slice(0, 16)
}

function listSources(pattern) {
  return readdirSync(path.join(root, 'pipeline'), { recursive: true }).filter(name => pattern.test(name))
}

function addFile(hash, file) {
  const { size, mtimeMs } = statSync(file)
  hash.update(`${file}\n${size}\n${mtimeMs}\n`)
}

/** Packages that start programs or threads from their own files, or that are asked for and done without. */
const unbundled = ['@sparticuz/chromium', 'chromium-bidi', 'esbuild', 'pdfjs-dist', 'proxy-agent', 'tsx']

/** CommonJS packages call `require`, which modules do not have. */
const requireInModules =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);"

async function makeBundle(entry, bundle) {
  try {
    const { build } = await import('esbuild')
    const fresh = `${bundle}.${process.pid}`
    mkdirSync(folder, { recursive: true })
    await build({
      // What a thread imports is a module of its own.
      entryPoints: [entry, ...listSources(/\bserve-[^/]*\.ts$/).map(name => path.join(root, 'pipeline', name))],
      outdir: fresh,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      // A package of many small files loads several times as fast from the bundle.
      external: unbundled,
      banner: { js: requireInModules },
      logLevel: 'silent',
    })
    // What runs in a thread is started as a file of its own, beside the module that starts it.
    for (const name of listSources(/\.mjs$/))
      copyFileSync(path.join(root, 'pipeline', name), path.join(fresh, path.basename(name)))
    writeFileSync(path.join(fresh, 'package.json'), '{ "type": "module" }\n')
    for (const old of readdirSync(folder)) {
      if (/^pipeline-\w+$/.test(old) || isLeftOver(old))
        rmSync(path.join(folder, old), { recursive: true, force: true })
    }
    renameSync(fresh, bundle)
    return true
  } catch {
    return false
  }
}

/** Whether a build that was killed has left this folder: one under way takes a second, not an hour. */
function isLeftOver(name) {
  const written = statSync(path.join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
  return /^pipeline-\w+\.\d+$/.test(name) && Date.now() - written > 60 * 60 * 1000
}
