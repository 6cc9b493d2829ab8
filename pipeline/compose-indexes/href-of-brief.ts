/** Where the pages of an index lead to for a brief: told once for all of them. */
import type { Config } from '../contract/config.ts'

/** The page of a brief in out/, or its PDF where no page is published. */
export function hrefOfBrief(id: string, { formats }: Config): string {
  return `briefs/${id}.${formats.includes('html') ? 'html' : 'pdf'}`
}
