/**
 * Asks the addresses of works whether they are alive. It is the only stage that touches the network, runs only when it
 * is asked for, and after everything else: nothing of an edition depends on it. The answers are kept in the cache.
 */
import path from 'node:path'
import pLimit from 'p-limit'
import type { VFileMessage } from 'vfile-message'
import type { Config } from '../contract/config.ts'
import type { CheckedLink, LinkAnswer } from '../contract/links.ts'
import type { Outcome } from '../contract/outcome.ts'
import { createMessage } from '../diagnostics/create-message.ts'
import { askAddress, type Send } from './ask-address.ts'
import { noAnswerCache, openAnswerCache } from './keep-answers.ts'
import { type Link, type LinkMaterial, listLinks } from './list-links.ts'
import { queueHosts } from './queue-hosts.ts'
import { type RequestOptions, requestHead } from './request-head.ts'

export interface LinkOptions {
  readonly onProgress?: (done: number, total: number, url: string) => void
  readonly resolve?: RequestOptions['resolve']
  /** The time in milliseconds. */
  readonly now?: () => number
}

/** Checks every address once, in the order of the bibliography; addresses that are known to be cut are not asked. */
export async function checkLinks(
  material: LinkMaterial,
  config: Pick<Config, 'links' | 'folders' | 'cache'>,
  { onProgress, resolve, now = Date.now }: LinkOptions = {},
): Promise<Outcome<readonly CheckedLink[]>> {
  const { timeoutSeconds, concurrency, cacheDays, privateHosts } = config.links
  const links = listLinks(material)
  const cache = config.cache
    ? await openAnswerCache(path.join(config.folders.cache, 'links'), { days: cacheDays, privateHosts, now })
    : noAnswerCache
  const request: RequestOptions = { timeoutSeconds, allowedHosts: privateHosts, ...(resolve ? { resolve } : {}) }
  const inTurn = queueHosts()
  const limit = pLimit(concurrency)
  let done = 0

  const check = async ({ host: _, ...link }: Link): Promise<CheckedLink> => {
    const kept = await cache.read(link.url)
    const send: Send = (method, url) => inTurn(url.hostname, () => requestHead(method, url, request))
    const answer = kept ?? (await askAddress(link.url, send, timeoutSeconds))
    // At once, so that a run which is broken off is not lost; silence is kept only when it is known whose it is.
    if (!kept && answer.status !== undefined) await cache.write(link.url, answer)
    done += 1
    onProgress?.(done, links.length, link.url)
    return { ...link, ...answer, cached: kept !== undefined }
  }
  // Host by host, so that the addresses of one site do not take every place.
  const groups = await Promise.all(
    groupByHost(links).map(group =>
      limit(async () => {
        const own: CheckedLink[] = []
        for (const link of group) own.push(await check(link))
        return own
      }),
    ),
  )
  const order = new Map(links.map(({ url }, index) => [url, index]))
  const answered = groups.flat().toSorted((left, right) => (order.get(left.url) ?? 0) - (order.get(right.url) ?? 0))
  if (isOutage(groups)) {
    const value = answered.map(link => (isHostGone(link) ? { ...link, state: 'unknown' as const } : link))
    return { value, messages: value.flatMap(report) }
  }
  const silent = answered.filter(({ cached, status }) => !cached && status === undefined)
  for (const { url, state, reason } of silent) await cache.write(url, { state, reason })
  return { value: answered, messages: answered.flatMap(report) }
}

function groupByHost(links: readonly Link[]): readonly (readonly Link[])[] {
  const groups = new Map<string, Link[]>()
  for (const link of links) {
    const group = groups.get(link.host)
    if (group) group.push(link)
    else groups.set(link.host, [link])
  }
  return [...groups.values()]
}

/** Whether it is this machine that has no network: of several hosts that were asked, none has answered. */
function isOutage(groups: readonly (readonly CheckedLink[])[]): boolean {
  const asked = groups.map(group => group.filter(({ cached }) => !cached)).filter(({ length }) => length > 0)
  return asked.length > 1 && asked.flat().every(({ status }) => status === undefined)
}

/** A host without an address gives no answer with a status. */
function isHostGone({ state, status }: LinkAnswer): boolean {
  return state === 'dead' && status === undefined
}

const ruleOf = {
  alive: undefined,
  moved: 'link-is-current',
  dead: 'link-is-alive',
  unknown: 'link-is-checked',
} as const

function report({ state, reason, url, origin }: CheckedLink): readonly VFileMessage[] {
  const rule = ruleOf[state]
  if (rule === undefined) return []
  return [createMessage(rule, `The address ${url} ${reason}`, { file: origin.seed, position: origin.position })]
}
