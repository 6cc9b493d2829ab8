/**
 * Reads one file as a build does, from disk to paragraphs, in a process of its own, and prints as JSON how long it took
 * and how much memory the process had at most. The code is loaded before the clock starts, and nothing is warm.
 */
import path from 'node:path'
import { loadConfig } from '../../pipeline/config.ts'
import type { MediaType, Seed } from '../../pipeline/contract/seed.ts'
import { parse, read } from '../../pipeline/run.ts'

const file = path.resolve(process.argv[2] ?? '')
const mediaTypes: Readonly<Record<string, MediaType>> = {
  '.html': 'text/html',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
const config = await loadConfig(path.join(import.meta.dirname, '../..'), {})
// Read once with nothing in it, so that the modules of the format are loaded.
await parse({ value: [emptySeed(file)], messages: [] }, config)
const started = performance.now()
const usedBefore = process.cpuUsage()
const { value, messages } = await parse(await read(config, file), config)
const seconds = (performance.now() - started) / 1000
const used = process.cpuUsage(usedBefore)
const [document] = value
if (!document) throw new Error(messages.map(({ reason }) => reason).join('\n'))
const notes = document.tree.children.filter(({ type }) => type === 'footnoteDefinition').length
const found = { paragraphs: document.paragraphs.length, notes }
// Kilobytes, on every system.
const processorSeconds = (used.user + used.system) / 1e6
console.log(JSON.stringify({ seconds, processorSeconds, megabytes: process.resourceUsage().maxRSS / 1000, ...found }))

function emptySeed(name: string): Seed {
  const mediaType = mediaTypes[path.extname(name)] ?? 'text/plain'
  const encoding = mediaType.startsWith('text/') ? 'utf-8' : null
  const metadata = { title: 'Empty', language: 'en' }
  const content = new Uint8Array()
  return {
    id: 'empty',
    path: 'empty',
    mediaType,
    encoding,
    bytes: 0,
    sha256: '',
    text: '',
    content,
    metadata,
    described: true,
  }
}
