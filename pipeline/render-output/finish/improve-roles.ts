/**
 * Puts the types of a structure tree right: lists have bodies, a link that leads nowhere is none, what holds text is no
 * picture, and types that PDF 1.7 does not know are mapped to those it does (ISO 32000-1, 14.8.4).
 */
import type { PdfFile } from './pdf-file.ts'
import { type Element, type Kid, type Structure, setEntry, setKids, setType, wrapKids } from './structure.ts'
import { PdfDictionary } from './values.ts'

/** Renames elements that are not what they are called. */
export function correctRoles({ elements }: Structure): void {
  for (const element of elements) {
    if (element.type === 'Link' && !holdsObject(element)) setType(element, 'Span')
    if (element.type === 'Figure' && element.kids.some(({ kind }) => kind === 'element')) {
      setType(element, 'Div')
      setEntry(element, 'Alt', null)
    }
  }
}

/** Gives items of lists their bodies; gives all elements, the bodies at the end. */
export function addBodies(file: PdfFile, { elements }: Structure): readonly Element[] {
  const items = elements.filter(({ type }) => type === 'LI')
  return [...elements, ...items.flatMap(item => addBody(file, item))]
}

function holdsObject(element: Element): boolean {
  return element.kids.some(kid => kid.kind === 'object' || (kid.kind === 'element' && holdsObject(kid)))
}

/** An item holds its label and its body, and nothing else. */
function addBody(file: PdfFile, item: Element): readonly Element[] {
  const isPart = (kid: Kid) => kid.kind === 'element' && (kid.type === 'Lbl' || kid.type === 'LBody')
  if (item.kids.every(isPart)) return []
  const inside = item.kids.filter(kid => !isPart(kid))
  const body = wrapKids(file, item, 'LBody', inside)
  setKids(item, [...item.kids.filter(isPart), body])
  return [body]
}

/** What the types that occur and are not of PDF 1.7 stand for; undefined where there are none. */
export function mapRoles(elements: readonly Element[]): PdfDictionary | undefined {
  const strange = new Set<string>()
  for (const { type } of elements) if (!standard.has(type)) strange.add(type)
  if (strange.size === 0) return undefined
  return new PdfDictionary([...strange].sort().map(type => [type, `/${nearest[type] ?? 'NonStruct'}`]))
}

/** ISO 32000-1, tables 333 to 340. */
const standard: ReadonlySet<string> = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
  Formula Form`.split(/\s+/),
)

/** Types of PDF 2.0 (ISO 32000-2, 14.8.4), and headings below the sixth level. */
const nearest: Readonly<Record<string, string>> = {
  Aside: 'Sect',
  DocumentFragment: 'Part',
  Em: 'Span',
  FENote: 'Div',
  H7: 'P',
  H8: 'P',
  H9: 'P',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
}
