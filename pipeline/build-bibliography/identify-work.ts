/**
 * Identifiers of works, made from what the works are: `novak2022harbour`, or `herald2022-3f9a01c2` for a page without
 * an author. ASCII letters, digits and a hyphen, safe as BibTeX keys; the same work has the same one in every build.
 */
import { createHash } from 'node:crypto'
import type { Draft } from './reference.ts'

/** Gives every work an identifier; works that would share one all get their hash behind it. */
export function identifyWorks(works: readonly { readonly fields: Draft; readonly raw: string }[]): readonly string[] {
  const bases = works.map(({ fields, raw }) => baseOf(fields, raw))
  const counts = new Map<string, number>()
  for (const base of bases) counts.set(base, (counts.get(base) ?? 0) + 1)
  const taken = new Set<string>()
  return works.map(({ fields, raw }, index) => {
    const base = bases[index] ?? ''
    let id = counts.get(base) === 1 ? base : `${base}-${hash(contentOf(fields, raw))}`
    // Two works with the same content are kept apart only by order.
    for (let n = 2; taken.has(id); n += 1) id = `${base}-${hash(contentOf(fields, raw))}-${n}`
    taken.add(id)
    return id
  })
}

function baseOf(fields: Draft, raw: string): string {
  const author = fields.author?.[0]
  const year = fields.issued?.['date-parts'][0]?.[0] ?? ''
  const word = titleWord(fields.title ?? '')
  const family = asciiWord(author?.family ?? author?.literal?.split(/\s/u)[0] ?? '')
  if (family !== '' && (word !== '' || year !== '')) return `${family}${year}${word}`
  const name = siteName(fields.URL) || word || 'note'
  return `${name}${year}-${hash(contentOf(fields, raw))}`
}

function contentOf(fields: Draft, raw: string): string {
  const key = fields.DOI?.toLowerCase() ?? fields.URL
  const names = fields.author?.map(({ family, literal }) => family ?? literal).join(';')
  return [
    key ?? '',
    fields.title ?? raw,
    names ?? '',
    fields.volume ?? '',
    fields.issued?.['date-parts'][0]?.[0] ?? '',
  ].join('|')
}

function hash(text: string): string {
  return createHash('sha256').update(text.normalize('NFC').toLowerCase()).digest('hex').slice(0, 8)
}

const articles = new Set(
  'the a an on of in to for and der die das ein eine le la les un une des du de о об в на и к по с из el los i w z na o'.split(
    ' ',
  ),
)

function titleWord(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
  return asciiWord(words.find(word => !articles.has(word) && asciiWord(word).length > 1) ?? '')
}

const secondLevel = new Set(['co', 'com', 'org', 'net', 'gov', 'gob', 'gouv', 'edu', 'ac', 'go', 'or', 'mil'])

/** `herald` for `https://www.herald.example/trade`, `stat` for `https://stat.gov.kz`. */
function siteName(url: string | undefined): string {
  const host = /^(?:\w+:\/*)?([^/?#:]+)/u.exec(url ?? '')?.[1]?.toLowerCase() ?? ''
  const labels = host.split('.').filter(label => label !== '' && label !== 'www')
  const top = labels.length > 1 ? labels.slice(0, -1) : labels
  const last = top.at(-1) ?? ''
  return asciiWord(secondLevel.has(last) && top.length > 1 ? (top.at(-2) ?? '') : last)
}

const cyrillic: Readonly<Record<string, string>> = {
  ...pairs(
    'абвгдезийклмнопрстуфцыэіўғқңөұүһәєґ',
    'a b v g d e z i y k l m n o p r s t u f ts y e i u g q n o u u h a ye g',
  ),
  ...pairs('ёжхчшщюяїъь', 'yo zh kh ch sh shch yu ya yi  '),
}

function pairs(letters: string, latin: string): Record<string, string> {
  const sounds = latin.split(' ')
  return Object.fromEntries([...letters].map((letter, index) => [letter, sounds[index] ?? '']))
}

/** Letters and digits of ASCII, in lower case, 20 at the most; Cyrillic is transliterated. */
function asciiWord(word: string): string {
  return [...word.toLowerCase()]
    .map(letter => cyrillic[letter] ?? letter)
    .join('')
    .replace(/ß/gu, 'ss')
    .replace(/ł/gu, 'l')
    .replace(/ø/gu, 'o')
    .replace(/æ/gu, 'ae')
    .normalize('NFKD')
    .replace(/[^a-z\d]/gu, '')
    .slice(0, 20)
}
