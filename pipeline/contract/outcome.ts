/**
 * What every stage gives: a value and its messages. Bad content is a message; bad
 * configuration throws a ConfigError; an impossible state is a failed assertion.
 */
import type { VFileMessage } from 'vfile-message'

/** What a stage hands on: its result and what it has to say about it. */
export interface Outcome<T> {
  readonly value: T
  readonly messages: readonly VFileMessage[]
}
