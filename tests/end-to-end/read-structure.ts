/** What a reader for the blind is told by a PDF, as pdf.js reads it, and what the page in HTML says: to be held side by side. */
import type { Element, Nodes } from 'hast'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { unpackPdf } from '../unpack-pdf.ts'

/** An element of the structure tree, on one page. */
export interface TreeNode {
  readonly role: string
  readonly alt?: string
  readonly children: readonly (TreeNode | string)[]
}

export interface PdfStructure {
  readonly information: Readonly<Record<string, unknown>>
  readonly title: unknown
  readonly part: unknown
  /** One for each page. */
  readonly trees: readonly TreeNode[]
  readonly links: readonly { readonly says: string; readonly page: number }[]
  /** What is painted outside of all marks, by page. */
  readonly unmarked: readonly string[]
  /** Text that is marked as no part of the document. */
  readonly artifacts: string
  readonly attachments: Readonly<Record<string, { readonly content: Uint8Array }>>
}

/** Reads a PDF. */
export async function readStructure(bytes: Uint8Array): Promise<PdfStructure> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const pdf = await task.promise
  const { info, metadata } = await pdf.getMetadata()
  const trees: TreeNode[] = []
  const links: { says: string; page: number }[] = []
  const unmarked: string[] = []
  let artifacts = ''
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const texts = new Map<string, string>()
    const open: { readonly id?: string; readonly tag?: string }[] = []
    for (const item of items) {
      if ('str' in item) {
        const id = open.findLast(mark => mark.id)?.id
        if (id) texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`)
        else if (open.some(({ tag }) => tag === 'Artifact')) artifacts += item.str
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push(item)
    }
    trees.push(plainNode(await page.getStructTree(), texts))
    for (const { subtype, contentsObj } of await page.getAnnotations())
      if (subtype === 'Link') links.push({ says: contentsObj?.str ?? '', page: number })
    unmarked.push(...listUnmarked(await page.getOperatorList()).map(what => `${what} on page ${number}`))
    page.cleanup()
  }
  const attachments = ((await pdf.getAttachments()) ?? {}) as PdfStructure['attachments']
  const about = metadata as { get: (name: string) => unknown } | null
  await task.destroy()
  return {
    information: info as Readonly<Record<string, unknown>>,
    title: about?.get('dc:title'),
    part: about?.get('pdfuaid:part'),
    trees,
    links,
    unmarked,
    artifacts,
    attachments,
  }
}

interface RawNode {
  readonly role?: string
  readonly alt?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly RawNode[]
}

function plainNode(node: RawNode | null, texts: ReadonlyMap<string, string>): TreeNode {
  const children = (node?.children ?? []).flatMap((child): readonly (TreeNode | string)[] => {
    if (child.type === undefined) return [plainNode(child, texts)]
    return child.type === 'content' ? [texts.get(child.id ?? '') ?? ''] : []
  })
  return { role: node?.role ?? '', children, ...(node?.alt === undefined ? {} : { alt: node.alt }) }
}

/** Operators that paint while no mark is open. */
function listUnmarked({ fnArray, argsArray }: { fnArray: readonly number[]; argsArray: readonly unknown[] }): string[] {
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code as number, name]))
  let depth = 0
  return fnArray.flatMap((code, index) => {
    const name = names.get(code) ?? ''
    if (/^beginMarkedContent/.test(name)) depth++
    if (name === 'endMarkedContent') depth--
    const painted = name === 'constructPath' ? (argsArray[index] as readonly number[])[0] !== OPS.endPath : false
    return depth === 0 && (painted || /^(?:show.*Text|paint.*|shadingFill)$/.test(name)) ? [name] : []
  })
}

/** The elements of the whole tree with the types of what they hold, as pdf.js gives no attributes. */
export function listElements(bytes: Uint8Array): readonly {
  readonly type: string
  readonly kids: readonly string[]
  /** What the head of a table is the head of. */
  readonly heads: string
}[] {
  const text = unpackPdf(bytes).toString('latin1')
  const objects = new Map([...text.matchAll(/^(\d+) 0 obj\n(.*?)endobj$/gms)].map(match => [match[1], match[2] ?? '']))
  const typeOf = (object: string) => /\/Type \/StructElem[\s\S]*?\/S \/(\w+)/.exec(object)?.[1]
  return [...objects.values()].flatMap(object => {
    const type = typeOf(object)
    const kids = /\/K (\[.*?\]|\d+ 0 R|\d+)/s.exec(object)?.[1] ?? ''
    if (type === undefined) return []
    const inner = kids.replaceAll(/<<.*?>>/gs, ' content ')
    const names = [...inner.matchAll(/(\d+) 0 R|content|\d+/g)].map(match =>
      match[1] === undefined ? 'content' : (typeOf(objects.get(match[1]) ?? '') ?? '?'),
    )
    return [{ type, kids: names, heads: /\/Scope \/(\w+)/.exec(object)?.[1] ?? '' }]
  })
}

/** All nodes, in reading order. */
export function listNodes(node: TreeNode): readonly TreeNode[] {
  return [node, ...node.children.flatMap(child => (typeof child === 'string' ? [] : listNodes(child)))]
}

/** The words of a node without white space; a picture speaks by its description, and labels of lists are the style's. */
export function textOf(node: TreeNode): string {
  if (node.role === 'Figure' || node.role === 'Lbl') return ''
  return squeeze(node.children.map(child => (typeof child === 'string' ? child : textOf(child))).join(''))
}

/** Without white space and what parts a word at the end of a line. */
export function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\u00ad\u2010-]+/gu, '')
    .replaceAll('ʼ', '’')
}

/** What is on the page alone, or stands for itself in a picture. */
function isLeftOut({ tagName, properties }: Element): boolean {
  const classes = Array.isArray(properties.className) ? properties.className : []
  return (
    ['head', 'style', 'script', 'svg'].includes(tagName) ||
    'dataScreen' in properties ||
    tagName === 'button' ||
    properties.hidden === true ||
    properties.ariaHidden === 'true' ||
    classes.includes('back-links')
  )
}

/** What only a reader for the blind is told on a screen; Chromium prints nothing where nothing is seen. */
function isUnseen({ properties }: Element): boolean {
  const classes = Array.isArray(properties.className) ? properties.className : []
  return ['hidden', 'hidden-head'].some(name => classes.includes(name))
}

/** What HTML says in print: its texts, its headings, and how many elements there are of each name. */
export function readHtml(html: string): {
  readonly texts: readonly string[]
  readonly headings: readonly string[]
  readonly counts: Readonly<Record<string, number>>
} {
  const headings: string[] = []
  const texts: string[] = []
  const counts: Record<string, number> = {}
  const walk = (node: Nodes, seen: boolean): string => {
    if (node.type === 'text') {
      const words = seen ? squeeze(node.value) : ''
      if (words !== '') texts.push(words)
      return words
    }
    if (node.type !== 'element' && node.type !== 'root') return ''
    if (node.type === 'element' && isLeftOut(node)) return ''
    const shown = seen && !(node.type === 'element' && isUnseen(node))
    const text = node.children.map(child => walk(child, shown)).join('')
    if (node.type !== 'element') return text
    if (shown) counts[node.tagName] = (counts[node.tagName] ?? 0) + 1
    if (/^h[1-4]$/.test(node.tagName)) headings.push(`${node.tagName.toUpperCase()} ${text}`)
    return text
  }
  walk(unified().use(rehypeParse).parse(html), true)
  return { texts, headings, counts }
}

/** Texts that do not stand in print after the one before them, and what print has between them. */
export function compareOrder(
  print: string,
  texts: readonly string[],
): { readonly missing: readonly string[]; readonly added: readonly string[] } {
  const missing: string[] = []
  const added: string[] = []
  let from = 0
  for (const text of texts) {
    const at = print.indexOf(text, from)
    if (at < 0) {
      missing.push(text)
      continue
    }
    if (at > from) added.push(print.slice(from, at))
    from = at + text.length
  }
  if (from < print.length) added.push(print.slice(from))
  return { missing, added }
}
