/**
 * What a figure measures, as a key: figures over time are drawn together only where their subjects have the same words
 * and the same names. A subject that names nobody is told by the names of its sentence, or of the paragraph before it.
 */
import type { Stem } from '../../tree/stem-words.ts'
import type { PlacedFigure } from './attribute-figure.ts'
import { emptyWords, listWords } from './chart-words.ts'
import { splitWords, stemAll } from './match-words.ts'

const empty = new Set(listWords(emptyWords))

/** Makes the key of a figure's subject: sorted stems, such as `export norway wine`. */
export function createSubjectKey(
  findNames: (text: string) => readonly string[],
  stem: Stem,
): (placed: PlacedFigure) => string {
  return ({ figure, paragraph }) => {
    const words = splitWords(figure.subject).filter(word => !empty.has(word.toLowerCase()))
    const named = findNames(figure.subject)
    const own = named.length > 0 ? [] : findNames(figure.sentence)
    const index = paragraph.sentences.findIndex(({ id }) => id === figure.sentenceId)
    const before = paragraph.sentences.slice(0, Math.max(0, index)).flatMap(({ text }) => findNames(text))
    const names = named.length > 0 || own.length > 0 ? own : before
    return [...new Set([...words, ...names].flatMap(word => stemAll(word, stem)))].sort().join(' ')
  }
}
