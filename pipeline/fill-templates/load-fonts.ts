/**
 * The fonts of templates/fonts.yml, taken from the @fontsource packages and given to a page as @font-face rules with the
 * files in them, so that a page asks nobody for anything. Each file is read at most once a build, and only if a page
 * has characters for it.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import type { Config } from '../contract/config.ts'
import { ConfigError } from '../diagnostics/config-error.ts'
import {
  chooseFaces,
  type FontFamily,
  formatUnicodeRange,
  parseUnicodeRange,
  type Subset,
  withoutCharacters,
} from './choose-faces.ts'
import { readYaml } from './load-templates.ts'

const fontsFile = v.array(
  v.strictObject({
    family: v.string(),
    package: v.string(),
    role: v.picklist(['text', 'fallback']),
    faces: v.array(
      v.strictObject({ weight: v.number(), style: v.optional(v.picklist(['normal', 'italic']), 'normal') }),
    ),
    characters: v.optional(v.string()),
    subset: v.optional(v.string()),
  }),
)

interface LoadedFamily extends FontFamily {
  readonly folder: string
  readonly slug: string
  readonly faces: readonly { readonly weight: number; readonly style: 'normal' | 'italic' }[]
}

/** Gives the @font-face rules that a page with these characters needs. Throws a ConfigError for a font not there. */
export function loadFonts(config: Config): (text: string) => string {
  const families = readFamilies(config)
  const rules = new Map<string, string>()
  const rule = (family: LoadedFamily, subset: Subset): string => {
    const key = `${family.name} ${subset.name}`
    const known = rules.get(key) ?? family.faces.map(face => writeFace(family, subset, face)).join('\n')
    rules.set(key, known)
    return known
  }
  return text =>
    chooseFaces(text, families)
      .flatMap(({ family, subsets }) => subsets.map(subset => rule(family as LoadedFamily, subset)))
      .join('\n')
}

function readFamilies(config: Config): readonly LoadedFamily[] {
  const path = join(config.folders.templates, 'fonts.yml')
  const entries = v.safeParse(fontsFile, readYaml(path, config))
  if (!entries.success) {
    throw new ConfigError('template-broken', `templates/fonts.yml: ${v.summarize(entries.issues)}`, {
      place: 'templates/fonts.yml',
      remedy: 'Each entry has family, package, role (text or fallback) and faces; docs/templates.md has an example.',
    })
  }
  const reserved = entries.output.map(({ characters = '' }) => characters).join('')
  return entries.output.map(entry => {
    const folder = findPackage(entry.package)
    const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
    // The packages list the subset to try first last, as CSS does.
    const subsets = Object.entries(ranges)
      .filter(([name]) => entry.subset === undefined || name === entry.subset)
      .reverse()
      .map(([name, range]) => {
        const all = parseUnicodeRange(range)
        return { name, ranges: entry.characters === undefined ? withoutCharacters(all, reserved) : all }
      })
    return {
      name: entry.family,
      role: entry.role,
      folder,
      slug: entry.package.replace(/^.*\//, ''),
      faces: entry.faces,
      subsets,
      ...(entry.characters === undefined ? {} : { characters: entry.characters }),
    }
  })
}

function findPackage(name: string): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/unicode.json`))
  } catch (cause) {
    throw new ConfigError('template-missing', `The font package ${name} is not installed`, {
      place: 'templates/fonts.yml',
      remedy: `Run npm install ${name}, or take the family out of templates/fonts.yml.`,
      cause,
    })
  }
}

function writeFace(family: LoadedFamily, subset: Subset, face: LoadedFamily['faces'][number]): string {
  const file = `${family.slug}-${subset.name.replaceAll(/[[\]]/g, '')}-${face.weight}-${face.style}.woff2`
  const data = readFont(join(family.folder, 'files', file), family.name, face).toString('base64')
  const own = [...(family.characters ?? '')].map(character => character.codePointAt(0) ?? 0)
  const ranges = family.characters === undefined ? subset.ranges : own.map(code => [code, code] as const)
  return (
    `@font-face{font-family:"${family.name}";font-style:${face.style};font-weight:${face.weight};font-display:block;` +
    `src:url(data:font/woff2;base64,${data})format("woff2");unicode-range:${formatUnicodeRange(ranges)}}`
  )
}

function readFont(file: string, name: string, { weight, style }: LoadedFamily['faces'][number]): Buffer {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new ConfigError('template-broken', `The font package of ${name} has no face of weight ${weight}, ${style}`, {
      place: 'templates/fonts.yml',
      remedy: 'Name a weight and style that the package has a file for, and use it in the styles.',
      cause,
    })
  }
}
