/**
 * Marks what is on a page and says nothing: running heads and folios, backgrounds and rules, the heads of a table that are
 * painted again on each of its pages. A reader for the blind passes over them (ISO 32000-1, 14.8.2.2).
 */
import type { PrintedPage } from './pages.ts'
import type { PdfFile } from './pdf-file.ts'
import type { ContentKid, Element, Kid, Structure } from './structure.ts'
import { setKids } from './structure.ts'
import { isDictionary, isReference, type PdfValue } from './values.ts'

/** Takes what says nothing out of the tree; gives what was taken. */
export function dropDecoration({ elements }: Structure, pages: readonly PrintedPage[]): readonly ContentKid[] {
  const byNumber = new Map(pages.map(page => [page.number, page]))
  const repeated = new Set<ContentKid>()
  for (const element of elements)
    if (element.type === 'TH') for (const kid of listRepeated(element, byNumber)) repeated.add(kid)
  const dropped: ContentKid[] = []
  const isDropped = (kid: Kid): kid is ContentKid =>
    kid.kind === 'content' && (byNumber.get(kid.page)?.parts.get(kid.id)?.says === false || repeated.has(kid))
  for (const element of elements) {
    if (!element.kids.some(isDropped) || isPicture(element)) continue
    dropped.push(...element.kids.filter(isDropped))
    setKids(
      element,
      element.kids.filter(kid => !isDropped(kid)),
    )
  }
  return dropped
}

/** Lines and areas mean something in a picture, and where the tree says in words what they mean. */
function isPicture(element: Element): boolean {
  const says = element.type === 'Figure' || element.type === 'Formula' || element.replaced
  return says || (element.parent !== undefined && isPicture(element.parent))
}

/** Content of a head on later pages that says again what it said on the first. */
function listRepeated(head: Element, pages: ReadonlyMap<number, PrintedPage>): readonly ContentKid[] {
  const byPage = groupByPage(listContent(head))
  if (byPage.size < 2) return []
  const says = (kids: readonly ContentKid[]) => kids.map(({ page, id }) => pages.get(page)?.words(id) ?? '').join('')
  const [first = [], ...others] = byPage.values()
  const words = says(first)
  return others.filter(kids => says(kids) === words).flat()
}

function groupByPage(kids: readonly ContentKid[]): ReadonlyMap<number, readonly ContentKid[]> {
  const groups = new Map<number, ContentKid[]>()
  for (const kid of kids) {
    const group = groups.get(kid.page)
    if (group) group.push(kid)
    else groups.set(kid.page, [kid])
  }
  return groups
}

/** The marked content of an element and all that it holds. */
export function listContent(element: Element, found: ContentKid[] = []): readonly ContentKid[] {
  for (const kid of element.kids) {
    if (kid.kind === 'element') listContent(kid, found)
    else if (kid.kind === 'content') found.push(kid)
  }
  return found
}

/** Writes the content of the pages anew, with marks around all that is outside of them. */
export function markArtifacts(file: PdfFile, pages: readonly PrintedPage[], dropped: readonly ContentKid[]): void {
  const byPage = groupByPage(dropped)
  for (const page of pages) {
    const ids = new Set((byPage.get(page.number) ?? []).map(({ id }) => id))
    const changes = listChanges(file, page, ids)
    const [first, ...others] = page.streams
    if (changes.length === 0 || first === undefined) continue
    file.replaceData(first, applyChanges(page.bytes, changes))
    if (others.length > 0) file.edit(page.number).set('Contents', { to: first })
  }
}

/** A stretch of the content that something stands for in its place. */
interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

function listChanges(file: PdfFile, page: PrintedPage, dropped: ReadonlySet<number>): readonly Change[] {
  const { content, text } = page
  const changes: Change[] = content.parts
    .filter(({ id }) => dropped.has(id))
    .map(({ start, from, to }) => ({ start, end: from, text: `/Artifact ${isPainted(text.slice(from, to))}` }))
  const middle = heightOf(file, page) / 2
  for (const { kind, start, end, clipped, height, object } of content.strays) {
    if (object !== undefined && holdsMarks(file, page, object)) continue
    const edge = (height ?? 0) > middle ? 'Top' : 'Bottom'
    const isMargin = kind === 'text' && !clipped
    changes.push({ start, end: start, text: isMargin ? `/Artifact ${pagination(edge)} BDC\n` : '/Artifact BMC\n' })
    changes.push({ start: end, end, text: '\nEMC' })
  }
  return changes.toSorted((left, right) => left.start - right.start)
}

function applyChanges(bytes: Buffer, changes: readonly Change[]): Buffer {
  const pieces: Uint8Array[] = []
  let done = 0
  for (const { start, end, text } of changes) {
    pieces.push(bytes.subarray(done, start), Buffer.from(text, 'latin1'))
    done = end
  }
  return Buffer.concat([...pieces, bytes.subarray(done)])
}

/** A part that holds text is the head of a table on a later page. */
function isPainted(part: string): string {
  return /\bT[jJ]\b/.test(part) ? '<</Type /Pagination>> BDC' : 'BMC'
}

function pagination(edge: 'Top' | 'Bottom'): string {
  const subtype = edge === 'Top' ? 'Header' : 'Footer'
  return `<</Type /Pagination /Subtype /${subtype} /Attached [/${edge}]>>`
}

function heightOf(file: PdfFile, page: PrintedPage): number {
  const box = file.dictionary(page.number).get('MediaBox')
  return Array.isArray(box) ? Number(box[3]) : 0
}

/** Whether a painted object has marks of its own, as what is half transparent has. */
function holdsMarks(file: PdfFile, page: PrintedPage, name: string): boolean {
  const resolve = (value: PdfValue | undefined) => {
    const found = isReference(value) ? file.read(value.to) : value
    return isDictionary(found) ? found : undefined
  }
  const object = resolve(resolve(file.dictionary(page.number).get('Resources'))?.get('XObject'))?.get(name)
  const isForm = resolve(object)?.get('Subtype') === '/Form'
  return isForm && isReference(object) && file.data(object.to).includes('/MCID')
}
