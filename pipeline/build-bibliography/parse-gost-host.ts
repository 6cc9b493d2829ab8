/**
 * Reads what contains the work of a GOST description, behind `//`: a periodical, a book, proceedings, a site.
 */
import type { Locator } from '../contract/bibliography.ts'
import { cleanTitle } from './clean-title.ts'
import { conferenceWords } from './conventions-kinds.ts'
import { mediumMark } from './marks.ts'
import { parseArea } from './parse-area.ts'
import { parseAreas, parseCommas } from './parse-areas.ts'
import { parseHead } from './parse-names.ts'
import { parseResponsible } from './parse-responsible.ts'
import { peelContributors } from './peel-contributors.ts'
import { peelLocator } from './peel-locator.ts'
import type { Draft } from './reference.ts'
import { settlePages } from './settle-pages.ts'
import { splitAreas } from './split-areas.ts'
import { splitSentences } from './split-sentences.ts'

/** Reads the container into `fields`, and gives the place in it. */
export function parseGostHost(text: string, fields: Draft): Locator | undefined {
  const { rest, locator } = peelLocator(text.replace(/[\s.,–—-]+$/u, ''))
  const [first = '', ...areas] = splitAreas(rest)
  const [container = '', afterMedium = ''] = first.split(mediumMark)
  const [named = '', ...responsible] = container.split(/ \/ (?=\S)/u)
  const places: Locator[] = []
  const { name, sentences } = takeName(
    peelContributors(dropHeading(named.trim(), fields), fields)
      .replace(/[\s.,]*\uE010\s?[.,]?/gu, '. ')
      .trim(),
    fields,
    places,
    areas.length > 0,
  )
  if (name !== '') fields['container-title'] = name
  const early = responsible.length > 0 ? parseContainerResponsible(responsible.join(' / '), fields) : []
  const afterSlash = /^\s?\/\s(.+)$/u.exec(afterMedium)?.[1]
  const later = afterSlash ? parseContainerResponsible(afterSlash, fields) : splitSentences(afterMedium)
  places.push(...parseAreas([...sentences, ...early, ...later, ...areas], fields))
  const all = locator ? [...places, locator] : places
  return settlePages(fields, { places: all, list: true })
}

/** Without the author that a collection of his works repeats, and the number of its volumes. */
function dropHeading(text: string, { author }: Draft): string {
  const head = parseHead(text)
  const same = head && head.authors[0]?.family === author?.[0]?.family && head.length < text.length - 3
  const named = same ? text.slice(head.length).replace(/^[\s.,]+/u, '') : text
  return named.replace(/\s?:?\s(?:в|у|in)\s\d{1,3}\s(?:т|ч|кн|vol|bd)\.(?=\s|$)/iu, '.')
}

/** The name ends at the first sentence that is an area. */
function takeName(
  text: string,
  fields: Draft,
  places: Locator[],
  areas: boolean,
): { readonly name: string; readonly sentences: readonly string[] } {
  const sentences = splitSentences(text, true)
  let known = 1
  while (known < sentences.length && !parseArea(sentences[known] ?? '', {}, false).known) known += 1
  const joined = sentences.slice(0, known).join(' ')
  // The place and day of a conference belong to its name.
  const whole = areas && (conferenceWords.test(joined) || !/[,:]/u.test(joined))
  const named = whole ? takeVolume(joined, fields) : parseCommas(joined, fields, places, 1)
  const name = cleanTitle(named.replace(/\s?:\s\[?сайт\]?\.?$/iu, '').replace(/\s?\[сайт\]/iu, ''))
  return { name, sentences: sentences.slice(known) }
}

/** `Materials of the conference "Science", Vol. 2`: the volume behind a name that may hold commas. */
function takeVolume(name: string, fields: Draft): string {
  const match = /,\s(?:vol(?:ume)?\.?|т\.|том|ч\.|часть|part|bd\.|teil)\s?(\d{1,3}|[IVXLC]{1,6})\.?$/iu.exec(name)
  if (!match?.[1]) return name
  fields.volume ??= match[1]
  return name.slice(0, match.index)
}

/** Only editors of the container are kept: its authors are not those of the part. */
function parseContainerResponsible(text: string, fields: Draft): readonly string[] {
  const own: Draft = { author: [{ literal: '-' }] }
  const rest = parseResponsible(text, own)
  if (own.editor) fields.editor = [...(fields.editor ?? []), ...own.editor]
  if (own.translator) fields.translator ??= own.translator
  return rest
}
