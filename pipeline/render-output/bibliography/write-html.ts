/**
 * Writes a list of references as a small HTML page of its own. It holds the words of the list alone; an address is a
 * link.
 */
import type { ReferenceRun } from '../../contract/citing.ts'
import type { ReferenceList } from '../../contract/reference-list.ts'
import { isWebAddress } from './is-web-address.ts'

/** A complete page without scripts or files beside it; each entry has the work's identifier as its anchor. */
export function writeHtml({ title, language, numbered, entries }: ReferenceList): string {
  const list = numbered ? 'ol' : 'ul'
  const items = entries.map(({ workId, runs }) => `<li id="${escapeHtml(workId)}">${runs.map(renderRun).join('')}</li>`)
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<${list}>
${items.join('\n')}
</${list}>
</main>
</body>
</html>
`
}

const style =
  ':root{color-scheme:light dark}body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 serif}li{margin:.5rem 0;overflow-wrap:anywhere}ul{padding-left:1.5rem}'

function renderRun({ text, url, italic }: ReferenceRun): string {
  const escaped = escapeHtml(text)
  if (isWebAddress(url)) return `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${escaped}</a>`
  return italic ? `<i>${escaped}</i>` : escaped
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, sign => entities[sign] ?? sign)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
