/**
 * Reads a .bib file, BibTeX or biblatex. citation-js reads TeX and names, and maps fields to CSL; what it loses or
 * changes is put right here from the fields as written.
 */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { createMessage } from '../../diagnostics/create-message.ts'
import type { Draft } from '../reference.ts'
import type { LibraryEntry, ReadLibrary } from './library-entry.ts'
import { readCslItem } from './read-csl-item.ts'
import { type RawEntry, scanBibtex } from './scan-bibtex.ts'

/** The entries of `text`, the content of `file`. */
export function parseBibtex(file: string, text: string): ReadLibrary {
  const { entries: raw, faults } = scanBibtex(text.replace(/\p{Co}/gu, ''))
  const byKey = new Map(raw.map(entry => [entry.key, entry]))
  const failed: { readonly line: number; readonly reason: string }[] = []
  const entries = raw.flatMap((entry): LibraryEntry[] => {
    if (parentless.has(entry.type)) return []
    try {
      return [{ key: entry.key, file, line: entry.line, fields: readEntry(entry, byKey) }]
    } catch (error) {
      failed.push({ line: entry.line, reason: `The entry ${entry.key} cannot be read: ${describe(error)}` })
      return []
    }
  })
  if (raw.length === 0 && faults.length === 0) failed.push({ line: 1, reason: 'The file holds no entry' })
  const messages = [...faults, ...failed]
    .sort((left, right) => left.line - right.line)
    .map(({ line, reason }) => createMessage('library-is-readable', reason, placeOf(file, line)))
  return { entries, messages }
}

/** A line of a library file. */
export function placeOf(file: string, line: number) {
  return { file, position: { start: { line, column: 1 }, end: { line, column: 1 } } }
}

/** Entries that only others refer to. */
const parentless = new Set(['xdata', 'set'])

function readEntry(entry: RawEntry, byKey: ReadonlyMap<string, RawEntry>): Draft {
  const family = inherit(entry, byKey)
  const list = family.map(({ type, key, properties }) => ({ type, label: key, properties: spellNames(properties) }))
  const [item = {}] = plugins.input.data(list, '@biblatex/entries+list')
  const fields = readCslItem(item)
  const names = family
    .toReversed()
    .map(({ properties: { author, editor, translator } }) => ({ author, editor, translator }))
  const written = { ...Object.assign({}, ...names.map(dropAbsent)), ...family[0]?.properties }
  for (const correct of corrections) correct(fields, { ...entry, properties: written })
  return fields
}

/** The entry with those it inherits from; `xdata` is put in at once, `crossref` is citation-js's own. */
function inherit(entry: RawEntry, byKey: ReadonlyMap<string, RawEntry>): readonly RawEntry[] {
  const shared = (entry.properties.xdata ?? '').split(',').flatMap(key => byKey.get(key.trim()) ?? [])
  const own = { ...entry, properties: Object.assign({}, ...shared.map(each => each.properties), entry.properties) }
  const family: RawEntry[] = [own]
  for (let next: RawEntry | undefined = own; next && family.length < 5; next = family.at(-1)) {
    const parent: RawEntry | undefined = byKey.get(next.properties.crossref ?? '')
    if (!parent || family.some(({ key }) => key === parent.key)) break
    family.push(parent)
  }
  return family
}

/** The names of programs, which have commands of their own, as words. */
function spellNames(properties: RawEntry['properties']): RawEntry['properties'] {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      value.replace(/\\((?:La|Bib)?TeX)(?![A-Za-z])(?:\{\}|\\(?= ))?/gu, '$1'),
    ]),
  )
}

