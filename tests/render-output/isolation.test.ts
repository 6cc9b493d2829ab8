/** A page that wants to reach out is printed by the real code, and reaches neither a server of the test nor a file. */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { launch } from 'puppeteer-core'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import type { Artifact, Page } from '../../pipeline/contract/page.ts'
import { renderOutput } from '../../pipeline/render-output/index.ts'
import { openBrowser } from '../../pipeline/render-output/launch-browser.ts'
import { openPrinter } from '../../pipeline/render-output/open-printer.ts'
import { makeConfig } from '../fill-templates/material.ts'
import { listLocalReads, listRefreshes, listRequests, type Targets } from './hostile-page.ts'

const config = makeConfig()
const printer = openPrinter(config)

const hits = new Set<string>()
const web = createServer((request, response) => {
  hits.add(request.url?.slice(1) ?? '')
  response.setHeader('access-control-allow-origin', '*')
  response.end()
})
web.on('connection', () => hits.add('connection'))
web.on('upgrade', (request, socket) => {
  hits.add(request.url?.slice(1) ?? '')
  socket.destroy()
})
const udp = createSocket('udp4', () => hits.add('udp'))
web.listen(0, '127.0.0.1')
udp.bind(0, '127.0.0.1')
await Promise.all([once(web, 'listening'), once(udp, 'listening')])

afterAll(async () => {
  await printer.close()
  web.closeAllConnections()
  web.close()
  udp.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => hits.clear())

const secret = 'Quetzalbird'
const folder = mkdtempSync(join(tmpdir(), 'briefwright-'))
const planted = {
  'secret.txt': secret,
  'secret.html': `<p>${secret}</p>`,
  'secret.css': `body::after { content: "${secret}" }`,
  'secret.js': `document.body.append('${secret}')`,
  'secret.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50"><text id="text" y="20">${secret}</text></svg>`,
}
for (const [name, content] of Object.entries(planted)) writeFileSync(join(folder, name), content)
const targets: Targets = {
  web: `127.0.0.1:${(web.address() as AddressInfo).port}`,
  udp: `127.0.0.1:${udp.address().port}`,
  file: name => pathToFileURL(join(folder, name)).href,
}

const requests = listRequests(targets)
const localReads = listLocalReads(targets)
const refreshes = listRefreshes(index => `http://${targets.web}/refresh-${index}`)

const makePage = (body: string, index = 0): Page => ({
  path: `page-${index}.html`,
  html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body><p>the words of the page</p>${body}</body></html>`,
  title: 'x',
  language: 'en',
  formats: ['pdf'],
})

const pdfsOf = (artifacts: readonly Artifact[]) => artifacts.filter(({ path }) => path.endsWith('.pdf'))

async function readText(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const { items } = await (await document.getPage(index + 1)).getTextContent()
      return items.map(item => ('str' in item ? item.str : '')).join('')
    }),
  )
  return pages.join('\n')
}

const started = { waitUntil: 'domcontentloaded' } as const

test('a browser without these measures is reached by what the pages name, and shows the file', async () => {
  const handle = openBrowser(config)
  const program = (await handle.browser()).process()?.spawnfile
  await handle.close()
  const browser = await launch({ executablePath: program ?? '', args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    // What is asked for is waited for below; a page that asks for so much may never be done with loading.
    await page.setContent(makePage([...requests.values()].join('\n')).html, started)
    // Some kinds wait for a click, or are refused by newer browsers; how many are left is what matters here.
    const reached = () => [...requests.keys()].filter(name => hits.has(name))
    await vi.waitFor(() => expect(reached().length).toBeGreaterThan(50), 10_000)
    await vi.waitFor(() => expect(hits).toContain('udp'), 10_000)
    await page.setJavaScriptEnabled(false)
    const frames = refreshes.map(
      body => `<iframe srcdoc="${body.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`,
    )
    await page.setContent(makePage(frames.join('\n')).html, started)
    const still = () => [...refreshes.keys()].filter(index => !hits.has(`refresh-${index}`))
    await vi.waitFor(() => expect(still()).toEqual([]), 10_000)
    writeFileSync(join(folder, 'reads.html'), makePage(localReads.join('\n')).html)
    await page.goto(targets.file('reads.html'))
    expect((await readText(await page.pdf())).split(secret).length).toBeGreaterThan(10)
  } finally {
    await browser.close()
  }
})

test('a page that is printed reaches nobody and reads no file, in whatever way it asks', async () => {
  const together = [...requests.values()].join('\n')
  const bodies = [together, localReads.join('\n'), ...refreshes, ...listRefreshes(() => targets.file('secret.html'))]
  const { value } = await renderOutput(bodies.map(makePage), config, { printer })
  await new Promise(done => setTimeout(done, 300))
  expect([...hits]).toEqual([])
  const texts = await Promise.all(pdfsOf(value).map(({ bytes }) => readText(bytes)))
  expect(texts).toHaveLength(bodies.length)
  for (const [index, text] of texts.entries()) {
    expect(text, bodies[index]).toContain('the words of the page')
    expect(text, bodies[index]).not.toMatch(/scripted|root:|Quetzalbird/)
  }
})

test('words are printed as they are, though they speak of what is taken out', async () => {
  const { value } = await renderOutput([makePage('<p>set <code>http-equiv="refresh"</code> there</p>')], config, {
    printer,
  })
  expect(await readText(value[0]?.bytes ?? new Uint8Array())).toContain('set http-equiv="refresh" there')
})
