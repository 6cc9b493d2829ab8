/**
 * What a page says of itself in its head: title, author, language and date. Only what is of the right form is taken.
 */
import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { SeedMetadata } from '../../contract/seed.ts'
import { isLanguageTag } from '../../tree/language-tag.ts'
import { attribute, isElement, type Parent } from './elements.ts'

const titleNames = ['og:title', 'dc.title', 'dcterms.title', 'citation_title']
const authorNames = ['author', 'dc.creator', 'dcterms.creator', 'citation_author', 'article:author']
const dateNames = [
  'article:published_time',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.created',
  'citation_publication_date',
  'citation_date',
  'date',
  'pubdate',
  'datepublished',
]

/** The metadata of a page; a field that it does not give is absent. */
export function readPageMetadata(root: Root): Partial<SeedMetadata> {
  const page = gather(root)
  const named = (names: readonly string[]) => names.map(name => page.meta.get(name)).find(value => value)
  const author = named(authorNames)
  const title = named(titleNames) ?? chooseTitle(page)
  const language = [page.language, page.meta.get('dc.language'), page.meta.get('content-language')].find(
    tag => tag !== undefined && isLanguageTag(tag),
  )
  const date = [...dateNames.map(name => page.meta.get(name)), page.time].map(readDate).find(value => value)
  return {
    ...(title ? { title } : {}),
    ...(author && !/^https?:/iu.test(author) ? { author } : {}),
    ...(language ? { language } : {}),
    ...(date ? { date } : {}),
  }
}

/** The title without the name of the site that is often added to it. */
function chooseTitle({ title, heading }: Head): string {
  const rest = heading !== '' && title.startsWith(heading) ? title.slice(heading.length) : ''
  return title === '' || /^\s*[-–—|:·]/u.test(rest) ? heading : title
}

interface Head {
  readonly meta: ReadonlyMap<string, string>
  readonly title: string
  readonly heading: string
  readonly language: string | undefined
  readonly time: string | undefined
}

function gather(root: Root): Head {
  const meta = new Map<string, string>()
  const found: { title?: string; heading?: string; language?: string; time?: string } = {}
  const note = (element: Element) => {
    if (element.tagName === 'html') found.language ??= attribute(element, 'lang') || attribute(element, 'xml:lang')
    else if (element.tagName === 'title') found.title ??= wordsOf(element)
    else if (element.tagName === 'h1') found.heading ??= wordsOf(element)
    else if (element.tagName === 'time') found.time ??= attribute(element, 'dateTime')
    else if (element.tagName === 'meta') {
      const name = ['property', 'name', 'itemProp', 'httpEquiv']
        .map(key => attribute(element, key))
        .find(value => value)
      const content = collapse(attribute(element, 'content'))
      if (name && content && !meta.has(name.toLowerCase())) meta.set(name.toLowerCase(), content)
    }
  }
  const enter = (parent: Parent) => {
    for (const child of parent.children) {
      if (!isElement(child) || isElement(child, 'svg', 'script')) continue
      note(child)
      enter(child)
    }
  }
  enter(root)
  const { title = '', heading = '', language, time } = found
  return { meta, title, heading, language: language || undefined, time }
}

function wordsOf(element: Element): string {
  // A paragraph sign at a heading's end is a link to the heading.
  return collapse(textOf(element)).replace(/\s*¶$/u, '')
}

function collapse(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, ' ').trim()
}

/** The date at the beginning of a timestamp, if there is such a day. */
function readDate(text: string | undefined): string | undefined {
  const [date, month, day] = /^\d{4}(?:[-/](\d{2})(?:[-/](\d{2}))?)?(?![\d/-])/u.exec(text ?? '') ?? []
  if (date === undefined) return undefined
  const iso = date.replaceAll('/', '-')
  const known = new Date(`${iso.slice(0, 4)}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`)
  const matches = !Number.isNaN(known.getTime()) && known.toISOString().startsWith(iso)
  return matches ? iso : undefined
}
