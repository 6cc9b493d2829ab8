/**
 * Works as citeproc is given them. A style falls back on the title where a work names no author, so a work without one
 * is given its site or its note's own words, and a long title a short form for the text.
 */
import type { CslItem, Work } from '../contract/bibliography.ts'

/** A CSL item for citeproc; `title-short` is what a style cites by where it shortens titles. */
export type DescribedItem = CslItem & { readonly 'title-short'?: string }

/** Whether the note printed enough to be formatted; else its own words are shown. */
export function isDescribed({ csl }: Work): boolean {
  return csl.title !== undefined || (csl.URL !== undefined && (csl.issued ?? csl.author) !== undefined)
}

/** The items of works, in their order. */
export function describeWorks(works: readonly Work[]): readonly DescribedItem[] {
  const items = works.map(describeWork)
  const owners = new Map<string, number>()
  const shortened = items.map(item => shortForms(item.title ?? ''))
  for (const forms of shortened) for (const form of new Set(forms)) owners.set(form, (owners.get(form) ?? 0) + 1)
  return items.map((item, index) => {
    // The shortest form that no other title has too.
    const short = shortened[index]?.find(form => owners.get(form) === 1)
    return short === undefined || short === item.title ? item : { ...item, 'title-short': short }
  })
}

function describeWork(work: Work): CslItem {
  const { csl, raw } = work
  if (!isDescribed(work)) {
    const title =
      csl.URL === undefined ? shorten((raw[0] ?? csl.id).replace(/[\s.]+$/u, ''), mostInText) : hostOf(csl.URL)
    return { id: csl.id, type: 'document', title }
  }
  return csl.title === undefined ? { ...csl, title: hostOf(csl.URL ?? '') } : csl
}

/** A note's own words stand whole on the source page; in a brief this many characters of them do. */
const mostInText = 120
const mostInList = 1_000

/** A note's own words for a list. */
export function quoteNote({ raw, id }: Work): string {
  return shorten(raw[0] ?? id, mostInList)
}

function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most).replace(/\s+\S*$/u, '')}…`
}

function hostOf(url: string): string {
  return /^(?:\w+:\/+)?(?:www\.)?([^/?#]+)/iu.exec(url)?.[1] ?? url
}

/** The shortest form of a title that is cut, in words, and the longest. */
const shortest = 3
const longest = 12

/** Beginnings of a title that can stand for it, the shortest first, and the title itself. */
function shortForms(title: string): readonly string[] {
  const main = /^\P{L}*\p{L}+[^:.?!]* [^:.?!]{3,}?(?=[:.?!]\s|\s[–—-]\s)/u.exec(title)?.[0] ?? title
  const words = main.split(' ')
  if (words.length <= shortest + 2) return main === title ? [title] : [main, title]
  const forms: string[] = []
  for (let count = shortest; count <= Math.min(longest, words.length); count += 1) {
    const last = words[count - 1] ?? ''
    const form = words
      .slice(0, count)
      .join(' ')
      .replace(/[\s,;:.–—-]+$/u, '')
    if (!leaning.test(last) && !opensQuotation(form)) forms.push(form)
  }
  return [...forms, title]
}

function opensQuotation(text: string): boolean {
  return (text.match(/"/gu)?.length ?? 0) % 2 === 1 || /[«„“][^»“”]*$|\([^)]*$/u.test(text)
}

/** A word that a title cannot end in. */
const leaning =
  /^(?:a|an|the|and|or|of|in|on|at|to|for|from|by|with|as|its|how|between|и|в|во|на|о|об|с|со|к|по|из|от|для|за|до|как|между|der|die|das|des|dem|den|ein|eine|und|von|vom|zu|zur|zum|im|in|auf|für|mit|zwischen|le|la|les|l|un|une|et|de|du|des|à|au|aux|en|pour|dans|sur|entre|\P{L}+)$/iu
