/**
 * Prints a document whose contents give page numbers, which are known only when it is printed: once in haste to see where
 * the links of the contents lead, and again with the numbers filled in. A second print that moved a page is made good
 * once more. The same numbers give each page the running head of the section it begins in.
 */
import type { Page, PDFOptions } from 'puppeteer-core'
import { ConfigError } from '../diagnostics/config-error.ts'
import { cssString } from '../tree/css-string.ts'
import { type Destinations, readDestinations } from './read-destinations.ts'

/** A place in the contents that shows the page of an id, and what is printed above the pages of its section. */
interface PageMark {
  readonly id: string
  readonly runningHead: string | null
}

/** Prints what a browser page shows; `path` is for messages. Throws a ConfigError where the numbers cannot be true. */
export async function printNumbered(page: Page, path: string, options: PDFOptions): Promise<Uint8Array> {
  const marks = await page.$$eval('[data-page-of]', elements =>
    elements.map(element => ({
      id: element.getAttribute('data-page-of') ?? '',
      runningHead: element.getAttribute('data-running-head'),
    })),
  )
  if (marks.length === 0) return page.pdf(options)
  // Tags and an outline move nothing, and cost a third of a print.
  let found = readDestinations(await page.pdf({ ...options, tagged: false, outline: false }))
  for (let attempt = 1; attempt <= 2; attempt++) {
    await fillIn(page, findPages(marks, found, path), runningHeads(marks, found))
    const pdf = await page.pdf(options)
    const after = readDestinations(pdf)
    if (hasSamePages(marks, found, after)) return pdf
    found = after
  }
  throw new ConfigError(
    'template-broken',
    `The page numbers in the contents of ${path} move the pages that they name`,
    {
      remedy: 'Give the elements with data-page-of a width of their own in the style, as css/print.css does.',
    },
  )
}

function findPages(marks: readonly PageMark[], { places }: Destinations, path: string): readonly number[] {
  return marks.map(({ id }) => {
    const place = places.get(id)
    if (place) return place.page
    throw new ConfigError('template-broken', `${path} asks for the page of “${id}”, and no link there leads to it`, {
      remedy: 'Give data-page-of the id, in ASCII, of an element on the page, and link to it beside the mark.',
    })
  })
}

function hasSamePages(marks: readonly PageMark[], before: Destinations, after: Destinations): boolean {
  return (
    before.pages === after.pages &&
    marks.every(({ id }) => before.places.get(id)?.page === after.places.get(id)?.page) &&
    runningHeads(marks, before).join('\n') === runningHeads(marks, after).join('\n')
  )
}

/** Within so many points of the top, nothing stands above. */
const atTop = 30

/** What is printed above each page: the title of the section that its first line belongs to, or else of the first to begin. */
function runningHeads(marks: readonly PageMark[], { pages, places }: Destinations): readonly string[] {
  const starts = marks
    .flatMap(({ id, runningHead }) => {
      const place = places.get(id)
      return runningHead === null || place === undefined ? [] : [{ ...place, runningHead }]
    })
    .toSorted((left, right) => left.page - right.page || left.fromTop - right.fromTop)
  return Array.from({ length: pages }, (_, index) => {
    const goesOn = starts.filter(({ page, fromTop }) => page <= index || (page === index + 1 && fromTop < atTop))
    const begins = starts.find(({ page }) => page === index + 1)
    return (goesOn.at(-1) ?? begins)?.runningHead ?? ''
  })
}

/**
 * Writes the numbers into the marks, and the running heads as a counter style (CSS Counter Styles 3) whose symbol for
 * each page number is a title: `counter(page, running-head)` then prints it in any margin box, and breaks no page.
 */
async function fillIn(page: Page, numbers: readonly number[], heads: readonly string[]): Promise<void> {
  await page.$$eval(
    '[data-page-of]',
    (elements, texts) => {
      for (const [index, element] of elements.entries()) element.textContent = texts[index] ?? ''
    },
    numbers.map(String),
  )
  const symbols = heads.map(cssString).join(' ')
  await page.$eval(
    'head',
    (head, rule) => head.insertAdjacentHTML('beforeend', `<style>${rule}</style>`),
    `@counter-style running-head { system: fixed; symbols: ${symbols}; suffix: "" }`,
  )
}
