/**
 * The blocks of the body or of a note: paragraphs with their number in the document and their page, tables with cells,
 * text boxes after the paragraph they hang on. Every paragraph of the file counts, whether it is shown or not, so that
 * its number can be found again.
 */

import { createPageCounter } from './count-pages.ts'
import { followFields } from './follow-fields.ts'
import type { TextPart } from './open-package.ts'
import type { XmlElement } from './parse-xml.ts'
import type { Block, Cell, ParagraphBlock, Piece } from './pieces.ts'
import type { CountItem } from './read-numbering.ts'
import { readRuns } from './read-runs.ts'
import type { Section } from './read-sections.ts'
import type { Styles } from './read-styles.ts'
import { childOf, childrenOf, chooseAlternative, numberFrom, settingOf, switchOf } from './xml-elements.ts'

export interface BodySettings {
  readonly styles: Styles
  readonly countItem: CountItem
  readonly sections: readonly Section[]
  /** Number of the first paragraph, and the page it stands on. */
  readonly firstLine: number
  readonly page: number
  readonly checkClock: () => void
  /** Tables of contents are text; for documents in which their field never ends. */
  readonly keepContents: boolean
}

export interface Body {
  readonly blocks: readonly Block[]
  /** Number of the last paragraph. */
  readonly lastLine: number
  readonly lastPage: number
  /** A field that is still open at the end. */
  readonly endsInField: boolean
}

/** Reads what stands in `container`: the body, or one note. */
export function readBody(container: XmlElement, { links }: Pick<TextPart, 'links'>, settings: BodySettings): Body {
  const { styles, sections, countItem, checkClock } = settings
  const fields = followFields(settings.keepContents)
  const pages = createPageCounter(settings.page)
  let line = settings.firstLine - 1
  let section = 0
  /** Pieces of a paragraph whose end was deleted, or of an initial set as a block: the next paragraph goes on with them. */
  let carried: Piece[] = []

  const readBlocks = (parent: XmlElement | undefined): Block[] => {
    const blocks: Block[] = []
    for (const child of childrenOf(parent)) {
      switch (child.name) {
        case 'w:p':
          for (const block of readParagraph(child)) blocks.push(block)
          break
        case 'w:tbl':
          for (const block of readTable(child)) blocks.push(block)
          break
        case 'w:sdt':
        case 'w:sdtContent':
        case 'w:customXml':
        case 'w:smartTag':
        case 'w:ins':
        case 'w:moveTo':
          for (const block of readBlocks(child)) blocks.push(block)
          break
        case 'mc:AlternateContent':
          for (const block of readBlocks(chooseAlternative(child))) blocks.push(block)
      }
    }
    return blocks
  }

  const readParagraph = (paragraph: XmlElement): readonly Block[] => {
    checkClock()
    line += 1
    const properties = childOf(paragraph, 'w:pPr')
    const style = styles.paragraph(settingOf(properties, 'w:pStyle'))
    if (switchOf(properties, 'w:pageBreakBefore')) pages.beginPage()
    const boxes: Block[] = []
    const own = { line, page: pages.now() }
    let begun = false
    const { pieces, length } = readRuns(paragraph, {
      styles,
      links,
      fields,
      face: style.face,
      line,
      section,
      pageNow: pages.now,
      onPageEnd: rendered => (rendered ? pages.endRendered() : pages.endPage()),
      onText: () => {
        if (!begun) own.page = pages.now()
        begun = true
        pages.addText()
      },
      onTextBox: content => boxes.push(...readAside(content)),
    })
    endSection(properties)
    const numbering = childOf(properties, 'w:numPr')
    const { role, level } = roleOf(properties, style)
    const list = role === 'heading' || role === 'title' ? undefined : countItem(numbering ?? style.numbering)
    const all = carried.length > 0 ? carried : pieces
    if (all === carried) for (const piece of pieces) carried.push(piece)
    const isWhole = role === 'contents' || !goesOn(properties)
    carried = isWhole ? [] : all
    if (!isWhole) return boxes
    const block: ParagraphBlock = {
      kind: 'paragraph',
      role,
      level,
      ...own,
      length,
      pieces: all,
      ...(list ? { list } : {}),
    }
    return [block, ...boxes]
  }

  /** A box, a cell or the body by itself: what stands before it goes on after it, and it ends with its last paragraph. */
  const readAside = (content: XmlElement): readonly Block[] => {
    const outer = carried
    carried = []
    const blocks = readBlocks(content)
    const first = carried[0]
    if (first) {
      const rest = {
        role: 'text',
        level: 0,
        line: first.at.line,
        page: pages.now(),
        length: 0,
        pieces: carried,
      } as const
      blocks.push({ kind: 'paragraph', ...rest })
    }
    carried = outer
    return blocks
  }

  const endSection = (properties: XmlElement | undefined) => {
    if (!childOf(properties, 'w:sectPr')) return
    section += 1
    if (sections[section]?.startsPage) pages.endPage()
  }

  const readTable = (table: XmlElement): readonly Block[] => {
    const rows = listInside(table, 'w:tr')
      .filter(row => !childOf(childOf(row, 'w:trPr'), 'w:del'))
      .map(row => pages.inColumns(listCells(row).map(cell => () => readCell(cell))))
    const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined
    // A table of one cell is a frame around paragraphs.
    return only ? only.blocks : [{ kind: 'table', rows }]
  }

  const readCell = (cell: XmlElement): Cell => {
    const properties = childOf(cell, 'w:tcPr')
    const merge = childOf(properties, 'w:vMerge')
    return {
      span: Math.max(1, Math.min(63, numberFrom(settingOf(properties, 'w:gridSpan')) ?? 1)),
      continues: merge !== undefined && merge.attributes['w:val'] !== 'restart',
      blocks: readAside(cell),
    }
  }

  const blocks = readAside(container)
  return { blocks, lastLine: line, lastPage: pages.now(), endsInField: fields.depth() > 0 }
}

/** Rows or cells, also where they are wrapped in controls. */
function listInside(parent: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(parent).flatMap(child => {
    if (child.name === name) return [child]
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/u.test(child.name) ? listInside(child, name) : []
  })
}

function listCells(row: XmlElement): readonly XmlElement[] {
  return listInside(row, 'w:tc').filter(cell => !childOf(childOf(cell, 'w:tcPr'), 'w:cellDel'))
}

/** The paragraph's own outline level comes before its style's. */
function roleOf(
  properties: XmlElement | undefined,
  style: ReturnType<Styles['paragraph']>,
): Pick<ParagraphBlock, 'role' | 'level'> {
  const outline = numberFrom(settingOf(properties, 'w:outlineLvl'))
  if (outline === undefined || style.role === 'title' || style.role === 'contents') return style
  if (outline < 9) return { role: 'heading', level: outline + 1 }
  return style.role === 'heading' ? { role: 'text', level: 0 } : style
}

/** Whether the next paragraph belongs to this one: its mark was deleted or moved, or it is an initial set as a block. */
function goesOn(properties: XmlElement | undefined): boolean {
  const mark = childOf(properties, 'w:rPr')
  if (childOf(mark, 'w:del') || childOf(mark, 'w:moveFrom')) return true
  return /^(?:drop|margin)$/u.test(childOf(properties, 'w:framePr')?.attributes['w:dropCap'] ?? '')
}
