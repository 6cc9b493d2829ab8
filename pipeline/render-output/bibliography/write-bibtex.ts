/**
 * Writes works as a file for LaTeX: biblatex, or BibTeX for older styles. citation-js has a writer too, which loses
 * what is here kept: letters that TeX takes for commands, newspapers, the numbers of acts and cases, capital letters.
 */
import type { CslDate, CslItem, CslName } from '../../contract/bibliography.ts'
import { babelNames, type Dialect, entryTypeOf, type FieldKind, fields, namesOf } from './bibtex-tables.ts'
import { escapeAddress, escapeTex, singleSpaced } from './escape-tex.ts'

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
    const text = writeValue(value, field.kind)
    return text === '' ? [] : namesOf(field, dialect, entry).map(name => [name, text])
  })
  const langid = item.language && babelNames[item.language.split('-')[0] ?? '']
  const all: readonly Pair[] = [
    ...pairs,
    ...(dialect === 'biblatex' && langid ? [['langid', langid] as const] : []),
    ...(subtype === undefined ? [] : [['entrysubtype', subtype] as const]),
  ]
  const seen = new Set<string>()
  const own = all.filter(([name]) => !seen.has(name) && seen.add(name))
  return `@${entry}{${item.id},\n${own.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`
}

function writeValue(value: NonNullable<CslItem[keyof CslItem]>, kind: FieldKind): string {
  if (kind === 'names') return (value as readonly CslName[]).map(writeName).join(' and ')
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

function splitDate({ 'date-parts': [[year, month, day] = []] }: CslDate): readonly Pair[] {
  if (year === undefined) return []
  return [
    ['year', String(year)],
    ...(month === undefined ? [] : [['month', String(month)] as const]),
    ...(day === undefined ? [] : [['day', String(day)] as const]),
  ]
}

function writeName(name: CslName): string {
  const { family, given, literal } = name
  const suffix = name.suffix === undefined ? '' : `, ${guard(name.suffix)}`
  if (family === undefined) return `{${escapeTex(literal ?? given ?? '')}}`
  const dropping = name['dropping-particle']
  if (dropping !== undefined)
    return [`family=${whole(family)}`, `given=${whole(given ?? '')}`, `prefix=${whole(dropping)}`, 'useprefix=false'].join(', ')
  if (given === undefined) return isPlain(family) && !/\s/u.test(family) ? escapeTex(family) : whole(family)
  const particle = name['non-dropping-particle']
  if (particle === undefined) return `${guard(family)}${suffix}, ${guard(given)}`
  if (/^\p{Ll}/u.test(particle)) return `${escapeTex(particle)} ${guard(family)}${suffix}, ${guard(given)}`
  return [`family=${whole(family)}`, `given=${whole(given)}`, `prefix=${whole(particle)}`, 'useprefix=true'].join(', ')
}

function whole(text: string): string {
  return `{${escapeTex(text)}}`
}

/** In braces where a reader would take the words apart: at a comma, `and`, a sign of the format or a small first letter. */
function guard(text: string): string {
  return isPlain(text) ? escapeTex(text) : whole(text)
}

function isPlain(text: string): boolean {
  return singleSpaced(text) !== '' && !marks.test(text) && !words.test(text)
}

const marks = /[,={}\\~\u00A0"]|(?:^|\s)\p{Ll}/u
const words = /(?:^|\s)(?:and|others)(?:\s|$)/iu
