// Runs a command of the project after installing the locked dependencies where they are missing:
// node scripts/with-dependencies.mjs vitest run
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { installDependencies } from './install-dependencies.mjs'

installDependencies()
const [command, ...rest] = process.argv.slice(2)
const bin = path.resolve(import.meta.dirname, '..', 'node_modules', '.bin')
const { status } = spawnSync(command, rest, {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
  shell: process.platform === 'win32',
})
process.exitCode = status ?? 1
