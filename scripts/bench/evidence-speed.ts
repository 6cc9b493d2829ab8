/**
 * Takes the project in a folder from disk to evidence, in a process of its own, and prints as JSON how long each stage
 * took, how much memory the process had at most, and how long the bare splitting of the same text into sentences and
 * words takes beside it, which tells a slow machine from slow code.
 */
import { loadConfig } from '../../pipeline/config.ts'
import type { ParsedDocument } from '../../pipeline/contract/document.ts'
import { analyse, read } from '../../pipeline/run.ts'

const config = await loadConfig(process.argv[2] ?? '', {})
const seconds: Record<string, number> = {}
const processorSeconds: Record<string, number> = {}
let last = performance.now()
let used = process.cpuUsage()
const stageEnded = (stage: string) => {
  const { user, system } = process.cpuUsage(used)
  seconds[stage] = (performance.now() - last) / 1000
  processorSeconds[stage] = (user + system) / 1e6
  last = performance.now()
  used = process.cpuUsage()
}
const { value } = await analyse(await read(config), config, { stageEnded, fileMade: skip, linkAsked: skip })
// Kilobytes, on every system.
const megabytes = process.resourceUsage().maxRSS / 1000
const { figures, events, quotations } = value.evidence
console.log(
  JSON.stringify({
    seconds,
    processorSeconds,
    megabytes,
    bareSeconds: splitBare(value.documents),
    found: {
      passages: value.passages.length,
      figures: figures.length,
      events: events.length,
      quotations: quotations.length,
    },
  }),
)

function skip(): void {}

function splitBare(documents: readonly ParsedDocument[]): number {
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
  const words = new Intl.Segmenter('en', { granularity: 'word' })
  const started = performance.now()
  let count = 0
  for (const { paragraphs } of documents) {
    for (const { text } of paragraphs) {
      for (const { segment } of sentences.segment(text)) {
        for (const { isWordLike } of words.segment(segment)) count += isWordLike ? 1 : 0
      }
    }
  }
  if (count === 0) throw new Error('no document has a word')
  return (performance.now() - started) / 1000
}
