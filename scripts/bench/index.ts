/**
 * `npm run bench`: how long a whole build takes beside its bare limit, how much of printing
 * finishing takes, how fast documents are read, and how fast a thousand of them give passages and evidence. `build`,
 * `finishing`, `reading` or `evidence` as argument measures one of these; a number after it is how often the build is run.
 */
import { timeBuild } from './time-build.ts'
import { timeEvidence } from './time-evidence.ts'
import { timeFinishing } from './time-finishing.ts'
import { timeReading } from './time-reading.ts'

const given = process.argv.slice(2)
const runs = Number(given.find(argument => /^\d+$/u.test(argument)) ?? 5)
const parts = given.filter(argument => !/^\d+$/u.test(argument))
const measures: Readonly<Record<string, () => Promise<void>>> = {
  build: () => timeBuild(runs),
  finishing: timeFinishing,
  reading: timeReading,
  evidence: timeEvidence,
}
const names = Object.keys(measures)
const unknown = parts.find(part => !names.includes(part))
if (unknown !== undefined) throw new Error(`no part "${unknown}"; there are: ${names.join(', ')}`)

for (const [name, measure] of Object.entries(measures)) {
  if (parts.length === 0 || parts.includes(name)) await measure()
}
