/**
 * What is known of a seed beyond its text: the sidecar `<name>.yml` beside it. Without one the title is the first line
 * of text and the language is told by the script of the letters.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { LineCounter, parseDocument } from 'yaml'
import type { SeedMetadata } from '../contract/seed.ts'
import { ConfigError } from '../diagnostics/config-error.ts'
import { describeYamlIssue, describeYamlSyntax } from '../diagnostics/yaml-places.ts'
import { guessLanguage } from '../tree/guess-language.ts'
import { isLanguageTag } from '../tree/language-tag.ts'

const schema = v.strictObject({
  title: v.pipe(v.string(), v.nonEmpty('must not be empty')),
  author: v.optional(v.string()),
  language: v.optional(v.pipe(v.string(), v.check(isLanguageTag, 'must be a language tag such as en or ru'))),
  date: v.optional(
    v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, 'must be a date such as 2023-02-14, 2023-02 or 2023')),
  ),
  description: v.optional(v.string()),
})

/** The metadata of the seed in `file`, and whether a sidecar gave it. */
export async function readMetadata(
  file: string,
  text: string,
  root: string,
): Promise<{ readonly metadata: SeedMetadata; readonly found: boolean }> {
  const sidecar = `${file.slice(0, file.length - path.extname(file).length)}.yml`
  const source = await readFile(sidecar, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined
    throw new ConfigError('config-unreadable', `The sidecar cannot be read (${cause.code ?? cause.message})`, {
      place: path.relative(root, sidecar),
      cause,
    })
  })
  if (source === undefined) return readFrontMatter(text, guessMetadata(file, text))
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, schema: 'core' })
  const shown = path.relative(root, sidecar)
  const broken = document.errors[0]
  if (broken)
    throw new ConfigError('config-syntax', `The sidecar is not valid YAML: ${describeYamlSyntax(broken)}`, {
      place: `${shown}:${lines.linePos(broken.pos[0]).line}`,
    })
  const result = v.safeParse(schema, quoteDates(document.toJS()))
  if (!result.success) {
    const { reason, place } = describeYamlIssue(result.issues[0], document, lines)
    throw new ConfigError('config-invalid', reason, { place: `${shown}:${place}` })
  }
  const { title, author, language, date, description } = result.output
  return {
    found: true,
    metadata: {
      title,
      language: language ?? guessLanguage(text),
      ...(author === undefined ? {} : { author }),
      ...(date === undefined ? {} : { date }),
      ...(description === undefined ? {} : { description }),
    },
  }
}

/** The front matter of a Markdown seed, where it has any; what is not of the right form there is passed over. */
function readFrontMatter(
  text: string,
  guess: SeedMetadata,
): { readonly metadata: SeedMetadata; readonly found: boolean } {
  const source = /^---\r?\n([\s\S]*?)\r?\n---\s*(?:\r?\n|$)/u.exec(text)?.[1]
  const document = source === undefined ? undefined : parseDocument(source, { schema: 'core' })
  if (!document || document.errors.length > 0) return { metadata: guess, found: false }
  const fields = quoteDates(document.toJS())
  if (typeof fields !== 'object' || fields === null) return { metadata: guess, found: false }
  const known = Object.entries({ ...fields, ...('lang' in fields ? { language: fields.lang } : {}) }).filter(
    ([name, value]) => name in schema.entries && v.is(schema.entries[name as keyof typeof schema.entries], value),
  )
  return { metadata: { ...guess, ...Object.fromEntries(known) }, found: known.some(([name]) => name === 'title') }
}

/** A bare year in YAML is a number. */
function quoteDates(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('date' in value)) return value
  return { ...value, date: typeof value.date === 'number' ? String(value.date) : value.date }
}

function guessMetadata(file: string, text: string): SeedMetadata {
  const line = text.split(/[\r\n\f]+/u).find(candidate => /\p{L}/u.test(candidate) && !/^-{3}|^\w+:\s/u.test(candidate))
  const title = line?.replace(/^[#\s]+/u, '').trim()
  const short = title && title.length <= 120 ? title : path.basename(file, path.extname(file))
  return { title: short, language: guessLanguage(text) }
}
