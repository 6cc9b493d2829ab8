/**
 * The shape every stage has: a value goes in, a value and its messages come out. Bad content is a message; bad
 * configuration throws a ConfigError; an impossible state is a failed assertion.
 */
import type { VFileMessage } from 'vfile-message'
import type { Config } from './config.ts'

/** What a stage hands on: its result and what it has to say about it. */
export interface Outcome<T> {
  readonly value: T
  readonly messages: readonly VFileMessage[]
}

/** One step of the pipeline. */
export type Stage<In, Out> = (input: In, config: Config) => Outcome<Out> | Promise<Outcome<Out>>
