/**
 * The reader of PDF files: pdf.js finds the text and its places, print-lines sets them as lines, and the passes of the
 * paginated reader do the rest, with what is known of the print as one more witness.
 */
import { createMessage } from '../../diagnostics/create-message.ts'
import { parseLines } from '../paginated/index.ts'
import type { Reader } from '../reader.ts'
import { explainFailure } from './explain-failure.ts'
import { extractText } from './extract-text.ts'
import type { ExtractedPage } from './extracted-page.ts'
import { placeBlocks } from './place-blocks.ts'
import { printLines } from './print-lines.ts'
import { readInfo } from './read-info.ts'
import { describeMissing } from './report-pages.ts'

/** Reads a PDF seed; one that cannot be opened, or holds no text, is an error message. */
export const readPdf: Reader = async (seed, config, options) => {
  const place = { file: seed.path }
  const extract = await extractText(seed.content ?? new Uint8Array(), config.limits.readSeconds)
  if ('name' in extract) {
    const { rule, reason } = explainFailure(extract)
    return { value: undefined, messages: [createMessage(rule, reason, place)] }
  }
  const { info, pages } = extract
  const printed = printLines(pages)
  if (!/[\p{L}\p{N}]/u.test(printed.text))
    return { value: undefined, messages: [createMessage('seed-has-text', describeEmpty(pages), place)] }
  const missing = describeMissing(pages)
  const reading = parseLines(printed.lines, options)
  placeBlocks(reading.tree, printed.lines)
  return {
    value: { ...reading, ownText: printed.text, metadata: readInfo(info, printed) },
    messages: missing === undefined ? [] : [createMessage('page-has-text', missing, place)],
  }
}

function describeEmpty(pages: readonly ExtractedPage[]): string {
  if (pages.every(({ damaged }) => damaged)) return 'None of the pages of this PDF can be read; the file is damaged'
  return pages.some(({ drawn }) => drawn)
    ? 'The PDF holds images and no text; it needs text recognition (OCR) first'
    : 'The PDF holds no text; if its pages show any, it needs text recognition (OCR) first'
}
