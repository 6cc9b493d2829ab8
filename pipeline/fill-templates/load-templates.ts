/**
 * Everything a template author writes, read from templates/ once a build: templates, partials, styles and wording. This
 * file and load-fonts.ts are all of this stage that touches the disk; what is missing or broken is a ConfigError that
 * names the file.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
import type { Audience, Config } from '../contract/config.ts'
import { ConfigError } from '../diagnostics/config-error.ts'
import { once } from '../tree/once.ts'
import { flattenWording, type Wording } from './translate.ts'

/** A file of templates/ and its text; `file` is its path in the project. */
export interface TemplateFile {
  readonly file: string
  readonly text: string
}

/** What one kind of page is made with. */
export interface PageTemplate {
  readonly template: TemplateFile
  readonly style: string
  /** What the page runs in a browser; null for most. */
  readonly script: string | null
  readonly wording: Wording
}

/** The templates folder. */
export interface Templates {
  readonly layout: TemplateFile
  /** By name, which is the file's without extension. */
  readonly partials: ReadonlyMap<string, TemplateFile>
  /** Styles that every page has, in order. */
  readonly sharedStyle: string
  readonly audience: (id: string) => PageTemplate
  readonly page: (name: 'source' | 'portal' | 'search' | 'works') => PageTemplate
}

/** Reads what all pages share; the rest is read when it is first asked for. Throws a ConfigError. */
export function loadTemplates(config: Config): Templates {
  const folder = config.folders.templates
  const readTemplate = (path: string): TemplateFile => ({
    file: inProject(path, config),
    text: read(path, config).trimEnd(),
  })
  const readStyle = (path: string) => condense(read(path, config))
  const readLocale = once((name: string) => readYaml(join(folder, 'locales', `${name}.yml`), config))

  return {
    layout: readTemplate(join(folder, 'layouts', 'page.hbs')),
    partials: new Map(list(join(folder, 'partials'), '.hbs').map(path => [basename(path, '.hbs'), readTemplate(path)])),
    sharedStyle: ['tokens', 'base', 'parts', 'print']
      .map(name => readStyle(join(folder, 'css', `${name}.css`)))
      .join('\n'),
    audience: once(id => {
      const audience = findAudience(id, config)
      return {
        template: readTemplate(join(audience.folder, 'brief.hbs')),
        style: [
          ...(audience.notes === 'page' ? [readStyle(join(folder, 'css', 'page-notes.css'))] : []),
          readStyle(join(audience.folder, 'style.css')),
        ].join('\n'),
        script: null,
        wording: flattenWording(readLocale(audience.locale), audience.wording),
      }
    }),
    page: once(name => ({
      template: readTemplate(join(folder, 'pages', `${name}.hbs`)),
      style: readStyle(join(folder, 'css', `${name}.css`)),
      script: readScript(join(folder, 'pages', `${name}.js`), config),
      wording: flattenWording(readLocale(frameLocale(config))),
    })),
  }
}

/** The locale of the pages that are for every audience: the first one's. */
export function frameLocale(config: Config): string {
  return config.audiences[0]?.locale ?? 'en'
}

/** A file's path in the project, for people. */
function inProject(path: string, config: Config): string {
  return relative(config.root, path).replaceAll('\\', '/')
}

function read(path: string, config: Config): string {
  if (!existsSync(path)) {
    throw new ConfigError('template-missing', `The template file ${inProject(path, config)} is missing`, {
      place: inProject(path, config),
      remedy: 'Restore the file, or copy it from another audience and adapt it; docs/templates.md lists the files.',
    })
  }
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
}

/** A YAML file as data; an empty one as no entries. Throws a ConfigError with the line. */
export function readYaml(path: string, config: Config): Readonly<Record<string, unknown>> {
  try {
    return (parse(read(path, config)) as Record<string, unknown> | null) ?? {}
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    const line = error.linePos?.[0].line ?? 1
    throw new ConfigError('template-broken', `The file cannot be read: ${error.message.split('\n')[0]}`, {
      place: `${inProject(path, config)}:${line}`,
      remedy: 'Correct the YAML; a text that holds a colon or begins with a brace must stand in quotes.',
      cause: error,
    })
  }
}

/** The script of a page, where it has one, behind the library that it uses. */
function readScript(path: string, config: Config): string | null {
  if (!existsSync(path)) return null
  const script = read(path, config)
  const library = /^\/\/ uses (\S+)$/m.exec(script)?.[1]
  const before = library ? readFileSync(browserFile(library), 'utf8') : ''
  return `${before}\n${script}`.replaceAll(/<\/(?=script)/gi, '<\\/').replaceAll(/^\/\/# sourceMappingURL.*$/gm, '')
}

/** The file of a package that is for browsers as it is: it lies beside the one for Node. */
function browserFile(library: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(library)), '..', 'umd', 'index.js')
}

function list(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith(extension))
    .sort()
    .map(name => join(folder, name))
}

function findAudience(id: string, config: Config): Audience {
  const audience = config.audiences.find(each => each.id === id)
  if (!audience) throw new ConfigError('unknown-audience', `There is no audience ${id} in templates/audiences`)
  return audience
}

/** Comments and white space are for authors; strings stay as they are. */
function condense(css: string): string {
  return css.replaceAll(
    /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\/\*[\s\S]*?\*\/)|[\s;]*(\})\s*|\s*([{;,])\s*|:\s+|\s+/g,
    (found, string?: string, comment?: string, end?: string, mark?: string) =>
      string ?? end ?? mark ?? (comment ? '' : found.startsWith(':') ? ':' : ' '),
  )
}
