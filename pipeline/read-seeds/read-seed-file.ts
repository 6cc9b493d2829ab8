/**
 * One seed by its path, for looking inside the pipeline: the file may lie anywhere, also outside the project.
 */
import path from 'node:path'
import type { Config } from '../contract/config.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Seed } from '../contract/seed.ts'
import { readSeed } from './read-seed.ts'

/** A list of one seed, or an empty one and an error message. Throws ConfigError where there is no file. */
export async function readSeedFile(file: string, config: Config): Promise<Outcome<readonly Seed[]>> {
  const { value, messages } = await readSeed(path.resolve(file), config)
  return { value: value ? [value] : [], messages }
}
