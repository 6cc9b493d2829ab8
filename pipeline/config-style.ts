/**
 * Finds the CSL style of an audience: a file of the project, one of templates/styles, or one that citation-js brings. It
 * is checked here, before anything is read: a style that cannot cite is a ConfigError that names file and line.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { Element, ElementContent, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import type { CitationStyle } from './contract/config.ts'
import { ConfigError } from './diagnostics/config-error.ts'

/** Absolute paths of the folders in which styles are looked for. */
interface StyleFolders {
  readonly root: string
  readonly templates: string
}

/** Reads a style by name or by the path of a `.csl` file in the project, with the terms of `locale`. */
export async function readStyle(style: string, locale: string, folders: StyleFolders): Promise<CitationStyle> {
  const { root, templates } = folders
  const isFile = /\.csl$/iu.test(style)
  const file = isFile ? path.resolve(root, style) : path.join(templates, 'styles', `${style}.csl`)
  const shown = path.relative(root, file)
  const own = await readFile(file, 'utf8').catch(() => undefined)
  const shipped = own === undefined && !isFile ? await readShipped(style) : undefined
  const xml = own ?? shipped
  if (xml === undefined) {
    throw new ConfigError('style-broken', `There is no citation style ${shown}`, {
      remedy:
        'Name a style in templates/styles without its extension, apa, harvard1 or vancouver, or the path of a .csl file.',
    })
  }
  if (own !== undefined) checkStyle(own, shown)
  const terms = await readTerms(locale, templates)
  return { path: own === undefined ? style : file, xml, ...(terms === undefined ? {} : { terms }) }
}

/** A style that comes with citation-js, which is loaded for it alone. */
async function readShipped(name: string): Promise<string | undefined> {
  const { plugins } = await import('@citation-js/core')
  await import('@citation-js/plugin-csl')
  return plugins.config.get('@csl').styles.get(name)
}

/** The words of a language that citation-js does not bring. */
async function readTerms(locale: string, templates: string): Promise<string | undefined> {
  const language = locale.split(/[-_]/u)[0] ?? locale
  for (const name of [locale, language]) {
    const terms = await readFile(path.join(templates, 'styles', 'locales', `${name}.xml`), 'utf8').catch(
      () => undefined,
    )
    if (terms !== undefined) return terms
  }
  return undefined
}

function checkStyle(xml: string, shown: string): void {
  const root = parseStyle(xml, shown).children.find(isElement)
  const fail = (reason: string, remedy: string) => {
    throw new ConfigError('style-broken', reason, { place: shown, remedy })
  }
  if (root?.name !== 'style') {
    fail(
      'This is no CSL style: it has no <style> element',
      'Take a style from https://github.com/citation-style-language/styles.',
    )
    return
  }
  checkMacros(xml, shown)
  const has = (name: string) => root.children.some(child => isElement(child) && child.name === name)
  if (has('citation') && has('bibliography')) return
  const parent = /rel="independent-parent"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*rel="independent-parent"/u.exec(xml)
  const name = parent?.[1] ?? parent?.[2]
  if (name) fail(`This style only points to another one, ${name}`, 'Use the file of that style.')
  fail(
    `The style has no <${has('citation') ? 'bibliography' : 'citation'}> element`,
    'Use a CSL 1.0.2 style with a citation and a bibliography, such as those in templates/styles.',
  )
}

/** citeproc prints an error into every sentence where a macro is missing, and never ends where one calls itself. */
function checkMacros(xml: string, shown: string): void {
  const bodies = new Map(
    [...xml.matchAll(/<macro\s[^>]*?name=["']([^"']+)["'][^>]*>([\s\S]*?)<\/macro>/gu)].map(
      ([, name = '', body = '']) => [name, listCalls(body)],
    ),
  )
  const fail = (reason: string) => {
    throw new ConfigError('style-broken', reason, {
      place: shown,
      remedy: 'Correct the style, or take it anew from where it came from.',
    })
  }
  const missing = listCalls(xml).find(name => !bodies.has(name))
  if (missing !== undefined) fail(`The style calls a macro that it does not have: ${missing}`)
  const visit = (name: string, above: readonly string[]): void => {
    if (above.includes(name)) fail(`The macro ${name} of the style calls itself`)
    for (const called of bodies.get(name) ?? []) visit(called, [...above, name])
  }
  for (const name of bodies.keys()) visit(name, [])
}

function listCalls(xml: string): readonly string[] {
  return [...new Set([...xml.matchAll(/\smacro=["']([^"']+)["']/gu)].map(([, name = '']) => name))]
}

function parseStyle(xml: string, shown: string): Root {
  try {
    return fromXml(xml)
  } catch (error) {
    const { reason, line, column, cause } = error as VFileMessage
    const detail = cause instanceof Error ? cause.message.split('\n')[0]?.replace(/\s\(line .*$/u, '') : reason
    throw new ConfigError('style-broken', `This is no CSL style, as it is not XML: ${detail}`, {
      place: line ? `${shown}:${line}:${column}` : shown,
      remedy: 'Restore the file, or take it anew from where it came from.',
      cause: error,
    })
  }
}

function isElement(node: Root['children'][number] | ElementContent): node is Element {
  return node.type === 'element'
}
