#!/usr/bin/env node
// Starts the command line with Node alone: installs the locked dependencies where they are missing, then runs the
// TypeScript sources. Plain JavaScript, because nothing else can be relied on yet.
import { installDependencies } from './install-dependencies.mjs'

installDependencies()
const { register } = await import('tsx/esm/api')
register()
const { runCli } = await import('../pipeline/cli.ts')
process.exitCode = await runCli(process.argv.slice(2))
