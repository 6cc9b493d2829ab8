/**
 * Which pages of a PDF could not be read though the others could: scans among printed pages, and damaged ones. A page
 * on which nothing is painted is just empty.
 */
import { formatRanges } from '../../tree/format-ranges.ts'
import type { ExtractedPage } from './extracted-page.ts'

/** One sentence that names the pages; undefined where all were read. */
export function describeMissing(pages: readonly ExtractedPage[]): string | undefined {
  const scans = pages.filter(({ drawn }) => drawn).map(({ number }) => number)
  const damaged = pages.filter(page => page.damaged).map(({ number }) => number)
  const parts = [
    ...(scans.length > 0
      ? [`${namePages(scans, 'shows', 'show')} images and no text: text recognition (OCR) is needed`]
      : []),
    ...(damaged.length > 0 ? [`${namePages(damaged, 'is', 'are')} damaged and cannot be read`] : []),
  ]
  return parts.length > 0 ? parts.join('; ') : undefined
}

function namePages(numbers: readonly number[], one: string, many: string): string {
  return numbers.length === 1 ? `Page ${numbers[0]} ${one}` : `Pages ${formatRanges(numbers)} ${many}`
}
