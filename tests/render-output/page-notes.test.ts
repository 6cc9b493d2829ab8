/** Notes at the feet of pages, printed with the real browser: each on the page of its citation, once and whole, below the text. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, expect, test } from 'vitest'
import { renderOutput } from '../../pipeline/render-output/index.ts'
import { openPrinter } from '../../pipeline/render-output/open-printer.ts'
import { makeConfig } from '../fill-templates/material.ts'

const config = makeConfig()
const printer = openPrinter(config)
afterAll(() => printer.close())

const css = readFileSync(join(import.meta.dirname, '../../templates/css/page-notes.css'), 'utf8')
const style = `:root { --serif: serif; --sans: sans-serif; --ink: black; --rule-strong: black }
@page { size: A4; margin: 22mm 20mm } @page :first { margin-top: 16mm }
body { margin: 0; font: 12px/18px serif } [data-screen] { display: none } tr, h2 { break-inside: avoid } h2 { break-after: avoid }
p { widows: 3; orphans: 3; margin: 0 0 9px } ${css}`

const cite = (note: number) =>
  `<sup id="cite-${note}"><a href="#n${note}">${note}</a><button popovertarget="about-n${note}" data-screen>${note}</button></sup>`
const about = (note: number, words: string) =>
  `<div id="about-n${note}" popover data-screen><p>${words}</p><button>Close</button></div>`
const filler = (words: number, word = 'words') =>
  Array.from({ length: words }, (_, index) => `${word}${index}`).join(' ')

async function print(text: string, notes: readonly string[]) {
  const list = notes.map((words, index) => about(index + 1, words)).join('')
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Notes</title><style>${style}</style></head><body data-notes="page"><main>${text}</main>${list}</body></html>`
  const page = { path: 'notes.html', html, title: 'Notes', language: 'en', formats: ['pdf' as const] }
  const { value } = await renderOutput([page], config, { printer })
  return (value.find(({ mediaType }) => mediaType === 'application/pdf') as (typeof value)[number]).bytes
}

/** Each page: the lines of its text and of its notes, from the top, and the ids that stand on it. */
async function read(bytes: Uint8Array) {
  const document = await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 }).promise
  const pages = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const words = items.flatMap(item => ('str' in item && item.str.trim() !== '' ? [item] : []))
    pages.push({ words, text: words.map(({ str }) => str).join(' '), ids: [] as string[] })
  }
  for (const [id, [page]] of Object.entries(await document.getDestinations()))
    pages[await document.getPageIndex(page)]?.ids.push(id)
  await document.destroy()
  return pages
}

/** Heights of the lines that match, from the page's foot. */
const heights = ({ words }: Awaited<ReturnType<typeof read>>[number], pattern: RegExp) =>
  words.filter(({ str }) => pattern.test(str)).map(({ transform }) => Number(transform[5]))

const wholeText = (pages: readonly { readonly text: string }[]) => pages.map(({ text }) => text).join(' ')

test('six notes stand on the three pages of their citations, below the text and linked both ways', async () => {
  const paragraph = (note: number) => `<p>${filler(190)} cited${note}${cite(note)} ${filler(90)}</p>`
  const text = [1, 2, 3, 4, 5, 6].map(paragraph).join('')
  const notes = [1, 2, 3, 4, 5, 6].map(note => `NOTE${note} on harbours`)
  const bytes = await print(text, notes)
  const pages = await read(bytes)
  expect(pages).toHaveLength(3)
  for (const note of [1, 2, 3, 4, 5, 6]) {
    const cited = pages.findIndex(({ text }) => text.includes(`cited${note}`))
    const printed = pages.flatMap(({ text }, index) => (text.includes(`NOTE${note}`) ? [index] : []))
    expect(printed, `note ${note}`).toEqual([cited])
    expect(pages[cited]?.ids).toEqual(expect.arrayContaining([`cite-${note}`, `foot-${cited + 1}-n${note}`]))
  }
  for (const page of pages) {
    expect(Math.max(...heights(page, /NOTE/))).toBeLessThan(Math.min(...heights(page, /words\d/)) - 9)
    expect(Math.min(...heights(page, /NOTE/))).toBeGreaterThan(62)
    expect(Math.min(...heights(page, /NOTE/))).toBeLessThan(68)
  }
  expect(
    pages
      .map(({ text }) => text)
      .join(' ')
      .match(/words\d+/g),
  ).toHaveLength(6 * 280)
  expect(Buffer.from(await print(text, notes)).equals(Buffer.from(bytes))).toBe(true)
})

