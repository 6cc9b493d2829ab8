/**
 * The inline content of one paragraph: runs, links, fields, tracked changes as accepted, pictures as their descriptions.
 * Text boxes anchored in it are handed to the caller, because they are paragraphs of their own.
 */
import type { Fields } from './follow-fields.ts'
import { isSameLook, lookOf, plainLook } from './look-of-run.ts'
import type { XmlElement } from './parse-xml.ts'
import type { Look, Piece } from './pieces.ts'
import { lookIntoDrawing } from './read-drawing.ts'
import { type Face, joinFaces, readFace, type Styles } from './read-styles.ts'
import { readSymbol } from './read-symbol.ts'
import { childOf, childrenOf, chooseAlternative, settingOf, textOf } from './xml-elements.ts'

export interface RunContext {
  readonly styles: Styles
  readonly links: ReadonlyMap<string, string>
  readonly fields: Fields
  /** What the paragraph's style says. */
  readonly face: Face
  readonly line: number
  readonly section: number
  readonly pageNow: () => number
  /** A page ends here: by the author's break, or where the last printing ended one. */
  readonly onPageEnd: (rendered: boolean) => void
  /** Text was printed on the page. */
  readonly onText: () => void
  readonly onTextBox: (content: XmlElement) => void
}

/** The pieces of a paragraph, neighbours of one look joined, and its length in characters. */
export function readRuns(
  paragraph: XmlElement,
  context: RunContext,
): { readonly pieces: Piece[]; readonly length: number } {
  const pieces: Piece[] = []
  let column = 1
  const place = () => ({ line: context.line, column })
  const { fields, links } = context

  const addText = (value: string, look: Look) => {
    if (value === '') return
    context.onText()
    const last = pieces.at(-1)
    const at = place()
    column += value.length
    if (last?.kind === 'text' && isSameLook(last.look, look) && last.at.column + last.value.length === at.column) {
      pieces[pieces.length - 1] = { ...last, value: last.value + value }
    } else pieces.push({ kind: 'text', value, at, look })
  }
  const add = (piece: Piece) => {
    context.onText()
    pieces.push(piece)
    column += 1
  }

  const walk = (parent: XmlElement, link: string | undefined) => {
    for (const child of childrenOf(parent)) {
      switch (child.name) {
        case 'w:r':
          readRun(child, link)
          break
        case 'w:hyperlink':
          walk(child, links.get(child.attributes['r:id'] ?? '') ?? link)
          break
        case 'w:fldSimple':
          fields.begin()
          fields.addCode(child.attributes['w:instr'] ?? '')
          fields.separate()
          walk(child, link)
          fields.end()
          break
        case 'mc:AlternateContent': {
          const chosen = chooseAlternative(child)
          if (chosen) walk(chosen, link)
          break
        }
        case 'm:oMath':
        case 'm:oMathPara':
          readMath(child, plainLook)
          break
        case 'w:ins':
        case 'w:moveTo':
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:sdt':
        case 'w:sdtContent':
        case 'w:dir':
        case 'w:bdo':
          walk(child, link)
      }
    }
  }

  const readRun = (run: XmlElement, link: string | undefined) => {
    const properties = childOf(run, 'w:rPr')
    const face = joinFaces([
      readFace(properties),
      context.styles.run(settingOf(properties, 'w:rStyle')),
      { raised: context.face.raised, hidden: context.face.hidden },
    ])
    for (const child of childrenOf(run)) readRunChild(child, run, face, link)
  }

  const readRunChild = (child: XmlElement, run: XmlElement, face: Face, link: string | undefined): void => {
    if (steer(child) || face.hidden || fields.hides()) return
    const look = lookOf(face, link ?? fields.address())
    switch (child.name) {
      case 'w:t':
        readText(textOf(child).replace(/[\n\r]/gu, ' '), run, look)
        break
      case 'w:tab':
      case 'w:ptab':
        addText('\t', look)
        break
      case 'w:br':
      case 'w:cr':
        if (child.attributes['w:type'] !== 'column') add({ kind: 'break', at: place(), look })
        break
      case 'w:noBreakHyphen':
        addText('\u2011', look)
        break
      case 'w:sym':
        readText(readSymbol(child.attributes['w:font'] ?? '', child.attributes['w:char'] ?? ''), run, look)
        break
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        addNote(child, run, look)
        break
      case 'w:ruby':
        walk(childOf(child, 'w:rubyBase') ?? child, link)
        break
      case 'mc:AlternateContent':
        for (const inner of childrenOf(chooseAlternative(child))) readRunChild(inner, run, face, link)
        break
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        readDrawing(child, look)
    }
  }

  /** What steers fields and pages; it works in hidden text too. */
  const steer = (child: XmlElement): boolean => {
    const type = child.attributes['w:type']
    if (child.name === 'w:fldChar') steerField(child.attributes['w:fldCharType'], fields)
    else if (child.name === 'w:instrText') fields.addCode(textOf(child))
    else if (child.name === 'w:lastRenderedPageBreak') context.onPageEnd(true)
    else if (child.name === 'w:br' && type === 'page') context.onPageEnd(false)
    else return false
    return true
  }

  const readText = (value: string, run: XmlElement, look: Look) => {
    if (look.raised && fields.repeatsNote()) add({ kind: 'repeat', label: value.trim(), at: place(), look })
    else if (!follows(pieces, run, value, look)) addSoftly(value, look)
  }

  /** Text without soft hyphens; they count as characters, so that places stay true. */
  const addSoftly = (value: string, look: Look) => {
    for (const [index, part] of value.split('\u00ad').entries()) {
      if (index > 0) column += 1
      addText(part, look)
    }
  }

  const addNote = (element: XmlElement, run: XmlElement, look: Look) => {
    const custom = /^(?:1|true|on)$/u.test(element.attributes['w:customMarkFollows'] ?? '')
    if (custom) awaited = { run, index: pieces.length }
    add({
      kind: 'note',
      series: element.name === 'w:footnoteReference' ? 'footnote' : 'endnote',
      id: element.attributes['w:id'] ?? '',
      page: context.pageNow(),
      section: context.section,
      at: place(),
      look,
      ...(custom ? { custom: '' } : {}),
    })
  }

  /** A reference with a sign of its own is followed by the sign: in its run, or raised in the next. */
  let awaited: { readonly run: XmlElement; readonly index: number } | undefined
  const follows = (known: Piece[], run: XmlElement, value: string, look: Look): boolean => {
    const note = awaited && known[awaited.index]
    if (!awaited || note?.kind !== 'note') return false
    const first = known.length === awaited.index + 1 && (note.custom ?? '') === ''
    if (awaited.run !== run && !(first && (look.raised || look.noteNumber))) {
      awaited = undefined
      return false
    }
    known[awaited.index] = { ...note, custom: `${note.custom ?? ''}${value.trim()}` }
    awaited = { ...awaited, run }
    column += value.length
    return true
  }

  const readDrawing = (drawing: XmlElement, look: Look) => {
    const { alt, boxes } = lookIntoDrawing(drawing)
    for (const box of boxes) context.onTextBox(box)
    if (alt !== '') add({ kind: 'image', alt, at: place(), look })
  }

  const readMath = (element: XmlElement, look: Look) => {
    for (const child of childrenOf(element)) {
      if (child.name === 'm:t') addText(textOf(child), look)
      else if (child.name === 'm:sup') readMath(child, { ...look, raised: true })
      else readMath(child, look)
    }
  }

  walk(paragraph, undefined)
  fields.endParagraph()
  return { pieces, length: column - 1 }
}

function steerField(type: string | undefined, fields: Fields): void {
  if (type === 'begin') fields.begin()
  else if (type === 'separate') fields.separate()
  else if (type === 'end') fields.end()
}
