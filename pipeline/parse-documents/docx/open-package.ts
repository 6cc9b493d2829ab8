/**
 * From the bytes of a .docx to the parts that are read. The main part is found through the package's relationships and
 * content types, and the others through the main part's relationships, as the standard (ECMA-376, part 2) has it; their
 * names are the writer's choice. Only what is needed is unpacked.
 */
import type { Config } from '../../contract/config.ts'
import { parseXml, type XmlElement } from './parse-xml.ts'
import { listEntries, unpackEntry, type ZipEntry } from './read-zip.ts'
import { Unreadable } from './unreadable.ts'
import { childrenOf } from './xml-elements.ts'

/** A part that holds text, with the addresses its links lead to, by relationship. */
export interface TextPart {
  readonly root: XmlElement
  readonly links: ReadonlyMap<string, string>
}

export interface WordPackage {
  readonly document: TextPart
  readonly footnotes?: TextPart
  readonly endnotes?: TextPart
  readonly styles?: XmlElement
  readonly numbering?: XmlElement
  readonly settings?: XmlElement
  readonly core?: XmlElement
}

interface Relationship {
  readonly id: string
  /** The last word of its type, such as `styles`. */
  readonly type: string
  /** Path of a part, or an address outside. */
  readonly target: string
}

/** Parsed XML takes some sixty times its size in memory; a book of a thousand pages has about ten million bytes of it. */
const mostXmlBytes = 24_000_000

/** Opens a package; throws Unreadable where it is none, is too large, or a part is broken. */
export function openPackage(
  bytes: Uint8Array,
  { unpackedBytes }: Pick<Config['limits'], 'unpackedBytes'>,
  checkClock: () => void,
): WordPackage {
  refuseOther(bytes)
  const entries = listEntries(bytes)
  const unpack = createUnpacker(bytes, entries, unpackedBytes)
  const parse = (path: string | undefined): XmlElement | undefined => {
    checkClock()
    const content = path === undefined ? undefined : unpack(path)
    return content && parseXml(content, path as string)
  }
  const listRelationships = (of: string): readonly Relationship[] => {
    const slash = of.lastIndexOf('/') + 1
    const root = parse(`${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`)
    return childrenOf(root, 'rel:Relationship').map(({ attributes }) => ({
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target:
        attributes.TargetMode === 'External'
          ? (attributes.Target ?? '')
          : resolvePath(of.slice(0, slash), attributes.Target ?? ''),
    }))
  }

  const roots = listRelationships('')
  const types = listContentTypes(parse('[Content_Types].xml'))
  const main = findMain(roots, types, entries, unpack)
  const relationships = listRelationships(main)
  const targetOf = (type: string) => relationships.find(relationship => relationship.type === type)?.target
  const readText = (path: string | undefined): TextPart | undefined => {
    const root = parse(path)
    if (!root || path === undefined) return undefined
    const own = path === main ? relationships : listRelationships(path)
    return {
      root,
      links: new Map(own.flatMap(({ id, type, target }) => (type === 'hyperlink' ? [[id, target] as const] : []))),
    }
  }
  const document = readText(main)
  if (!document) throw new Unreadable('seed-is-readable', `The file is damaged: its part ${main} is missing`)
  const optional = {
    footnotes: readText(targetOf('footnotes')),
    endnotes: readText(targetOf('endnotes')),
    styles: parse(targetOf('styles')),
    numbering: parse(targetOf('numbering')),
    settings: parse(targetOf('settings')),
    core: parse(roots.find(({ type }) => type === 'core-properties')?.target),
  }
  const found = Object.entries(optional).filter(([, part]) => part !== undefined)
  return { document, ...Object.fromEntries(found) }
}

/** Tells files that are no ZIP by how they begin. */
function refuseOther(bytes: Uint8Array): void {
  const begins = (signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (begins([0xd0, 0xcf, 0x11, 0xe0])) {
    throw new Unreadable(
      'seed-is-readable',
      'The file is encrypted, or an old .doc that was renamed',
      'Save it as .docx without a password.',
    )
  }
  if (!begins([0x50, 0x4b])) {
    throw new Unreadable('seed-is-readable', 'The file is no Word document: it is not a ZIP', notWord)
  }
}

const notWord =
  'Save the document as .docx, give the file the ending of its format, or move it out of the seeds folder.'

type Unpack = (path: string) => Uint8Array | undefined

/** Unpacks parts by path until their sizes together pass the limit. */
function createUnpacker(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>, unpackedBytes: number): Unpack {
  let left = Math.min(unpackedBytes, mostXmlBytes)
  return path => {
    const entry = entries.get(path.toLowerCase())
    if (!entry) return undefined
    const content = unpackEntry(bytes, entry, left)
    if (content === undefined) {
      const isOwn = unpackedBytes <= mostXmlBytes
      const limit = isOwn
        ? `the ${unpackedBytes / 1_000_000} MB that limits.unpackedMegabytes allows`
        : `the ${mostXmlBytes / 1_000_000} MB of XML that can be read`
      const reason = `The document is too large: with ${entry.name} it unpacks to more than ${limit}`
      throw new Unreadable('seed-fits', reason, isOwn ? undefined : 'Split the document.')
    }
    left -= content.length
    return content
  }
}

/** Content types of parts by lower-case path without the leading slash. */
function listContentTypes(root: XmlElement | undefined): ReadonlyMap<string, string> {
  return new Map(
    childrenOf(root, 'ct:Override').map(({ attributes }) => [
      (attributes.PartName ?? '').replace(/^\//u, '').toLowerCase(),
      attributes.ContentType ?? '',
    ]),
  )
}

const isWord = (type: string) => /wordprocessingml\.(?:document|template)\.main|ms-word\.\w+\.macroEnabled/iu.test(type)

/** The path of the document's text; throws Unreadable, saying what the file is instead. */
function findMain(
  roots: readonly Relationship[],
  types: ReadonlyMap<string, string>,
  entries: ReadonlyMap<string, ZipEntry>,
  unpack: Unpack,
): string {
  const target = roots.find(({ type }) => type === 'officeDocument')?.target
  const type = target === undefined ? undefined : types.get(target.toLowerCase())
  if (target !== undefined && (type === undefined || isWord(type)) && /\.xml$/iu.test(target)) return target
  const byType = [...types].find(([, known]) => isWord(known))?.[0]
  if (byType !== undefined) return entries.get(byType)?.name ?? byType
  const mimeType = entries.has('mimetype') ? new TextDecoder().decode(unpack('mimetype')) : ''
  throw new Unreadable(
    'seed-is-readable',
    `The file is no Word document but ${nameFormat(`${type} ${mimeType}`)}`,
    notWord,
  )
}

function nameFormat(type: string): string {
  if (/spreadsheetml|ms-excel/u.test(type)) return 'an Excel workbook (.xlsx)'
  if (/presentationml|ms-powerpoint/u.test(type)) return 'a PowerPoint presentation (.pptx)'
  if (/opendocument\.text/u.test(type)) return 'an OpenDocument text (.odt)'
  if (/opendocument\.spreadsheet/u.test(type)) return 'an OpenDocument spreadsheet (.ods)'
  if (/opendocument/u.test(type)) return 'an OpenDocument file'
  return /epub/u.test(type) ? 'an e-book (.epub)' : 'another kind of ZIP'
}

/** A target as a path from the package's root. */
function resolvePath(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : `${folder}${target}`).split('/')
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
