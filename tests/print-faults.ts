/** Reads printed pages: their headings, and what must not be seen: heads left alone, rows cut in two, a page made smaller. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface Node {
  readonly role?: string
  readonly id?: string
  readonly children?: readonly Node[]
}

interface Word {
  readonly text: string
  readonly left: number
  readonly right: number
  /** From the page's foot. */
  readonly base: number
  readonly size: number
  /** The roles around it, from the outermost. */
  readonly roles: readonly string[]
}

/** Points of a millimetre, and the margins of css/print.css. */
const mm = 72 / 25.4
const [side, foot] = [20 * mm, 22 * mm]

/** Every fault of a PDF's pages, in words that begin with the page's number. */
export async function findPrintFaults(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const faults: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const [top = 0, width = 0] = [(page.view[3] ?? 0) - (number === 1 ? 16 : 22) * mm, page.view[2] ?? 0]
    const roles = new Map<string, readonly string[]>()
    const tree = (await page.getStructTree()) as Node | null
    if (tree) nameRoles(tree, [], roles, () => faults.push(`${number}: a row goes on without its head`))
    const words = (await listWords(page, roles)).filter(({ base }) => base > foot && base < top)
    for (const {
      text,
      left,
      right,
      size,
      roles: [...names],
    } of words) {
      if (left < side - 1 || right > width - side + 1) faults.push(`${number}: outside of the margins: ${text}`)
      if (names.includes('H2') && Math.abs(size - 10.5) > 0.1) faults.push(`${number}: ${size} points: ${text}`)
    }
    const last = words.filter(isHead).toSorted((left, right) => left.base - right.base)
    // A heading at the side has its text on the same line or below.
    for (const kind of ['heading', 'table head'] as const) {
      const heads = last.filter(word => (kind === 'heading') === word.roles.some(role => /^H\d$/.test(role)))
      const lowest = Math.max(...sameHead(heads).map(({ base }) => base))
      if (heads.length > 0 && !words.some(word => !isHead(word) && word.base < lowest + 3))
        faults.push(`${number}: ${kind} at the foot: ${sameHead(heads).map(({ text }) => text)}`)
    }
    page.cleanup()
  }
  await document.destroy()
  return faults
}

/** The words of all headings of each page, without white space. */
export async function readHeadings(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const headings: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const roles = new Map<string, readonly string[]>()
    nameRoles(((await page.getStructTree()) as Node | null) ?? {}, [], roles, () => undefined)
    const words = (await listWords(page, roles)).filter(word => word.roles.some(role => /^H\d$/.test(role)))
    headings.push(words.map(({ text }) => text.replaceAll(/\s/g, '')).join(''))
  }
  await document.destroy()
  return headings
}

function isHead({ roles }: Word): boolean {
  return roles.some(role => /^(?:H\d|HeadRow)$/.test(role)) || (roles.includes('Caption') && roles.includes('Table'))
}

/** The lines of the lowest head: those of its size that stand no more than two lines apart. */
function sameHead(words: readonly Word[]): readonly Word[] {
  return words.filter(({ base, size }, index) => {
    const before = words[index - 1]
    return index === 0 || (before !== undefined && base - (words[0]?.base ?? 0) < 2.5 * size)
  })
}

function nameRoles(
  node: Node,
  above: readonly string[],
  roles: Map<string, readonly string[]>,
  onSplit: () => void,
): void {
  if (node.role === undefined) {
    if (node.id !== undefined) roles.set(node.id, above)
    return
  }
  const cells = node.role === 'TR' ? (node.children ?? []) : []
  const isHeadRow = cells.length > 0 && cells.every(({ role }) => role === 'TH')
  const [first, ...others] = cells
  if (first?.role === 'TH' && !isHeadRow && !holdsWords(first) && others.some(holdsWords)) onSplit()
  const inside = [...above, isHeadRow ? 'HeadRow' : node.role]
  for (const child of node.children ?? []) nameRoles(child, inside, roles, onSplit)
}

function holdsWords(node: Node): boolean {
  return node.role === undefined || (node.children ?? []).some(holdsWords)
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

async function listWords(page: PdfPage, roles: ReadonlyMap<string, readonly string[]>): Promise<readonly Word[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const words: Word[] = []
  const open: string[] = []
  for (const item of items) {
    if ('type' in item) {
      if (item.type.startsWith('begin')) open.push(item.id ?? '')
      else open.pop()
    } else if (item.str.trim() !== '') {
      const [, , , size = 0, left = 0, base = 0] = item.transform as number[]
      const around = roles.get(open.findLast(id => roles.has(id)) ?? '') ?? []
      words.push({ text: item.str, left, right: left + item.width, base, size, roles: around })
    }
  }
  return words
}
