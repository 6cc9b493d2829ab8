/**
 * Reads judgments and acts, which need grammars of their own.
 */
import type { LegalReading } from './legal-reading.ts'
import { parseAct } from './parse-act.ts'
import { parseCase } from './parse-case.ts'
import type { Draft } from './reference.ts'

/** Longer texts are no citation of a law. */
const longest = 600

/** Reads a judgment or an act into `fields`; undefined where the text is neither. */
export function parseLegal(text: string, fields: Draft): LegalReading | undefined {
  if (text.length > longest) return undefined
  return parseCase(text.replace(/[\s.,;]+$/u, ''), fields) ?? parseAct(text, fields)
}
