/**
 * What a picture, a shape or an embedded object gives to a text: the description its author wrote, and text boxes.
 */
import type { XmlElement } from './parse-xml.ts'
import { childrenOf, chooseAlternative } from './xml-elements.ts'

export interface Drawing {
  /** The description; empty where there is none. */
  readonly alt: string
  /** The contents of text boxes, in order. */
  readonly boxes: readonly XmlElement[]
}

/** Looks through a drawing, into one of its alternatives only. */
export function lookIntoDrawing(drawing: XmlElement): Drawing {
  const boxes: XmlElement[] = []
  let alt = ''
  const visit = (element: XmlElement) => {
    for (const child of childrenOf(element)) {
      if (child.name === 'w:txbxContent') boxes.push(child)
      else if (child.name === 'mc:AlternateContent') visit(chooseAlternative(child) ?? child)
      else {
        if (child.name === 'wp:docPr') alt = child.attributes.descr?.trim() ?? ''
        visit(child)
      }
    }
  }
  visit(drawing)
  return { alt: isGenerated(alt) ? '' : alt, boxes }
}

/** Word's own guess at what a picture shows is not the author's word. */
function isGenerated(alt: string): boolean {
  return /automatically generated|AI-generated|автоматически созданное описание|automatisch generiert|générée? automatiquement/iu.test(
    alt,
  )
}
