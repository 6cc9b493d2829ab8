/**
 * Runs the extraction of one PDF in a thread that can be ended at any moment: pdf.js may be kept busy for hours by a
 * damaged or hostile file, and a timer in the same thread would never fire. Time, memory, pages and text are limited.
 */
import { Worker } from 'node:worker_threads'
import type { DocumentInfo, Extract, ExtractedPage, ExtractFailure, ThreadMessage } from './extracted-page.ts'

/** More pages than any paper has. */
const mostPages = 20_000
/** Characters of text; a thousand of the longest novels' pages are a tenth of it. */
const mostCharacters = 30_000_000
/** What the process may grow by while one PDF is read; streams that unpack to gigabytes end here. */
const mostMemory = 1_500_000_000

/** The text of a PDF with its places, or why there is none. Always ends within the seconds, and a little. */
export function extractText(content: Uint8Array, seconds: number): Promise<Extract | ExtractFailure> {
  return new Promise(resolve => {
    const thread = new Worker(new URL('./extract-pages.mjs', import.meta.url), {
      workerData: { content: new Uint8Array(content), mostPages },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
      // pdf.js complains of a damaged file to the console; what it cannot read is said by the reader.
      stdout: true,
      stderr: true,
    })
    const pages: ExtractedPage[] = []
    let info: DocumentInfo = {}
    let characters = 0
    const before = process.memoryUsage.rss()
    let ended = false
    const end = (result: Extract | ExtractFailure) => {
      if (ended) return
      ended = true
      clearTimeout(timer)
      clearInterval(watch)
      thread.terminate().then(() => resolve(result))
    }
    const timer = setTimeout(() => end({ name: 'Timeout', message: String(seconds) }), seconds * 1000)
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > mostMemory) end({ name: 'TooMuchMemory', message: '' })
    }, 100)
    thread.on('error', (error: NodeJS.ErrnoException) => {
      const name = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'TooMuchMemory' : error.name
      end({ name, message: error.message })
    })
    thread.on('exit', () => end({ name: 'Ended', message: 'the thread ended early' }))
    thread.on('message', (message: ThreadMessage) => {
      if (message.kind === 'document') info = message.info
      else if (message.kind === 'page') {
        pages.push(message.page)
        for (const { text } of message.page.runs) characters += text.length
        if (characters > mostCharacters) end({ name: 'TooMuchText', message: '' })
      } else if (message.kind === 'end') end({ info, pages })
      else end({ name: message.name, message: message.message })
    })
  })
}
