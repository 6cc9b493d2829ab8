/**
 * The thread that PDFs are finished in: a print comes in, the finished file goes out. It is started as a file of its own:
 * beside the bundle, which holds finishing as a module of its own too, or beside the sources, which tsx then loads.
 */
import { existsSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'

const bundled = new URL('./render-output/finish-pdf.js', import.meta.url)

async function load() {
  if (existsSync(bundled)) return import(bundled.href)
  const { tsImport } = await import('tsx/esm/api')
  return tsImport('./finish-pdf.ts', import.meta.url)
}

const loaded = load()

parentPort.on('message', async ({ id, printed, date, source }) => {
  try {
    const { finishPdf } = await loaded
    const finished = await finishPdf(printed, date, source)
    // Handed over as they are where the file fills its memory, as all but the smallest do.
    const isWhole = finished.bytes.byteLength === finished.bytes.buffer.byteLength
    const bytes = isWhole ? finished.bytes : Uint8Array.from(finished.bytes)
    parentPort.postMessage({ id, finished: { ...finished, bytes } }, [bytes.buffer])
  } catch (error) {
    parentPort.postMessage({ id, error })
  }
})
