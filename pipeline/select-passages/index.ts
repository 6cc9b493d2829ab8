/**
 * Chooses what belongs to each theme: sentence by sentence first, then whole paragraphs where enough of their sentences
 * do. Each passage says why it was chosen. Nothing is chosen by article: a theme is found wherever it is spoken of.
 */
import type { VFileMessage } from 'vfile-message'
import type { Config, Theme } from '../contract/config.ts'
import type { CitedDocument, Paragraph } from '../contract/document.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Passage } from '../contract/passage.ts'
import { createMessage } from '../diagnostics/create-message.ts'
import { type Judgement, judgeParagraphs } from './judge-paragraphs.ts'
import { compileTheme, type ThemeMatcher } from './match-terms.ts'
import { averageLength, scorePassage } from './score-passage.ts'

/** The passages of the selected themes, in the order of the themes and of the documents. */
export function selectPassages(documents: readonly CitedDocument[], config: Config): Outcome<readonly Passage[]> {
  const messages: VFileMessage[] = []
  const themes = config.themes.filter(({ id }) => config.selected.themes.includes(id))
  const passages = themes.flatMap(theme => {
    const matcher = compileTheme(theme)
    const found = documents.flatMap(({ paragraphs, seed: { overlay } }) => {
      const own = overlay ? compileTheme(theme, overlay.glossary) : matcher
      return selectFromDocument(paragraphs, theme, own)
    })
    if (found.length === 0) {
      messages.push(
        createMessage('theme-has-passages', `No passage of any seed belongs to the theme ${theme.id}`, {
          file: 'briefwright.yml',
        }),
      )
    }
    return found
  })
  return { value: passages, messages }
}

function selectFromDocument(paragraphs: readonly Paragraph[], theme: Theme, matcher: ThemeMatcher): readonly Passage[] {
  const average = averageLength(paragraphs)
  const judgements = judgeParagraphs(paragraphs, theme, matcher)
  return paragraphs.flatMap((paragraph, index) => {
    const { grade, sentences, naming, weight, reasons } = judgements[index] as Judgement
    if (grade === 'not') return []
    const passage: Passage = {
      id: paragraph.id,
      theme: theme.id,
      grade,
      score: scorePassage(weight, paragraph.text.length, average),
      reasons,
      text: paragraph.text,
      notes: paragraph.notes.map(({ note }) => note),
      sentences,
      naming,
      origin: { seed: paragraph.seed, position: paragraph.position },
    }
    return [passage]
  })
}
