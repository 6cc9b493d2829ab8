/**
 * Prints a document with its notes at the feet of the pages on which they are cited. The browser knows no footnotes: the
 * document is laid out in columns of a page's size, composed page by page, printed as it then stands, and the print is read
 * to see that each note stands where it was put.
 */
import type { Page } from 'puppeteer-core'
import { ConfigError } from '../../diagnostics/config-error.ts'
import { readDestinations } from '../read-destinations.ts'
import { type Composed, composePages } from './compose-pages.ts'
import { prepareAhead } from './hide-ahead.ts'
import { listLeaves } from './list-leaves.ts'
import { openColumns } from './open-columns.ts'
import { openFeet } from './open-feet.ts'
import { readPageArea } from './read-page-area.ts'

/** Whether a document asks for its notes at the feet of its pages. */
export function asksForPageNotes(html: string): boolean {
  return /<body[^>]* data-notes="page"/.test(html)
}

/** Prints what a browser page shows, by `print`; `path` is for messages. Throws a ConfigError where notes cannot be placed. */
export async function printWithPageNotes(
  page: Page,
  path: string,
  print: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const composed = await compose(page)
  const pdf = await print()
  checkPlaces(composed, pdf, path)
  return pdf
}

/** The browser page lays out for paper already; see picture-page.ts. */
async function compose(page: Page): Promise<Composed> {
  const area = await page.evaluate(readPageArea)
  // Those that only notes are set in too, or they would be measured in others.
  await page.evaluate(() => Promise.all([...document.fonts].map(font => font.load())).then(() => undefined))
  const feet = await page.evaluateHandle(openFeet, area.width)
  const leaves = await page.evaluateHandle(listLeaves)
  const hideAhead = await page.evaluateHandle(prepareAhead)
  const columns = await page.evaluateHandle(openColumns, area, leaves, hideAhead)
  return page.evaluate(composePages, columns, feet)
}

function checkPlaces({ pages, feet, isStuck }: Composed, pdf: Uint8Array, path: string): void {
  const printed = readDestinations(pdf)
  const isAt = (id: string, page: number) => printed.places.get(id)?.page === page
  const strayed = feet.find(({ id, mark, citedOn, page }) => !isAt(id, page) || !isAt(mark, citedOn))
  if (!isStuck && printed.pages === pages && !strayed) return
  throw new ConfigError(
    'template-broken',
    `The notes of ${path} do not stand on the pages that they were composed for`,
    {
      remedy: 'Write “notes: end” in audience.yml, or look for what the style positions or rotates on paper.',
    },
  )
}
