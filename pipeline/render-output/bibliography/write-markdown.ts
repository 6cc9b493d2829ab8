/**
 * Writes a list of references as Markdown, so that readers with the habits of CommonMark, GFM or Pandoc show its words as
 * they are. An address is a link, also where it stands amid other words.
 */
import type { ReferenceRun } from '../../contract/citing.ts'
import type { ReferenceList } from '../../contract/reference-list.ts'
import { isWebAddress } from './is-web-address.ts'

/** A heading and a list, numbered where the style numbers its entries. */
export function writeMarkdown({ title, numbered, entries }: ReferenceList): string {
  const items = entries.map(({ runs }, index) => `${numbered ? `${index + 1}.` : '-'} ${markEntry(runs)}`)
  return `# ${escapeMarkdown(onOneLine(title))}\n\n${items.join('\n')}\n`
}

/** What begins a list, a rule or a heading at the start of a line does so at the start of an item too. */
function markEntry(runs: readonly ReferenceRun[]): string {
  return (
    onOneLine(runs.map(markRun).join(''))
      .trim()
      .replace(/^(?=[-+=:])/u, '\\')
      .replace(numeral, '$1\\$2')
      // In front of a link it would make an image of it.
      .replace(/!(?=\[)/gu, '\\!')
  )
}

/** A number of a list: Pandoc counts in letters and Roman numerals too. An initial (`A. Novak`) is none. */
const numeral = /^(?![A-Z]\.)(\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+))([.)])(?=\s|$)/u

function onOneLine(text: string): string {
  return text.replace(/[ \t\r\n]+/gu, ' ')
}

function markRun({ text, url, italic }: ReferenceRun): string {
  if (isWebAddress(url)) return link(text, url)
  const marked = markText(text)
  // Asterisks mark words only where they touch them.
  return italic ? marked.replace(/^(\s*)(.*\S)(\s*)$/su, '$1*$2*$3') : marked
}

/** GFM makes a link of a bare address, backslashes and all: it is written as one. */
function markText(text: string): string {
  let marked = ''
  let from = 0
  for (const { 0: found, index } of text.matchAll(/(?<![a-z])(?:(?:https?|ftp):\/\/|www\.)[^\s<>"«»“”]+/giu)) {
    const address = withoutStop(found)
    const url = /^www/iu.test(address) ? `http://${address}` : address
    if (!isWebAddress(url)) continue
    marked += escapeMarkdown(text.slice(from, index)) + link(address, url)
    from = index + address.length
  }
  return marked + escapeMarkdown(text.slice(from))
}

/** An address without the signs of the sentence around it: a stop, or a bracket that opens before it. */
function withoutStop(address: string): string {
  const bare = address.replace(/[.,;:!?'’\]}]+$/u, '')
  return bare.endsWith(')') && bare.split('(').length < bare.split(')').length ? withoutStop(bare.slice(0, -1)) : bare
}

function link(text: string, url: string): string {
  const target = url.replace(/[<>\\\s]/gu, encodeURIComponent).replace(/&(?=#?\w+;)/gu, '\\&')
  return `[${escapeMarkdown(text)}](<${target}>)`
}

/** Letters that Markdown, with the habits of GFM and Pandoc, could take for markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~$@^&]/gu, '\\$&')
}
