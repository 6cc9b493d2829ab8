/**
 * Whether a figure is one of a plan: briefs say so beside it, and charts leave it out.
 */
import type { Figure } from '../contract/evidence.ts'
import { phrasePattern, plannedWords } from './charts/chart-words.ts'
import { trimStatement } from './trim-statement.ts'

const planned = phrasePattern(plannedWords)

/** Whether words before the figure, or in its clause after it, say that it is planned or only possible. */
export function isPlanned({
  figure: { sentence, valueText },
  at,
}: {
  readonly figure: Figure
  readonly at: number
}): boolean {
  const after = sentence.slice(at + valueText.length).split(/[,;:.!?]| and | but | и | но | а /u)[0] ?? ''
  return planned.test(`${clauseBefore(sentence, at)} ${after}`.replace(/\bMay\b/gu, '').toLowerCase())
}

/** The words before a figure, back to the colon, relative pronoun or `It should be noted that` behind which it stands. */
function clauseBefore(sentence: string, at: number): string {
  const { from } = trimStatement(sentence, Number.POSITIVE_INFINITY)
  const before = sentence.slice(Math.min(from, at), at)
  const turns = [...before.matchAll(/[:;]|,[^,]*\b(?:which|who|whom|whose|where)\b/gu)]
  return before.slice(turns.at(-1)?.index ?? 0)
}
