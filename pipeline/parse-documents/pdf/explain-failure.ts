/**
 * Why a PDF cannot be read, in words that say what to do. pdf.js names its errors for programmers.
 */
import type { RuleId } from '../../diagnostics/rules.ts'
import type { ExtractFailure } from './extracted-page.ts'

/** The rule that a failure breaks, and the reason. */
export function explainFailure({ name, message }: ExtractFailure): { readonly rule: RuleId; readonly reason: string } {
  const known = explanations[name]
  if (known) return { rule: known.rule, reason: known.reason.replace('%', message) }
  return { rule: 'seed-is-readable', reason: `The PDF is damaged and cannot be opened (${message || name})` }
}

const explanations: Readonly<Record<string, { readonly rule: RuleId; readonly reason: string }>> = {
  PasswordException: {
    rule: 'seed-is-readable',
    reason: 'The PDF is encrypted and opens only with a password; save a copy without one',
  },
  InvalidPDFException: {
    rule: 'seed-is-readable',
    reason:
      'This is no PDF, or one so damaged that it cannot be opened; save it anew from the program it was made with',
  },
  Timeout: {
    rule: 'seed-fits',
    reason:
      'Reading the PDF took longer than the % seconds that limits.readSeconds allows; split it, or raise the limit if the file is sound',
  },
  TooManyPages: { rule: 'seed-fits', reason: 'The PDF says that it has % pages, more than can be read; split it' },
  TooMuchText: { rule: 'seed-fits', reason: 'The PDF holds more text than can be read; split it' },
  TooMuchMemory: {
    rule: 'seed-fits',
    reason: 'The PDF unpacks to more than memory can hold; it is damaged, or must be split',
  },
}
