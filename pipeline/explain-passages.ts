/**
 * Says in words what became of each paragraph for each theme: for people who write themes and want to see why something
 * is in a brief, or is not.
 */
import type { Explanation } from './contract/passage.ts'
import { placeIn } from './diagnostics/report-messages.ts'

/** A block for each theme; a paragraph in which nothing was found and which does not belong is only counted. */
export function explainPassages(explanations: readonly Explanation[]): string {
  const themes = [...new Set(explanations.map(({ theme }) => theme))]
  return themes
    .map(id =>
      explainTheme(
        id,
        explanations.filter(({ theme }) => theme === id),
      ),
    )
    .join('\n')
}

function explainTheme(theme: string, explanations: readonly Explanation[]): string {
  const count = (wanted: Explanation['grade']) => explanations.filter(({ grade }) => grade === wanted).length
  const shown = explanations.filter(({ grade, reasons }) => grade !== 'not' || reasons.length > 0)
  const missed = shown.filter(({ grade }) => grade === 'not').length
  const head = `${theme}: ${count('about')} about, ${count('mentions')} mentions, ${missed} missed, ${explanations.length - shown.length} without a word of it\n`
  return head + shown.map(explainParagraph).join('')
}

function explainParagraph({ id, grade, score, section, origin, terms, reasons, sentences }: Explanation): string {
  const { start } = origin.position
  const taken = sentences.filter(sentence => sentence.taken)
  const all = taken.length === sentences.length
  return `${[
    `  ${placeIn(origin.seed, start.line, start.column)}  ${id}  ${grade === 'not' ? 'missed' : grade}${score === null ? '' : `  ${score.toFixed(2)}`}  (${section})`,
    ...(terms.length > 0
      ? [`    found  ${terms.map(({ text, weight, count }) => `${text} ${weight} × ${count}`).join(', ')}`]
      : []),
    `    why    ${reasons.join('; ')}`,
    ...(grade === 'not' ? [] : [`    taken  ${all ? 'all' : taken.length} of ${sentences.length} sentences`]),
    ...sentences.flatMap(sentence => describeSentence(sentence, all)),
  ].join('\n')}\n`
}

/** Sentences that hold something of the theme, and those that were taken although others were not. */
function describeSentence({ text, weight, taken }: Explanation['sentences'][number], all: boolean): readonly string[] {
  if (weight === 0 && (all || !taken)) return []
  const mark = taken ? '+' : '-'
  return [`      ${mark} ${String(Math.round(weight * 100) / 100).padEnd(4)} ${shorten(text)}`]
}

function shorten(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99).trimEnd()}…`
}
