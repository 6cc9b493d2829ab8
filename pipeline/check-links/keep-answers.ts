/**
 * Keeps what addresses answered between runs, so that a host is not asked at every check. An answer that is no good is
 * kept for a day at the most. Anything wrong with the cache is a miss.
 */
import type { LinkAnswer } from '../contract/links.ts'

/** A store of answers. */
export interface AnswerCache {
  readonly read: (url: string) => Promise<LinkAnswer | undefined>
  readonly write: (url: string, answer: LinkAnswer) => Promise<void>
}

const day = 24 * 60 * 60 * 1000

export interface CacheOptions {
  /** How long a good answer is kept. */
  readonly days: number
  /** What may be asked decides what an answer means. */
  readonly privateHosts: readonly string[]
  /** The time in milliseconds. */
  readonly now: () => number
}

/** Opens the store in a folder. */
export async function openAnswerCache(folder: string, { days, privateHosts, now }: CacheOptions): Promise<AnswerCache> {
  const keyOf = (url: string) => JSON.stringify(['link', url, privateHosts])
  const { default: cacache } = await import('cacache')
  return {
    read: async url => {
      try {
        const { data } = await cacache.get(folder, keyOf(url))
        const { answer, at } = JSON.parse(data.toString('utf8')) as { answer: LinkAnswer; at: number }
        const isGood = answer.state === 'alive' || answer.state === 'moved'
        const age = now() - at
        return age >= 0 && age < (isGood ? days : Math.min(1, days)) * day ? answer : undefined
      } catch {
        return undefined
      }
    },
    write: async (url, answer) => {
      await cacache.put(folder, keyOf(url), JSON.stringify({ answer, at: now() })).catch(() => undefined)
    },
  }
}

/** A store that keeps nothing. */
export const noAnswerCache: AnswerCache = { read: async () => undefined, write: async () => undefined }
