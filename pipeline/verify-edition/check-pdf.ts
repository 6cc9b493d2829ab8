/**
 * Proves one PDF: that it can be read, and prints what its page shows.
 */
import { createMessage } from '../diagnostics/create-message.ts'
import type { PageCheck } from './check-page.ts'
import { checkPrint } from './check-print.ts'
import { readPrint } from './read-print.ts'
import type { ReadPage } from './shown-page.ts'

/** Checks a PDF against the page it was printed from; `file` is what messages call it. */
export async function checkPdf(page: ReadPage, bytes: Uint8Array, file: string): Promise<PageCheck> {
  const print = await readPrint(bytes, page.pagesOf)
  if (!print)
    return { counts: { prints: 1 }, faults: [createMessage('pdf-matches-html', 'The PDF cannot be read', { file })] }
  const { pages } = print
  const { found, faults } = checkPrint(page, print)
  return {
    counts: { prints: 1, printedPages: pages.length, printed: found },
    faults: faults.map(({ page: number, reason }) =>
      createMessage('pdf-matches-html', `Page ${number}: ${reason}`, { file }),
    ),
  }
}
