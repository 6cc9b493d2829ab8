/**
 * Proposed themes as YAML to paste under `themes:` in briefwright.yml, with what each line rests on in a comment.
 */
import { stringify } from 'yaml'
import type { SuggestedTerm, Suggestions, ThemeSuggestion } from './contract/suggestion.ts'

/** The YAML, indented for its place; empty where nothing is proposed. */
export function printSuggestions({ themes, paragraphs }: Suggestions): string {
  if (themes.length === 0) return ''
  const head =
    '  # For `themes:` in briefwright.yml; read and cut. Related names are weighed by the share of their sentences\n' +
    '  # that name the theme too: 1 counts anywhere, less only where the theme is being spoken of.\n'
  return head + themes.map(theme => printTheme(theme, paragraphs)).join('\n')
}

function printTheme({ id, title, terms, aliases, related, paragraphs: own }: ThemeSuggestion, all: number): string {
  return [
    `  # named in ${own} of ${all} paragraphs`,
    `  ${scalar(id)}:`,
    `    title: ${scalar(title)}`,
    '    terms:',
    ...listTerms(terms),
    ...(aliases.length > 0 ? ['    aliases:', ...listTerms(aliases)] : []),
    ...(related.length > 0 ? ['    related:'] : []),
    ...related.map(({ text, weight, sentences, together }) =>
      annotate(`      ${scalar(text)}: ${weight}`, `${together} of ${sentences} sentences`),
    ),
    '',
  ].join('\n')
}

function listTerms(terms: readonly SuggestedTerm[]): readonly string[] {
  return terms.map(({ text, sentences }) =>
    annotate(`      - ${scalar(text)}`, `${sentences} sentence${sentences === 1 ? '' : 's'}`),
  )
}

function annotate(line: string, comment: string): string {
  return `${line.padEnd(40)} # ${comment}`
}

function scalar(text: string): string {
  return stringify(text).trim()
}
