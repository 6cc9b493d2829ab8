#!/usr/bin/env node
// Starts the command line with Node alone: installs the locked dependencies where they are missing, then runs the
// sources. Plain JavaScript, because nothing else can be relied on yet.
import { setFlagsFromString } from 'node:v8'
import { installDependencies } from './install-dependencies.mjs'
import { loadPipeline } from './load-pipeline.mjs'

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', error => process.exit(error.code === 'EPIPE' ? 0 : 1))

// A build is over before code that V8 optimises early has paid for it, and the browser needs the cores: a function is
// optimised after eight times as much work as it is by default, and a pattern, compiled once and not anew when it is used again.
setFlagsFromString('--interrupt-budget=540000')
setFlagsFromString('--no-regexp-tier-up')

installDependencies()
const { runCli } = await loadPipeline()
process.exitCode = await runCli(process.argv.slice(2))