test('a table over two pages is parted between rows, with its head and its notes on both', async () => {
  const row = (index: number) =>
    `<tr><th scope="row">row${index}</th><td>${filler(40)}${index % 7 === 0 ? cite(index / 7 + 1) : ''}</td></tr>`
  const rows = Array.from({ length: 26 }, (_, index) => row(index)).join('')
  const table = `<h2>A table</h2><table><thead><tr><th>Head</th><th>Of it</th></tr></thead><tbody>${rows}</tbody></table>`
  const pages = await read(await print(table, ['NOTE1', 'NOTE2', 'NOTE3', 'NOTE4']))
  expect(pages).toHaveLength(2)
  for (const page of pages) expect(page.text).toContain('Head')
  const noted = pages.map(({ text }) => [...text.matchAll(/NOTE\d/g)].map(String))
  expect(noted.flat().toSorted()).toEqual(['NOTE1', 'NOTE2', 'NOTE3', 'NOTE4'])
  for (const [index, page] of pages.entries()) {
    expect(noted[index]?.length).toBeGreaterThan(0)
    expect(Math.max(...heights(page, /NOTE/))).toBeLessThan(Math.min(...heights(page, /row\d/)))
    for (const note of noted[index] ?? []) expect(page.ids).toContain(`cite-${note.slice(4)}`)
  }
  expect(wholeText(pages).match(/row\d+/g)).toHaveLength(26)
})

test('a note longer than the room for it begins on its page and goes on at the foot of the next', async () => {
  const long = filler(900, 'note')
  const text = `<p>${filler(100)} cited${cite(1)} ${filler(500)}</p><p>${filler(300)} again${cite(2)} ${filler(300)}</p>`
  const pages = await read(await print(text, [long, 'NOTE2']))
  const printed = pages.map(({ text }) => text.match(/note\d+/g) ?? [])
  expect(printed.flat()).toEqual(long.split(' '))
  expect(printed[0]?.length).toBeGreaterThan(200)
  expect(printed[1]?.length).toBeGreaterThan(100)
  expect(wholeText(pages).match(/words\d+/g)).toHaveLength(1200)
  for (const page of pages)
    expect(Math.max(0, ...heights(page, /note\d|NOTE/))).toBeLessThan(Math.min(800, ...heights(page, /words\d/)))
})

test('what cannot be parted keeps its notes: they stand on the next page that has a foot, and cards beside one another share one', async () => {
  const card = (note: number) => `<div style="break-inside: avoid">${filler(60)} card${note}${cite(note)}</div>`
  const cards = `<div style="display: grid; grid-template-columns: 1fr 1fr; gap: 9px">${[1, 2, 3, 4, 5, 6, 7, 8].map(card).join('')}</div>`
  const tall = `<div style="display: flex"><p>${cite(9)}${filler(900)}</p><p>${filler(900)}${cite(10)}</p></div>`
  const notes = Array.from({ length: 10 }, (_, index) => `NOTE${index + 1}; ${filler(60, 'more')}`)
  const pages = await read(await print(`${cards}${tall}<p>${filler(20)}</p>`, notes))
  const all = pages.map(({ text }) => text).join(' ')
  expect([...all.matchAll(/NOTE\d+/g)].map(String).toSorted()).toEqual(
    notes.map(note => note.replace(/;.*/, '')).toSorted(),
  )
  expect(all.match(/more\d+/g)).toHaveLength(600)
  for (const { text } of pages) for (const [, note] of text.matchAll(/card(\d)/g)) expect(text).toContain(`NOTE${note}`)
})
