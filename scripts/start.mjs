#!/usr/bin/env node
// Starts the command line with Node alone: installs the locked dependencies where they are missing, then runs the
// sources. Plain JavaScript, because nothing else can be relied on yet.
import { installDependencies } from './install-dependencies.mjs'
import { loadPipeline } from './load-pipeline.mjs'

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', error => process.exit(error.code === 'EPIPE' ? 0 : 1))

installDependencies()
const { runCli } = await loadPipeline()
process.exitCode = await runCli(process.argv.slice(2))
