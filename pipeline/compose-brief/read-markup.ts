/**
 * Reads the HTML that citeproc writes: runs of text that are italic, raised or neither, each with the number of the
 * cited item it belongs to. Other markup, and the number that stands before an entry, are left out.
 */

/** Text of one look. */
export interface MarkupRun {
  readonly text: string
  readonly italic?: true
  readonly raised?: true
  /** Index of the item that these words cite; absent for what stands around and between items. */
  readonly item?: number
}

/** Stands before the words of an item; the item's index is the code point's distance from it. */
const firstItem = 0xf0000
const mostItems = 0xfffd
const itemEnd = '\u{10fffd}'

/** What stands around an item of a cluster, so that its words can be told from those of its neighbours. */
export function markItem(index: number): { readonly prefix: string; readonly suffix: string } {
  return { prefix: String.fromCodePoint(firstItem + (index % mostItems)), suffix: itemEnd }
}

/** Gives the runs of an entry or a cluster, white space single. */
export function readMarkup(html: string): readonly MarkupRun[] {
  const body = html
    .replace(/<div class="csl-left-margin">[\s\S]*?<\/div>/u, '')
    // citeproc drops a stop behind a stop, but does not see it across the end of an item.
    .replace(/([.!?]["”»]?(?:<\/\w+>)*\u{10fffd})\./gu, '$1')
  const runs: { -readonly [Key in keyof MarkupRun]: MarkupRun[Key] }[] = []
  const open = { italic: 0, raised: 0 }
  let item: number | undefined
  for (const token of body.match(/<[^>]*>|\u{10fffd}|[\u{f0000}-\u{ffffd}]|[^<\u{f0000}-\u{ffffd}\u{10fffd}]+/gu) ??
    []) {
    if (token === itemEnd) item = undefined
    else if ((token.codePointAt(0) ?? 0) >= firstItem) item = (token.codePointAt(0) ?? 0) - firstItem
    else if (token.startsWith('<')) {
      const look = /^<\/?(?:i|em)\b/u.test(token) ? 'italic' : /^<\/?sup\b/u.test(token) ? 'raised' : undefined
      if (look) open[look] += token.startsWith('</') ? -1 : 1
    } else {
      const text = decode(token).replace(/\s+/gu, ' ')
      const last = runs.at(-1)
      const same = last && last.item === item && !last.italic === open.italic <= 0 && !last.raised === open.raised <= 0
      if (same) last.text += text
      else
        runs.push({
          text,
          ...(open.italic > 0 ? { italic: true } : {}),
          ...(open.raised > 0 ? { raised: true } : {}),
          ...(item === undefined ? {} : { item }),
        })
    }
  }
  const [first] = runs
  const last = runs.at(-1)
  if (first) first.text = first.text.trimStart()
  if (last) last.text = last.text.trimEnd()
  return runs.filter(({ text }) => text !== '')
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' }

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/giu, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole
    return String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16))
  })
}
