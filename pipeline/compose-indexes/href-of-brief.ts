/**
 * Where a brief is found in out/, for the pages that lead to it. Both index pages need it, and neither should know how
 * the other is made.
 */
import type { Config } from '../contract/config.ts'

/** The page of a brief in out/, or its PDF where no page is published. */
export function hrefOfBrief(id: string, { formats }: Config): string {
  return `briefs/${id}.${formats.includes('html') ? 'html' : 'pdf'}`
}
