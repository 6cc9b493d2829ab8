/**
 * One request, of which only the head of the answer is wanted: this is the one file that opens a connection. A body is
 * never read, and nothing is sent but the address and who asks.
 */
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { assertPublicHost, guardLookup } from './public-address.ts'

/** The head of an answer. */
export interface AnswerHead {
  readonly status: number
  readonly location?: string
}

export interface RequestOptions {
  readonly timeoutSeconds: number
  /** Hosts that may be asked though they are not on the public network. */
  readonly allowedHosts: readonly string[]
  /** Resolves names; the system's resolver unless told. */
  readonly resolve?: LookupFunction
}

const headers = { 'user-agent': 'Briefwright/0.1 (link check)', accept: '*/*' }

/** Sends a request; rejects where there is no answer in time, or the host must not be asked. */
export async function requestHead(
  method: 'HEAD' | 'GET',
  url: URL,
  { timeoutSeconds, allowedHosts, resolve }: RequestOptions,
): Promise<AnswerHead> {
  assertPublicHost(url, allowedHosts)
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((done, fail) => {
    const request = send(url, {
      method,
      headers,
      // A connection of its own: one that is kept would bypass the look at the address.
      agent: false,
      lookup: guardLookup(allowedHosts, resolve),
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    })
    request.on('error', fail)
    request.on('response', response => {
      const { statusCode = 0, headers: answered } = response
      response.on('error', () => undefined)
      response.destroy()
      done({ status: statusCode, ...(answered.location === undefined ? {} : { location: answered.location }) })
    })
    // An answer that would speak another protocol from there on (101) is no `response`.
    request.on('upgrade', ({ statusCode = 0 }, socket) => {
      socket.destroy()
      done({ status: statusCode })
    })
    // However it ends: what has been settled stays so.
    request.on('close', () => fail(Object.assign(new Error('closed without an answer'), { code: 'ECONNRESET' })))
    request.end()
  })
}
