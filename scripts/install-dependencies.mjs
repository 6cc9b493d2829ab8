// Installs the locked dependencies where they are missing or older than the lock file.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

/** Runs `npm ci` when it is due; ends the process with 2 where that fails. Everything is said on stderr. */
export function installDependencies() {
  checkNode()
  if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return
  process.stderr.write('Installing the locked dependencies (once) …\n')
  const npm = process.env.npm_execpath
  // Yarn and pnpm set the variable too.
  const [command, first] = npm && path.basename(npm) === 'npm-cli.js' ? [process.execPath, [npm]] : ['npm', []]
  const { status } = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
  })
  if (status === 0) return
  process.stderr.write('The dependencies could not be installed. Check the network, then run: npm ci\n')
  process.exit(2)
}

/** When a file of the project was last written; 0 where there is none. */
function changed(file) {
  return statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  process.stderr.write(`Briefwright needs Node.js 20.19 or newer; this is ${process.version}.\n`)
  process.exit(2)
}
