/**
 * The sections of a document and how notes are numbered in each. A section's properties stand at its end, but say how it
 * begins, so they are gathered before the text is read.
 */
import type { XmlElement } from './parse-xml.ts'
import { childOf, numberFrom, settingOf } from './xml-elements.ts'

export type NoteKind = 'footnote' | 'endnote'

/** How notes of one kind are numbered in a section. */
export interface NoteNumbering {
  readonly format: string
  readonly start: number
  readonly restart: 'continuous' | 'eachSect' | 'eachPage'
}

export interface Section {
  readonly startsPage: boolean
  readonly notes: Readonly<Record<NoteKind, NoteNumbering>>
}

/** The sections in order, at least one. */
export function readSections(body: XmlElement, settings: XmlElement | undefined): readonly Section[] {
  const sections: Section[] = []
  const walk = (element: XmlElement) => {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      if (child.name === 'w:sectPr') sections.push(readSection(child, settings))
      // Section breaks stand among the body's own paragraphs, never in runs or tables.
      else if (/^(?:w:p|w:pPr|w:sdt|w:sdtContent|w:customXml|w:ins|w:moveTo)$/u.test(child.name)) walk(child)
    }
  }
  walk(body)
  return sections.length > 0 ? sections : [readSection(undefined, settings)]
}

function readSection(properties: XmlElement | undefined, settings: XmlElement | undefined): Section {
  const type = settingOf(properties, 'w:type') ?? 'nextPage'
  return {
    startsPage: /^(?:nextPage|oddPage|evenPage)$/u.test(type),
    notes: {
      footnote: readNumbering('w:footnotePr', 'decimal', properties, settings),
      endnote: readNumbering('w:endnotePr', 'lowerRoman', properties, settings),
    },
  }
}

/** What the section says comes before what the document says. */
function readNumbering(
  name: string,
  usual: string,
  properties: XmlElement | undefined,
  settings: XmlElement | undefined,
): NoteNumbering {
  const own = [childOf(properties, name), childOf(settings, name)]
  const valueFrom = (property: string) =>
    own.map(place => settingOf(place, property)).find(value => value !== undefined)
  const restart = valueFrom('w:numRestart')
  return {
    format: valueFrom('w:numFmt') ?? usual,
    start: Math.max(1, numberFrom(valueFrom('w:numStart')) ?? 1),
    restart: restart === 'eachSect' || restart === 'eachPage' ? restart : 'continuous',
  }
}
