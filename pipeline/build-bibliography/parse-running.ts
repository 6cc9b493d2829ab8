/**
 * Reads references set as running text: Chicago notes and bibliography, MLA, OSCOLA, and the German, French and Polish
 * habits. A title between quotation marks, or before `in:`, is part of something; one without is a book or a page.
 */
import type { Locator } from '../contract/bibliography.ts'
import { cleanTitle } from './clean-title.ts'
import { anyMark } from './marks.ts'
import { matchQuote } from './match-quote.ts'
import { parseHost, takeEnd, takeSchool } from './parse-host.ts'
import { parseFamilies } from './parse-names.ts'
import { peelGenre } from './peel-genre.ts'
import { peelParts, takeHere } from './peel-parts.ts'
import type { Draft } from './reference.ts'
import { settlePages } from './settle-pages.ts'
import { type Mode, splitImprint } from './split-imprint.ts'
import { takeAuthors } from './take-authors.ts'

/** Reads the reference into `fields`, and gives its locator. */
export function parseRunning(text: string, fields: Draft): Locator | undefined {
  const short = parseShort(text, fields)
  if (short) return short
  const { names, role, body } = takeAuthors(text)
  if (names && role === 'author') fields.author = names
  else if (names && role !== 'other') fields[role as 'editor' | 'translator'] = names
  // `Smith, John. Title` is a list, `John Smith, Title` a note.
  const family = names?.[0]?.family
  const turned = family !== undefined && text.startsWith(family)
  // `"Salt." Encyclopedia …` opens the entry of a list.
  const untitled = names === undefined && /^"[^"]+\."|^“[^”]+\.”/u.test(text)
  const list = untitled || (turned && /\.\s*$/u.test(text.slice(0, text.length - body.length)))
  return parseBody(body, fields, list ? 'list' : turned ? 'turned' : 'note')
}

const hostMark = /(?:[,.;]|(?<=[”"»’“?!]),?)\s(?:[Ii]n|[Dd]ans|[Aa]us)(?:\s?:\s|\s(?=\p{Lu}|["“«„]))/u

/** How a reference is set: an entry of a list, a note, a note that turns names, or one with the year behind the author. */
export type Style = 'list' | 'note' | 'turned' | 'dated'

/** Reads title and what follows; shared with references that print the year behind the author. */
export function parseBody(body: string, fields: Draft, style: Style): Locator | undefined {
  const list = style === 'list' || style === 'dated'
  const turned = style !== 'note'
  const quote = matchQuote(body)
  const behind = quote ? body.slice(quote.length) : ''
  if (
    (quote && (/^[‘']/u.test(body) ? /^\s\p{Lu}/u : /^$/u).test(behind)) ||
    (quote && /^\s?(?:$|[,.;:([]|\uE001|(?:in|dans|en|w)\s)/iu.test(behind)) ||
    (quote && /[,.?!]$/u.test(quote.inner))
  ) {
    const colon = /^\s?[.:]\s(?=\p{Lu})(.{3,150}?),\sin:?\s/iu.exec(behind)
    if (!colon) {
      fields.title = cleanTitle(quote?.inner ?? '')
      const inside = /^[\s,.;]*(?:in|dans|aus)(?:\s?:\s|\s)/iu.exec(behind)
      return parseHost(behind.slice(inside?.[0].length ?? 0), fields, inside !== null, list, turned)
    }
  }
  const host = hostMark.exec(body)
  const colon = host?.[0].includes(':') || /^(?:[Ii]n|Dans)\s/u.test(host?.[0].replace(/^[\s,.;]+/u, '') ?? '')
  if (host && colon && host.index > 2 && (host[0].includes(':') || style === 'dated' || /^[.”"»]/u.test(host[0]))) {
    fields.title = cleanTitle(body.slice(0, host.index))
    return parseHost(body.slice(host.index + host[0].length), fields, true, list, turned)
  }
  return parseWhole(body, fields, style)
}

/** Reads a work that stands alone. */
function parseWhole(body: string, fields: Draft, style: Style): Locator | undefined {
  const { rest: withoutHere, here } = takeHere(body)
  const { rest: withoutEnd, end } = takeEnd(withoutHere.replace(/[\s,;]+$/u, '').replace(/\.$/u, ''))
  const first = /^.{4,}?(?:[,.](?=\s)|(?=\s[([]))/u.exec(withoutEnd)?.[0].length ?? withoutEnd.length
  const { rest: genreRest, type } = peelGenre(withoutEnd.slice(first), fields)
  const schooled = type === 'thesis' ? takeSchool(genreRest, fields) : genreRest
  const parts = peelParts(withoutEnd.slice(0, first) + schooled, fields)
  if (type) fields.type = type
  const mode: Mode = style === 'dated' ? 'dated' : 'whole'
  const title = splitImprint(parts.rest, fields, mode).replace(anyMark, ' ')
  fields.title = cleanTitle(title)
  return settlePages(fields, {
    places: parts.places,
    here,
    end,
    list: style === 'list' || style === 'dated',
  })
}

const shortNote =
  /^(\p{Lu}[\p{L}'’ -]{1,60}?)(?:, (?:and|und|et|и) [\p{L} -]{2,30})?(?:,|:)\s(?:["“«„]([^"“”«»„]{3,100}?),?["”»“],?|([^,"“«:]{3,80}),)\s(?:(?:pp?\.|S\.|с\.)\s)?(\d{1,4}(?:[-–]\d{1,4})?)\.?$/iu

/** Reads the form in which a work is repeated: `Novak, Harbour Towns, 47`, `Aulich: Die Treidler, S. 48`. */
function parseShort(text: string, fields: Draft): Locator | undefined {
  if (text.length > 200) return undefined
  const [, names = '', quoted, title, value] = shortNote.exec(text) ?? []
  const families = value === undefined ? undefined : parseFamilies(names)
  if (!families || !value || /^(?:1[5-9]|20)\d\d$/u.test(value) || /\s\d{4}$/u.test(title ?? '')) return undefined
  fields.author = families
  fields.title = cleanTitle(quoted ?? title ?? '')
  fields.type = quoted ? 'article-journal' : 'book'
  return { label: 'page', value }
}
