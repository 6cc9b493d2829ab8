/**
 * Reads the place inside a work (`C. 45`, `pp. 12–15`, `S. 45 ff.`), and the volume and issue numbers beside it.
 */
import type { Locator } from '../contract/bibliography.ts'
import { compileWords } from './compile-words.ts'
import { issueWords, locatorLabels, volumeWords } from './conventions.ts'
import type { Draft } from './reference.ts'

const numberSource =
  '(?:(?:[A-Z]|[LRD]\\.\\s?)?\\d{1,5}(?:\\.\\d{1,3}){0,2}(?:n\\d{1,3}|[a-z])?(?:\\(\\w{1,3}\\)){0,2}|[ivxlc]{1,8})'
/** One number, or from one to another. */
export const rangeSource = `${numberSource}(?:\\s?[-–—]\\s?${numberSource})?`
const following = '(?:\\s?(?:ff?|sqq?)\\b\\.?|\\s(?:et\\s)?suiv\\.|\\sи\\s(?:след|сл)\\.)?'
const listSource = `(${rangeSource}${following}(?:(?:\\s?,\\s?|\\s(?:et|and|und|u\\.|и)\\s)${rangeSource}(?![\\p{L}\\d]|\\.\\s?[\\p{L}\\d])${following}){0,8})`

const announced = locatorLabels.map(({ label, words }) => ({
  label,
  words: compileWords(words),
}))
const patterns = announced.map(({ label, words }) => ({
  label,
  atEnd: new RegExp(`(?:^|[\\s,.;:(–—-])(?:${words})\\s?${listSource}[\\s.,;)–—-]*$`, 'iu'),
  alone: new RegExp(`^(?:${words})\\s?${listSource}[\\s.,;]*$`, 'iu'),
}))
/** Any labelled place, without groups. */
export const locatorSource = `(?:${announced.map(({ words }) => words).join('|')})\\s?${listSource.replace('(', '(?:')}`

/** Takes a locator with its label off the end of `text`. */
export function peelLocator(text: string): { readonly rest: string; readonly locator?: Locator } {
  for (const { label, atEnd } of patterns) {
    // A locator is short: the tail is enough, and keeps long notes cheap.
    const tail = text.slice(-120)
    const match = atEnd.exec(tail)
    if (match?.[1]) {
      const rest = text.slice(0, text.length - tail.length + match.index)
      return { rest: rest.replace(/[\s,;(–—-]+$/u, ''), locator: { label, value: tidyRange(match[1]) } }
    }
  }
  return { rest: text }
}

/** Reads an area of a description that is a locator and nothing else. */
export function parseLocator(area: string): Locator | undefined {
  for (const { label, alone } of patterns) {
    const value = alone.exec(area.trim())?.[1]
    if (value) return { label, value: tidyRange(value) }
  }
  return undefined
}

/** A range or list of numbers with its spaces set. */
export function tidyRange(value: string): string {
  return value
    .replace(/\s*([-–—])\s*/gu, '$1')
    .replace(/\s*,\s*/gu, ', ')
    .trim()
}

const partNumber =
  '(\\d{1,5}(?:\\s?[-–/]\\s?\\d{1,5})?(?:\\s?\\((?!(?:1[5-9]|20)\\d\\d\\))[^()]{1,12}\\))?|[IVXLCivxlc]{1,8}(?![\\p{L}\\d]))'
const volumePattern = new RegExp(`(?<![\\p{L}\\d])(?:${compileWords(volumeWords)})\\s?${partNumber}[\\s,.;]*`, 'iu')
const issuePattern = new RegExp(`(?<![\\p{L}\\d])(?:${compileWords(issueWords)})\\s?${partNumber}[\\s,.;]*`, 'iu')

/** Takes volume and issue numbers out of `text` and puts them into `fields`. */
export function peelNumbers(text: string, fields: Draft): string {
  let rest = text
  for (const { key, pattern } of [
    { key: 'issue', pattern: issuePattern },
    { key: 'volume', pattern: volumePattern },
  ] as const) {
    const match = pattern.exec(rest)
    if (match?.[1] && fields[key] === undefined) {
      fields[key] = match[1].replace(/\s?([-–/])\s?/gu, '$1')
      rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`
    }
  }
  const both = /^(\d+)\s?\((\d+)\)$/u.exec(fields.volume ?? '')
  if (both?.[1] && both[2] && fields.issue === undefined) {
    fields.volume = both[1]
    fields.issue = both[2]
  }
  return rest.replace(/\s+/gu, ' ').trim()
}
