/**
 * What the styles of a document say of a paragraph's part in it: title, heading, quotation, line of a table of contents;
 * and of a run's face. Styles inherit, and their names depend on the writer's language, so that the outline level comes
 * first and the names of several languages second.
 */
import type { XmlElement } from './parse-xml.ts'
import { childOf, childrenOf, numberFrom, settingOf, switchOf } from './xml-elements.ts'

export type Role = 'title' | 'heading' | 'quotation' | 'contents' | 'text'

export interface ParagraphStyle {
  readonly role: Role
  /** Of a heading, from 1. */
  readonly level: number
  /** The style's own numbering, which paragraphs of the style have without saying so. */
  readonly numbering?: XmlElement
  readonly face: Face
}

/** What a style or a run says of letters; undefined leaves it as it was. */
export interface Face {
  readonly strong?: boolean | undefined
  readonly emphasis?: boolean | undefined
  readonly deleted?: boolean | undefined
  readonly hidden?: boolean | undefined
  readonly raised?: boolean | undefined
  /** The style is the one of note numbers. */
  readonly noteNumber?: boolean | undefined
}

export interface Styles {
  readonly paragraph: (id: string | undefined) => ParagraphStyle
  readonly run: (id: string | undefined) => Face
  /** The language that text has where nothing else is said. */
  readonly language?: string
}

const names: readonly (readonly [role: Role, pattern: RegExp])[] = [
  ['text', /^(?:subtitle|untertitel|sous-titre|subtítulo|sottotitolo|подзаголовок|副标题|副標題)$/iu],
  ['contents', /^(?:toc(?: ?\d| ?heading)|contents(?: \d| heading)|table of figures|оглавление(?: \d)?)$/iu],
  ['title', /^(?:title|titel|titre|título|titolo|название|заголовок документа|标题|標題|表題)$/iu],
  [
    'heading',
    /^(?:heading|überschrift|berschrift|titre|título|titolo|заголовок|标题|標題|見出し|kop|nagłówek|nadpis) ?([1-9])$/iu,
  ],
  [
    'quotation',
    /^(?:(?:intense )?quote|quotations?|block ?(?:text|quotation|quote)|(?:intensives )?zitat|citation(?: intense)?|(?:выделенная )?цитата(?: 2)?|(?:明显)?引用)$/iu,
  ],
]

const noteNumberName = /^(?:footnote|endnote) (?:reference|anchor|characters|symbol)$/iu

/** Reads the part `styles`; without it, a style's identifier serves as its name. */
export function readStyles(part: XmlElement | undefined): Styles {
  const byId = new Map(childrenOf(part, 'w:style').map(style => [style.attributes['w:styleId'] ?? '', style]))
  const defaultId = [...byId].find(
    ([, { attributes }]) =>
      attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/u.test(attributes['w:default'] ?? ''),
  )?.[0]
  const chainOf = (id: string): readonly XmlElement[] => {
    const chain: XmlElement[] = []
    let style = byId.get(id)
    while (style && !chain.includes(style) && chain.length < 50) {
      chain.push(style)
      style = byId.get(settingOf(style, 'w:basedOn') ?? '')
    }
    return chain
  }
  const paragraph = remember((id: string) => readParagraphStyle(id, chainOf(id)))
  const run = remember((id: string) => readRunStyle(id, chainOf(id)))
  const fallback = childOf(childOf(childOf(part, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  const language = childOf(fallback, 'w:lang')?.attributes['w:val']
  return {
    paragraph: id => paragraph(id ?? defaultId ?? ''),
    run: id => (id === undefined ? {} : run(id)),
    ...(language === undefined ? {} : { language }),
  }
}

function remember<T>(read: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>()
  return id => {
    const value = known.get(id) ?? read(id)
    known.set(id, value)
    return value
  }
}

function readParagraphStyle(id: string, chain: readonly XmlElement[]): ParagraphStyle {
  const properties = chain.map(style => childOf(style, 'w:pPr'))
  const numbering = properties.map(own => childOf(own, 'w:numPr')).find(own => own !== undefined)
  const face = joinFaces(chain.map(style => readFace(childOf(style, 'w:rPr'))))
  return {
    ...readRole(id, chain, properties),
    ...(numbering ? { numbering } : {}),
    face: { hidden: face.hidden, raised: face.raised },
  }
}

/** The nearest style of the chain that says anything of the paragraph's part, by outline level or by name. */
function readRole(
  id: string,
  chain: readonly XmlElement[],
  properties: readonly (XmlElement | undefined)[],
): Pick<ParagraphStyle, 'role' | 'level'> {
  const links = chain.length > 0 ? chain.map(style => namesOf(style)) : [[id]]
  for (const [index, own] of links.entries()) {
    const outline = numberFrom(settingOf(properties[index], 'w:outlineLvl'))
    const named = nameRole(own)
    if (named && named.role !== 'heading') return named
    if (outline !== undefined) return outline < 9 ? { role: 'heading', level: outline + 1 } : { role: 'text', level: 0 }
    if (named) return named
  }
  return { role: 'text', level: 0 }
}

function namesOf(style: XmlElement): readonly string[] {
  return [settingOf(style, 'w:name') ?? '', style.attributes['w:styleId'] ?? '']
}

function nameRole(own: readonly string[]): Pick<ParagraphStyle, 'role' | 'level'> | undefined {
  for (const name of own) {
    for (const [role, pattern] of names) {
      const match = pattern.exec(name.trim())
      if (match) return { role, level: Number(match[1] ?? 0) }
    }
  }
  return undefined
}

function readRunStyle(id: string, chain: readonly XmlElement[]): Face {
  const named = [id, ...chain.flatMap(namesOf)].some(name =>
    noteNumberName.test(name.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ')),
  )
  return { ...joinFaces(chain.map(style => readFace(childOf(style, 'w:rPr')))), ...(named ? { noteNumber: true } : {}) }
}

/** What run properties themselves say. */
export function readFace(properties: XmlElement | undefined): Face {
  const align = settingOf(properties, 'w:vertAlign')
  return {
    strong: switchOf(properties, 'w:b'),
    emphasis: switchOf(properties, 'w:i'),
    deleted: switchOf(properties, 'w:strike') ?? switchOf(properties, 'w:dstrike'),
    hidden: switchOf(properties, 'w:vanish'),
    raised: align === undefined ? undefined : align === 'superscript',
  }
}

/** The first that says something wins, for each property. */
export function joinFaces(faces: readonly Face[]): Face {
  const first = (name: keyof Face) => faces.find(face => face[name] !== undefined)?.[name]
  return {
    strong: first('strong'),
    emphasis: first('emphasis'),
    deleted: first('deleted'),
    hidden: first('hidden'),
    raised: first('raised'),
    noteNumber: first('noteNumber'),
  }
}
