import { strToU8, zipSync } from 'fflate'
import type { Config } from '../pipeline/contract/config.ts'
import type { Seed } from '../pipeline/contract/seed.ts'
import { readDocx } from '../pipeline/parse-documents/docx/index.ts'
import { configWith } from './documents.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const namespaces = [
  `xmlns:w="${word}"`,
  `xmlns:r="${office}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

/** The parts of a Word file as XML without their root elements; what is not given is not in the file. */
export interface WordParts {
  readonly body: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly styles?: string
  readonly numbering?: string
  readonly settings?: string
  readonly core?: string
  /** Addresses of links by relationship. */
  readonly links?: Readonly<Record<string, string>>
  /** Files that take the place of those made from the parts, or stand beside them. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
}

/** A Word file whose parts have names of their own, so that they are found as the standard has it. */
export function makeWord(parts: WordParts): Uint8Array {
  const optional = ['footnotes', 'endnotes', 'styles', 'numbering', 'settings'] as const
  const given = optional.filter(name => parts[name] !== undefined)
  const relationships = [
    ...given.map(name => `<Relationship Id="x-${name}" Type="${office}/${name}" Target="parts/${name}.xml"/>`),
    ...Object.entries(parts.links ?? {}).map(
      ([id, url]) => `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${url}" TargetMode="External"/>`,
    ),
  ]
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/text/main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': wrapRelationships([
      `<Relationship Id="a" Type="${office}/officeDocument" Target="text/main.xml"/>`,
      '<Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="/core.xml"/>',
    ]),
    'text/main.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${parts.body}</w:body></w:document>`,
    'text/_rels/main.xml.rels': wrapRelationships(relationships),
    ...Object.fromEntries(
      given.map(name => [`text/parts/${name}.xml`, `<w:${name} ${namespaces}>${parts[name]}</w:${name}>`]),
    ),
    ...(parts.core === undefined
      ? {}
      : {
          'core.xml': `<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${parts.core}</c:coreProperties>`,
        }),
    ...parts.files,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  )
}

function wrapRelationships(list: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
}

/** A paragraph of one run, or of the runs given. */
export function p(content: string, properties = ''): string {
  const runs = content.startsWith('<') ? content : r(content)
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
}

/** A run of text. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A raised run. */
export function sup(text: string): string {
  return r(text, '<w:vertAlign w:val="superscript"/>')
}

/** A reference to a footnote. */
export function ref(id: number | string, kind: 'footnote' | 'endnote' = 'footnote'): string {
  return `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
}

/** A note of one paragraph, or of the paragraphs given. */
export function note(id: number | string, text: string, kind: 'footnote' | 'endnote' = 'footnote'): string {
  const content = text.startsWith('<w:p>') ? text : p(`<w:r><w:${kind}Ref/></w:r>${r(` ${text}`)}`)
  return `<w:${kind} w:id="${id}">${content}</w:${kind}>`
}

/** A Word seed. */
export function wordSeed(content: Uint8Array): Seed {
  return {
    id: 'paper',
    path: 'seeds/paper.docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    encoding: null,
    bytes: content.length,
    sha256: '0'.repeat(64),
    text: '',
    content,
    metadata: { title: 'paper', language: 'en' },
    described: false,
  }
}

/** Reads a Word file; `limits` take the place of the tests' usual ones. */
export async function readWord(content: Uint8Array, limits: Partial<Config['limits']> = {}) {
  const config = configWith()
  const outcome = await readDocx(wordSeed(content), { ...config, limits: { ...config.limits, ...limits } })
  return { tree: outcome.value?.tree, metadata: outcome.value?.metadata, messages: outcome.messages }
}
