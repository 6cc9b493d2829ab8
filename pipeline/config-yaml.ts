/**
 * Reads a YAML file of the project and checks it against a schema. A mistake is a ConfigError that names file, line and
 * key.
 */
import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { type Document, LineCounter, parseDocument } from 'yaml'
import { ConfigError } from './diagnostics/config-error.ts'
import { describeYamlIssue, describeYamlSyntax } from './diagnostics/yaml-places.ts'

interface YamlDetails {
  /** What to do where there is no such file. */
  readonly remedy: string
  /** The page that describes the settings. */
  readonly page?: string
}

/** Reads and checks one YAML file; `shown` is its name in messages. */
export async function readYaml<S extends v.GenericSchema>(
  file: string,
  shown: string,
  schema: S,
  details: YamlDetails,
): Promise<v.InferOutput<S>> {
  const source = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT')
      throw new ConfigError('config-not-found', `There is no ${shown}`, { remedy: details.remedy })
    throw new ConfigError('config-unreadable', `${shown} cannot be read (${cause.code ?? cause.message})`, { cause })
  })
  const lines = new LineCounter()
  const document: Document = parseDocument(source, { lineCounter: lines })
  const broken = document.errors[0]
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0])
    throw new ConfigError('config-syntax', `This is not valid YAML: ${describeYamlSyntax(broken)}`, {
      place: `${shown}:${line}:${col}`,
      remedy: 'Check indentation, colons and quotation marks near this place.',
    })
  }
  const result = v.safeParse(schema, document.toJS() ?? {}, { abortEarly: true })
  if (result.success) return result.output
  const { reason, place } = describeYamlIssue(result.issues[0], document, lines)
  throw new ConfigError('config-invalid', reason, {
    place: `${shown}:${place}`,
    remedy: `See ${details.page ?? 'docs/configuration.md'} for every setting.`,
  })
}
