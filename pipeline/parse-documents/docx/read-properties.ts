/**
 * What a document says of itself: title, author, language and date, from its properties where they are plausible, because
 * programs fill them with names of their own.
 */
import type { Nodes, Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import type { SeedMetadata } from '../../contract/seed.ts'
import { guessLanguage } from '../../tree/guess-language.ts'
import type { XmlElement } from './parse-xml.ts'
import { childOf, textOf } from './xml-elements.ts'

const noTitle =
  /^(?:microsoft (?:office )?word\b.*|(?:document|документ|dokument|文档) ?\d*|untitled|без названия|\S+\.docx?)$/iu
const noAuthor =
  /^(?:python-docx|pandoc|libreoffice|apache poi|docx4j|admin(?:istrator)?|user|author|(?:microsoft|windows|ms) (?:office )?user|unknown author|пользователь(?: windows)?|администратор|автор)$/iu

/** The metadata that properties and text give; what neither tells is absent. */
export function readProperties(
  core: XmlElement | undefined,
  defaultLanguage: string | undefined,
  tree: Root,
): Partial<SeedMetadata> {
  const property = (name: string) => textOf(childOf(core, name)).replace(/\s+/gu, ' ').trim()
  const title = [property('dc:title')].find(text => text !== '' && !noTitle.test(text)) ?? firstText(tree)
  const author = property('dc:creator')
  const date = plausibleDate(property('dcterms:created'))
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === '' || noAuthor.test(author) ? {} : { author }),
    language: chooseLanguage([property('dc:language'), defaultLanguage ?? ''], tree),
    ...(date === undefined ? {} : { date }),
  }
}

/** The first heading; without one, a first paragraph that is short enough for a title. */
function firstText(tree: Root): string | undefined {
  const heading = tree.children.find(({ type }) => type === 'heading')
  const paragraph = tree.children.find(({ type }) => type === 'paragraph')
  const text = wordsOf(heading ?? paragraph)
  return text !== '' && text.length <= 120 ? text : undefined
}

function wordsOf(node: Nodes | undefined): string {
  return node ? toText(node).replace(/\s+/gu, ' ').trim() : ''
}

/** Files are dated by clocks that may be wrong; a date before there were such files is none. */
function plausibleDate(text: string): string | undefined {
  const match = /^((?:19[89]|20\d)\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:T|$)/u.exec(text)
  return match?.[1] !== undefined && match[1] >= '1985' ? match[1] : undefined
}

const scripts: Readonly<Record<string, readonly string[]>> = {
  ru: ['ru', 'uk', 'be', 'bg', 'kk', 'ky', 'tg', 'mn', 'mk', 'sr'],
  zh: ['zh', 'ja'],
}

/** The declared language, unless the letters are of another script: the default of most programs is English. */
function chooseLanguage(declared: readonly string[], tree: Root): string {
  const guess = guessLanguage(headOf(tree))
  const tags = declared.map(tag => /^[a-z]{2,3}(?=$|-)/iu.exec(tag)?.[0].toLowerCase() ?? '').filter(tag => tag !== '')
  const family = scripts[guess]
  const others = Object.values(scripts).flat()
  return tags.find(tag => (family ? family.includes(tag) : !others.includes(tag))) ?? guess
}

/** Enough of the text to tell its language by. */
function headOf(tree: Root): string {
  let text = ''
  for (const node of tree.children) {
    text += `${toText(node)}\n`
    if (text.length > 20_000) break
  }
  return text
}
