/**
 * Tells a name between quotation marks (`the park "Aurora"`, `the forum "Open Sea"`) from somebody's own words. Names are
 * short, capitalised or announced by what they name, have no verb, and no note marker follows them.
 */
import type { QuotationSpan } from './find-quotations.ts'
import type { Language } from './languages/language.ts'
import { isCapitalised, listTokens, type Token } from './tokens.ts'

/** Words of a name, or of a term in marks, at the most. */
const shortest = 6

/** Whether the words of a span are a name, a title or a term. */
export function isName(span: QuotationSpan, text: string, hasNote: boolean, language: Language): boolean {
  const tokens = listTokens(text, span.start, span.end)
  const words = tokens.filter(token => token.kind === 'word')
  if (words.length === 0) return true
  if (!span.closed) return isUnclosedName(text, span, language)
  if (!span.opened) return false
  if (isTitle(words, hasNote)) return true
  // `saves a third of the fuel` is what somebody says of a machine.
  const isPredicate = !isCapitalised(words[0]) && language.events.articles.has(words[1]?.lower ?? '')
  const hasVerb = isPredicate || words.some((word, index) => index > 0 && language.grammar.finiteVerbs.has(word.lower))
  if (isAnnounced(span, text, language)) return !hasVerb || isCapitalised(words[0])
  if (hasNote || (words.length > 2 && /[.!?…]\s*$/u.test(text.slice(span.start, span.end)))) return false
  return words.length <= shortest && !(hasVerb && words.length > 3)
}

/** Most long words have a capital; before a note all of them. */
function isTitle(words: readonly Token[], hasNote: boolean): boolean {
  const long = words.filter(word => word.text.length > 3)
  const capitals = long.filter(word => isCapitalised(word)).length
  return isCapitalised(words[0]) && long.length > 1 && capitals / long.length > (hasNote ? 0.99 : 0.6)
}

/** Whether the word before the opening mark says what is named: `park "…"`, `LLC "…"`. */
export function isAnnounced(span: QuotationSpan, text: string, language: Language): boolean {
  const before = listTokens(text, Math.max(0, span.start - 40), span.start - 1)
  const near = before.slice(-3).filter(token => token.kind === 'word')
  const last = before.at(-1)
  const direct = last?.kind === 'word' && language.quotations.classifiers.has(last.lower)
  // `Directive No. 9 "On …"`: the number of the paper stands between.
  const numbered = last?.kind === 'number' && near.some(token => language.grammar.labels.has(token.lower))
  return direct || numbered
}

/** A name whose closing mark was lost: `uses "Mogilevkhimvolokno. There …`. */
function isUnclosedName(text: string, span: QuotationSpan, language: Language): boolean {
  const first = /^[^.!?,;:]*/u.exec(text.slice(span.start, span.end))?.[0] ?? ''
  const words = listTokens(first).filter(token => token.kind === 'word')
  if (first.length >= span.end - span.start - 1 && words.length > 3) return false
  return (
    words.length <= 3 && isCapitalised(words[0]) && !words.some(word => language.grammar.finiteVerbs.has(word.lower))
  )
}
