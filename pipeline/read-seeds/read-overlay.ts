/**
 * Reads the overlay `<name>.yml` beside a seed: metadata and corrections, checked for their form, each entry with its
 * key and its place in the file. A mistake of form is a ConfigError with file, line and key.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Position } from 'unist'
import * as v from 'valibot'
import { LineCounter, parseDocument } from 'yaml'
import type { HeadingCorrection, LineCorrection, Overlay } from '../contract/overlay.ts'
import { ConfigError } from '../diagnostics/config-error.ts'
import { describeYamlIssue, describeYamlSyntax, findYamlPoint } from '../diagnostics/yaml-places.ts'
import { overlaySchema } from './overlay-schema.ts'

/** The overlay beside the seed in `file`, whose path is shown as `seedPath`; undefined where there is none. */
export async function readOverlay(file: string, seedPath: string): Promise<Overlay | undefined> {
  const shown = replaceExtension(seedPath)
  const source = await readFile(replaceExtension(file), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined
    throw new ConfigError('config-unreadable', `The overlay cannot be read (${cause.code ?? cause.message})`, {
      place: shown,
      cause,
    })
  })
  return source === undefined ? undefined : parseOverlay(source, shown)
}

function replaceExtension(file: string): string {
  return `${file.slice(0, file.length - path.extname(file).length)}.yml`
}

/** Parses an overlay's YAML; `shown` is its path in messages. Throws ConfigError. */
export function parseOverlay(source: string, shown: string): Overlay {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, schema: 'core' })
  const broken = document.errors[0]
  if (broken)
    throw new ConfigError('config-syntax', `The overlay is not valid YAML: ${describeYamlSyntax(broken)}`, {
      place: `${shown}:${lines.linePos(broken.pos[0]).line}`,
    })
  const result = v.safeParse(overlaySchema, document.toJS() ?? {}, { abortEarly: true })
  if (!result.success) {
    const { reason, place } = describeYamlIssue(result.issues[0], document, lines)
    throw new ConfigError('config-invalid', reason, {
      place: `${shown}:${place}`,
      remedy: 'See docs/configuration.md for what an overlay may hold.',
    })
  }
  const positionOf = (...keys: readonly (string | number)[]): Position => {
    const start = findYamlPoint(document, keys, lines)
    return { start, end: start }
  }
  const { notes, replace, paragraphs, headings, glossary, ...metadata } = result.output
  const listLines = (key: 'break' | 'join'): readonly LineCorrection[] =>
    paragraphs[key].map((line, index) => ({
      key: `paragraphs.${key}[${index}]`,
      position: positionOf('paragraphs', key, index),
      line,
    }))
  return {
    path: shown,
    metadata,
    notes: Object.entries(notes).map(([name, text]) => ({
      key: `notes.${name}`,
      position: positionOf('notes', name),
      name,
      text: text.replace(/\s+/gu, ' ').trim(),
    })),
    replace: replace.map((entry, index) => ({
      ...entry,
      key: `replace[${index}]`,
      position: positionOf('replace', index),
      positions: {
        line: positionOf('replace', index, 'line'),
        from: positionOf('replace', index, 'from'),
        occurrence: positionOf('replace', index, 'occurrence'),
      },
    })),
    breaks: listLines('break'),
    joins: listLines('join'),
    headings: Object.entries(headings).map(
      ([line, depth]): HeadingCorrection => ({
        key: `headings.${line}`,
        position: positionOf('headings', line),
        line: Number(line),
        depth: depth === 'none' ? 0 : depth,
      }),
    ),
    glossary,
  }
}
