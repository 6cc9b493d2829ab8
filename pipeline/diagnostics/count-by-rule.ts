/**
 * Counts messages by rule, the gravest first, leaving out rules that are switched off.
 */
import type { VFileMessage } from 'vfile-message'
import type { Config, Severity } from '../contract/config.ts'
import type { RuleCount } from '../contract/manifest.ts'
import { type RuleId, rules } from './rules.ts'

/** The severity of a rule in this project. */
export function severityOf(rule: string | undefined, overrides: Config['rules']): Severity {
  return overrides[rule ?? ''] ?? rules[rule as RuleId]?.severity ?? 'error'
}

const order: readonly Severity[] = ['error', 'warning', 'info']

/** One entry for each rule that was broken. */
export function countByRule(messages: readonly VFileMessage[], overrides: Config['rules']): readonly RuleCount[] {
  const counts = new Map<string, number>()
  for (const { ruleId } of messages) counts.set(ruleId ?? '', (counts.get(ruleId ?? '') ?? 0) + 1)
  return [...counts]
    .map(([rule, count]) => ({
      rule,
      severity: severityOf(rule, overrides),
      count,
      help: rules[rule as RuleId]?.help ?? '',
    }))
    .filter(({ severity }) => severity !== 'off')
    .sort(
      (left, right) =>
        order.indexOf(left.severity) - order.indexOf(right.severity) || (left.rule < right.rule ? -1 : 1),
    )
}

/** Whether a message makes the run fail: an error, or a warning under `--strict`. */
export function hasFailed(
  messages: readonly VFileMessage[],
  { rules: overrides, strict }: Pick<Config, 'rules' | 'strict'>,
): boolean {
  return messages.some(({ ruleId }) => {
    const severity = severityOf(ruleId, overrides)
    return severity === 'error' || (strict && severity === 'warning')
  })
}