function dropAbsent(fields: Readonly<Record<string, string | undefined>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** What citation-js loses or changes, put right. */
const corrections: readonly ((fields: Draft, entry: RawEntry) => void)[] = [
  (fields, { properties: { entrysubtype = '' } }) => {
    const type = /^\{?(newspaper|magazine)\}?$/iu.exec(entrysubtype)?.[1]?.toLowerCase()
    if (!type || !fields.type?.startsWith('article')) return
    fields.type = `article-${type}`
    if (fields.genre === entrysubtype) delete fields.genre
  },
  fields => {
    const genre = fields.genre && genres[fields.genre]
    if (genre) fields.genre = genre
  },
  (fields, { properties: { number } }) => {
    const taken = fields.issue ?? fields.number ?? fields['collection-title']
    if (number !== undefined && taken === undefined && !fields.type?.startsWith('article'))
      fields.number = number.replace(/[{}]/gu, '')
  },
  (fields, { properties: { url, howpublished = '' } }) => {
    const address = url ?? /\\url\{([^{}]+)\}/u.exec(howpublished)?.[1]
    if (address) fields.URL = address.replace(/[{}\s]/gu, '').replace(/\\([_%&#~$])/gu, '$1')
    if (fields.publisher?.includes(howpublished) && /\\url|^https?:/u.test(howpublished)) delete fields.publisher
  },
  (fields, { properties: { doi } }) => {
    if (doi && fields.DOI) fields.DOI = fields.DOI.replace(/\\([_%&#])/gu, '$1')
  },
  (fields, { properties }) => {
    for (const field of ['author', 'editor', 'translator'] as const) {
      const written = splitNames(properties[field] ?? '')
      const names = fields[field]?.map((name, index) => {
        // A name in braces, an institution's as a rule, comes as a family name.
        const inBraces = name.family?.includes(' ') || /^\{.*\}$/u.test(written[index] ?? '')
        return name.family && inBraces && Object.keys(name).length === 1 ? { literal: name.family } : name
      })
      if (names) fields[field] = names.filter((_name, index) => written[index] !== 'others')
    }
  },
  (fields, { properties: { journaltitle } }) => {
    if (journaltitle && !fields['container-title']) fields['container-title'] = journaltitle.replace(/[{}]/gu, '')
  },
  fields => {
    const language = fields.language && languages[fields.language.toLowerCase()]
    if (language) fields.language = language
  },
]

/** The names of a list as written; `and` inside braces parts none. */
function splitNames(list: string): readonly string[] {
  const names = ['']
  let depth = 0
  for (const piece of list.split(/([{}]|\s+and\s+)/iu)) {
    if (piece === '{') depth += 1
    if (piece === '}') depth -= 1
    if (depth === 0 && /^\s+and\s+$/iu.test(piece)) names.push('')
    else names[names.length - 1] += piece
  }
  return names.map(name => name.trim())
}

/** Kinds of theses and reports by the words that biblatex has for them. */
const genres: Readonly<Record<string, string>> = {
  bathesis: 'Bachelor’s thesis',
  candthesis: 'Candidate thesis',
  mathesis: 'Master’s thesis',
  phdthesis: 'PhD thesis',
  resreport: 'Research report',
  techreport: 'Technical report',
}

/** Languages by the names that babel and biblatex have for them. */
const languages: Readonly<Record<string, string>> = {
  american: 'en-US',
  austrian: 'de-AT',
  belarusian: 'be',
  british: 'en-GB',
  chinese: 'zh',
  english: 'en',
  french: 'fr',
  german: 'de',
  italian: 'it',
  kazakh: 'kk',
  naustrian: 'de-AT',
  ngerman: 'de',
  polish: 'pl',
  portuguese: 'pt',
  russian: 'ru',
  spanish: 'es',
  turkish: 'tr',
  ukenglish: 'en-GB',
  ukrainian: 'uk',
  usenglish: 'en-US',
}

/** The first line of what the grammar found, without its bookkeeping. */
function describe(error: unknown): string {
  // What is nested, or leads round by crossref, deeper than the stack is.
  if (error instanceof RangeError) return 'it is nested too deeply, or its crossref leads round in a circle'
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n')
  return /expected "?\w+"?, got EOF/u.test(line)
    ? 'a brace or dollar sign in it is not closed'
    : line.replace(/ at line \d+ col \d+:?/u, '').trim()
}
