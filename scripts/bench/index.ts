/**
 * `npm run bench`: how long a whole build takes beside its bare limit, and how fast documents are read. `build` or
 * `reading` as argument measures one of the two; a number after it is how often the build is run.
 */
import { timeBuild } from './time-build.ts'
import { timeReading } from './time-reading.ts'

const given = process.argv.slice(2)
const runs = Number(given.find(argument => /^\d+$/u.test(argument)) ?? 5)
const parts = given.filter(argument => !/^\d+$/u.test(argument))
const unknown = parts.find(part => part !== 'build' && part !== 'reading')
if (unknown !== undefined) throw new Error(`no part "${unknown}"; there are: build, reading`)

if (parts.length === 0 || parts.includes('build')) await timeBuild(runs)
if (parts.length === 0 || parts.includes('reading')) await timeReading()
