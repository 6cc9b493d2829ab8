/**
 * Writes a list of references as Markdown, or as a small HTML page of its own. Both hold the words of the list alone;
 * an address is a link.
 */
import type { ReferenceRun } from '../../contract/citing.ts'
import type { ReferenceList } from '../../contract/reference-list.ts'

/** A heading and a list, numbered where the style numbers its entries. */
export function writeMarkdown({ title, numbered, entries }: ReferenceList): string {
  const items = entries.map(({ runs }, index) => `${numbered ? `${index + 1}.` : '-'} ${runs.map(markRun).join('')}`)
  return `# ${escapeMarkdown(title)}\n\n${items.join('\n')}\n`
}

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

function markRun({ text, url, italic }: ReferenceRun): string {
  if (isWebAddress(url)) return `[${escapeMarkdown(text)}](<${url.replace(/[<>\\\s]/gu, encodeURIComponent)}>)`
  const escaped = escapeMarkdown(text)
  // Asterisks mark words only where they touch them.
  return italic ? escaped.replace(/^(\s*)(.*\S)(\s*)$/u, '$1*$2*$3') : escaped
}

/** Letters that Markdown, with the habits of GFM and Pandoc, could take for markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~$@^&]/gu, '\\$&')
}

function renderRun({ text, url, italic }: ReferenceRun): string {
  const escaped = escapeHtml(text)
  if (isWebAddress(url)) return `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${escaped}</a>`
  return italic ? `<i>${escaped}</i>` : escaped
}

/** What a note prints may be any scheme; only those of the web become links. */
function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && /^(?:https?|ftp):\/\/\S+$/iu.test(url)
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, sign => entities[sign] ?? sign)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
