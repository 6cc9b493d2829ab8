/**
 * Writes works as a file for LaTeX: biblatex, or BibTeX for older styles. citation-js has a writer too, which loses
 * what is here kept: letters that TeX takes for commands, newspapers, the numbers of acts and cases, capital letters.
 */
import type { CslDate, CslItem, CslName } from '../../contract/bibliography.ts'
import { babelNames, type Dialect, entryTypeOf, type FieldKind, fields, namesOf } from './bibtex-tables.ts'
import { escapeAddress, escapeTex } from './escape-tex.ts'

type Pair = readonly [name: string, value: string]

/** The text of a .bib file, an entry for each work in their order. */
export function writeBibtex(items: readonly CslItem[], dialect: Dialect): string {
  if (items.length === 0) return '% No works.\n'
  return `${items.map(item => writeEntry(item, dialect)).join('\n')}`
}

function writeEntry(item: CslItem, dialect: Dialect): string {
  const { entry, subtype } = entryTypeOf(item.type, dialect)
  const pairs = fields.flatMap((field): readonly Pair[] => {
    const value = item[field.from]
    if (value === undefined) return []
    if (field.from === 'issued' && dialect === 'bibtex') return splitDate(value as CslDate)
    const text = writeValue(value, field.kind, dialect)
    return text === '' ? [] : namesOf(field, dialect, entry).map(name => [name, text])
  })
  const langid = item.language && (babelNames[item.language.split('-')[0] ?? ''] ?? item.language)
  const all: readonly Pair[] = [
    ...pairs,
    ...(dialect === 'biblatex' && langid ? [['langid', langid] as const] : []),
    ...(subtype === undefined ? [] : [['entrysubtype', subtype] as const]),
  ]
  const seen = new Set<string>()
  const own = all.filter(([name]) => !seen.has(name) && seen.add(name))
  const lines = own.map(([name, value]) => `  ${name} = ${name === 'month' ? value : `{${value}}`},\n`)
  return `@${entry}{${item.id},\n${lines.join('')}}\n`
}

function writeValue(value: NonNullable<CslItem[keyof CslItem]>, kind: FieldKind, dialect: Dialect): string {
  if (kind === 'names') return (value as readonly CslName[]).map(name => writeName(name, dialect)).join(' and ')
  if (kind === 'date') return writeDate(value as CslDate)
  const text = String(value)
  if (kind === 'address') return escapeAddress(text)
  // The first dash alone, as citation-js takes only one for a range.
  if (kind === 'pages') return escapeTex(text.replace(/[–—-]+/gu, '-')).replace('-', '--')
  const escaped = escapeTex(text)
  // A second pair of braces: no style changes its capitals, and `and` in it parts no list.
  return kind === 'title' && escaped !== '' ? `{${escaped}}` : escaped
}

/** `2022-03-04`, or `2019/2020` for a range. */
function writeDate({ 'date-parts': parts }: CslDate): string {
  return parts.map(part => part.map((n, index) => String(n).padStart(index === 0 ? 4 : 2, '0')).join('-')).join('/')
}

function splitDate({ 'date-parts': parts }: CslDate): readonly Pair[] {
  const [year, month, day] = parts[0] ?? []
  if (year === undefined) return []
  return [
    ['year', String(year)],
    ...(month === undefined ? [] : [['month', months[month - 1] ?? String(month)] as const]),
    ...(day === undefined ? [] : [['day', String(day)] as const]),
  ]
}

/** Macros that every BibTeX style defines; they stand without braces. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function writeName(name: CslName, dialect: Dialect): string {
  const { family, given, suffix, literal } = name
  const particle = name['non-dropping-particle'] ?? name['dropping-particle']
  if (family === undefined) return whole(literal ?? given ?? '')
  if (particle !== undefined && dialect === 'biblatex') {
    const parts = { family, given, suffix, prefix: particle }
    const named = Object.entries(parts).flatMap(([part, text]) => (text ? [`${part}=${whole(text)}`] : []))
    return [...named, `useprefix=${name['non-dropping-particle'] !== undefined}`].join(', ')
  }
  if (given === undefined && suffix === undefined && particle === undefined)
    return isPlain(family) && !family.includes(' ') ? escapeTex(family) : whole(family)
  const before = particle === undefined ? '' : `${/^\p{Ll}/u.test(particle) ? escapeTex(particle) : whole(particle)} `
  return `${before}${guard(family)}${suffix === undefined ? '' : `, ${guard(suffix)}`}, ${guard(given ?? '')}`
}

function whole(text: string): string {
  return `{${escapeTex(text)}}`
}

/** In braces where a reader could take the words apart: at a comma, `and`, a small first letter, or a sign of TeX. */
function guard(text: string): string {
  return isPlain(text) ? escapeTex(text) : whole(text)
}

function isPlain(text: string): boolean {
  return plain.test(text) && !/(?:^|\s)(?:and|others)(?:\s|$)/iu.test(text)
}

/** Words that begin with a capital, or in a script without capitals. */
const plain = /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’]*(?:[ -][\p{Lu}\p{Lo}][\p{L}\p{M}.'’]*)*$/u
