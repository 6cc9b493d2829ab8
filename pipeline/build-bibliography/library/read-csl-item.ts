/**
 * Takes what the pipeline knows of an item in CSL-JSON, and leaves out what is no CSL or says nothing. Values are plain
 * text: the few HTML tags that CSL-JSON allows in titles are taken off.
 */
import type { CslDate, CslName } from '../../contract/bibliography.ts'
import { dateFields, nameFields, textFields } from '../csl-fields.ts'
import type { Draft } from '../reference.ts'

type Item = Readonly<Record<string, unknown>>

/** The fields of an item. */
export function readCslItem(item: Item): Draft {
  const fields: Draft = {}
  if (typeof item.type === 'string') fields.type = item.type
  for (const field of textFields) {
    const value = readText(item[field] ?? (field === 'event-title' ? item.event : undefined))
    if (value !== '') fields[field] = field === 'page' ? value.replace(/[–—-]+/gu, '-') : value
  }
  for (const field of nameFields) {
    const value = item[field]
    const names = Array.isArray(value) ? value.flatMap(readName) : []
    if (names.length > 0) fields[field] = names
  }
  for (const field of dateFields) {
    const date = readDate(item[field])
    if (date) fields[field] = date
  }
  if (fields.DOI) fields.DOI = fields.DOI.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/iu, '')
  return fields
}

function readText(value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  return value
    .replace(/<\/?(?:i|b|sc|sup|sub|span(?:\s[^<>]*)?)>/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

const nameParts = ['family', 'given', 'non-dropping-particle', 'dropping-particle', 'suffix', 'literal'] as const

function readName(value: unknown): readonly CslName[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = nameParts.flatMap(part => {
    const text = readText((value as Item)[part])
    return text === '' ? [] : [[part, text] as const]
  })
  return entries.length > 0 ? [Object.fromEntries(entries)] : []
}

/** `date-parts`, or as text an ISO date or a year such as `2020a`. */
function readDate(value: unknown): CslDate | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { 'date-parts': parts, raw, literal } = value as Item
  if (Array.isArray(parts)) {
    const dates = parts.map(part => (Array.isArray(part) ? part.map(Number) : [])).filter(isDate)
    return dates.length > 0 ? { 'date-parts': dates.slice(0, 2) } : undefined
  }
  const text = readText(raw ?? literal)
  const iso = /^(\d{4})(?:[a-z]|-(\d{2})(?:-(\d{2}))?)?$/u.exec(text)
  const date =
    iso
      ?.slice(1)
      .filter(part => part !== undefined)
      .map(Number) ?? []
  return isDate(date) ? { 'date-parts': [date] } : undefined
}

function isDate(parts: readonly number[]): boolean {
  const [year = 0, month = 1, day = 1] = parts
  return year !== 0 && [year, month, day].every(Number.isInteger) && month >= 1 && month <= 12 && day >= 1 && day <= 31
}
