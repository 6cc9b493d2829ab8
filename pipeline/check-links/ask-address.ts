/**
 * Finds out whether an address is alive: follows redirects, asks again with GET where HEAD is refused, tries a second
 * time where the network may have been at fault, and judges the last answer.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { LinkAnswer } from '../contract/links.ts'
import type { AnswerHead } from './request-head.ts'

/** Sends one request. */
export type Send = (method: 'HEAD' | 'GET', url: URL) => Promise<AnswerHead>

const mostRedirects = 5
/** Before the second attempt. */
const pauseMilliseconds = 500

/** What the address `url` answers. Never throws. */
export async function askAddress(url: string, send: Send, timeoutSeconds: number): Promise<LinkAnswer> {
  const first = await attempt(url, send, timeoutSeconds)
  if (!first.mayPass) return first.answer
  await wait(pauseMilliseconds)
  return (await attempt(url, send, timeoutSeconds)).answer
}

interface Attempt {
  readonly answer: LinkAnswer
  /** Whether a second attempt may end otherwise. */
  readonly mayPass: boolean
}

async function attempt(start: string, send: Send, timeoutSeconds: number): Promise<Attempt> {
  let url = parseAddress(start)
  // Where the address has moved for good: as far as every step so far said so.
  let movedTo: string | undefined
  let isForGood = true
  let last: { readonly status?: number } = {}
  const seen = new Set<string>()
  for (let step = 0; url && step <= mostRedirects; step += 1) {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      return final({ state: 'unknown', reason: `leads to an address of ${url.protocol} which is not asked`, ...last })
    if (seen.has(url.href)) return final({ state: 'unknown', reason: 'redirects in a circle', ...last })
    seen.add(url.href)
    const head = await ask(url, send).catch((error: unknown) => describeFailure(error, timeoutSeconds))
    if ('answer' in head) return head
    const { status, location } = head
    if (!isRedirect(status) || location === undefined) return judge(status, movedTo)
    last = { status }
    const next = parseAddress(location, url)
    isForGood &&= status === 301 || status === 308
    if (isForGood) movedTo = next?.href
    url = next
  }
  const reason = url ? `redirects more than ${mostRedirects} times` : 'is no address'
  return final({ state: 'unknown', reason, ...last })
}

/** HEAD, and GET where the answer says that HEAD is refused, or may only have been refused. */
async function ask(url: URL, send: Send): Promise<AnswerHead> {
  const head = await send('HEAD', url)
  const { status } = head
  return status >= 400 && status !== 429 && status !== 503 ? send('GET', url) : head
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

function judge(status: number, movedTo: string | undefined): Attempt {
  if (status === 404 || status === 410) return final({ state: 'dead', reason: `answers ${status}`, status })
  if (status >= 400 || status < 200) {
    return {
      answer: { state: 'unknown', reason: `answers ${status}`, status },
      mayPass: status >= 500 || status === 429,
    }
  }
  return movedTo === undefined
    ? final({ state: 'alive', reason: `answers ${status}`, status })
    : final({ state: 'moved', reason: `has moved for good to ${movedTo}`, status, movedTo })
}

function describeFailure(error: unknown, timeoutSeconds: number): Attempt {
  const { code = '', name } = error as NodeJS.ErrnoException
  if (code === 'PRIVATE_HOST')
    return final({ state: 'unknown', reason: 'leads to a host that is not on the public network; it is not asked' })
  if (code === 'ENOTFOUND') return final({ state: 'dead', reason: 'has a host that does not exist' })
  const isLate = name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR' || code === 'ETIMEDOUT'
  const reason = isLate ? `takes longer than ${timeoutSeconds} seconds` : `gives no answer (${code || name})`
  return { answer: { state: 'unknown', reason }, mayPass: true }
}

function final(answer: LinkAnswer): Attempt {
  return { answer, mayPass: false }
}

/** A word before a colon; with a number behind it, it is a host with its port. */
const scheme = /^[a-z][a-z\d+.-]*:(?!\d{1,5}(?:[/?#]|$))/iu

/** An address as it is asked; one without a scheme is of the web. */
export function parseAddress(text: string, base?: URL): URL | undefined {
  const address = base || scheme.test(text) ? text : `https://${text}`
  if (!URL.canParse(address, base?.href)) return undefined
  const url = new URL(address, base)
  // Neither a place in the page nor a name and password belong into a request.
  url.hash = ''
  url.username = ''
  url.password = ''
  return url
}
