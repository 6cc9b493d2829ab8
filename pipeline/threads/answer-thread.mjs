/**
 * A thread that answers the questions of ask-thread.ts: it loads the module it is told, whose function `serve` gives what
 * answers. It is started as a file of its own: beside the bundle, which holds that module as a module of its own too, or
 * beside the sources, which tsx then loads.
 */
import { existsSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'

const { module, setting } = workerData
const bundled = new URL(`./${module}.js`, import.meta.url)

async function load() {
  if (existsSync(bundled)) return import(bundled.href)
  const { tsImport } = await import('tsx/esm/api')
  return tsImport(`../${module}.ts`, import.meta.url)
}

const loaded = load().then(({ serve, packError }) => ({
  answerTo: serve(setting, note => parentPort.postMessage({ note })),
  packError,
}))

parentPort.on('message', async ({ id, question }) => {
  const { answerTo, packError } = await loaded
  try {
    const { answer, transfer } = await answerTo(question)
    parentPort.postMessage({ id, answer }, transfer)
  } catch (error) {
    parentPort.postMessage({ id, failure: packError(error) })
  }
})
