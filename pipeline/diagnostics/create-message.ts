/**
 * Makes the pipeline's messages: a VFileMessage with its rule, its place and its remedy. Severity is not set here; the
 * reporters read it from the rule table.
 */
import type { Position } from 'unist'
import { VFileMessage } from 'vfile-message'
import { type RuleId, rules } from './rules.ts'

/** Where a message points: a seed or another file of the project, and a place in it where one is known. */
export interface MessagePlace {
  readonly file: string
  readonly position?: Position | undefined
}

/**
 * Reports that `rule` does not hold at a place; `reason` says what was found there, in one sentence without a full stop,
 * and `help` what to do about it where the rule's own remedy does not fit.
 */
export function createMessage(
  rule: RuleId,
  reason: string,
  place: MessagePlace,
  help: string = rules[rule].help,
): VFileMessage {
  const message = new VFileMessage(reason, {
    ruleId: rule,
    source: 'briefwright',
    ...(place.position ? { place: place.position } : {}),
  })
  message.file = place.file
  message.note = help
  return message
}
