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
    .replace(/\p{Co}/gu, '')
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

/** `date-parts`, as far as they are right; or as text an ISO date, else the first year in it (`March 2020`, `2019/2020`). */
function readDate(value: unknown): CslDate | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { 'date-parts': parts, raw, literal } = value as Item
  const dates = Array.isArray(parts) ? parts.map(readParts).filter(date => date.length > 0) : []
  if (dates.length > 0) return { 'date-parts': dates.slice(0, 2) }
  const text = readText(raw ?? literal)
  const iso = /^(\d{4})(?:[a-z]|-(\d{2})(?:-(\d{2}))?)?$/u.exec(text)?.slice(1)
  const date = readParts(iso ?? /(?<!\d)(?:1\d|20)\d\d(?!\d)/u.exec(text) ?? [])
  return date.length > 0 ? { 'date-parts': [date] } : undefined
}

const limits = [Number.MAX_SAFE_INTEGER, 12, 31] as const

/** Year, month and day up to the first that is none. */
function readParts(parts: unknown): readonly number[] {
  const numbers = Array.isArray(parts) ? parts.map(part => Number(readText(part) || Number.NaN)) : []
  const end = numbers.findIndex((part, index) => !Number.isInteger(part) || part === 0 || !isWithin(part, index))
  return numbers.slice(0, end < 0 ? limits.length : end)
}

/** Years before our era are below zero. */
function isWithin(part: number, index: number): boolean {
  return part <= (limits[index] ?? 0) && (index === 0 || part > 0)
}
