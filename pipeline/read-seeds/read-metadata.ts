/**
 * What is known of a seed beyond its text: what the overlay beside it says, then the front matter of a Markdown seed.
 * Without either the title is the first line of text and the language is told by the script of the letters.
 */
import path from 'node:path'
import * as v from 'valibot'
import { parseDocument } from 'yaml'
import type { SeedMetadata } from '../contract/seed.ts'
import { guessLanguage } from '../tree/guess-language.ts'
import { metadataEntries } from './overlay-schema.ts'

/** The metadata of the seed in `file`, and whether its title was given and not guessed. */
export function readMetadata(
  file: string,
  text: string,
  given: Partial<SeedMetadata> = {},
): { readonly metadata: SeedMetadata; readonly found: boolean } {
  const known = { ...readFrontMatter(text), ...given }
  return { metadata: { ...guessMetadata(file, text), ...known }, found: known.title !== undefined }
}

/** The front matter of a Markdown seed, where it has any; what is not of the right form there is passed over. */
function readFrontMatter(text: string): Partial<SeedMetadata> {
  const source = /^---\r?\n([\s\S]*?)\r?\n---\s*(?:\r?\n|$)/u.exec(text)?.[1]
  const document = source === undefined ? undefined : parseDocument(source, { schema: 'core' })
  const fields: unknown = document && document.errors.length === 0 ? document.toJS() : undefined
  if (typeof fields !== 'object' || fields === null) return {}
  const named: Readonly<Record<string, unknown>> = { ...fields, ...('lang' in fields ? { language: fields.lang } : {}) }
  const known = Object.entries(metadataEntries).flatMap(([name, { wrapped }]) => {
    const result = v.safeParse(wrapped, named[name])
    return result.success ? [[name, result.output]] : []
  })
  return Object.fromEntries(known)
}

function guessMetadata(file: string, text: string): SeedMetadata {
  const line = text.split(/[\r\n\f]+/u).find(candidate => /\p{L}/u.test(candidate) && !/^-{3}|^\w+:\s/u.test(candidate))
  const title = line?.replace(/^[#\s]+/u, '').trim()
  const short = title && title.length <= 120 ? title : path.basename(file, path.extname(file))
  return { title: short, language: guessLanguage(text) }
}
