import { mkdtempSync, rmSync } from 'node:fs'
import type { LookupFunction } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseAddress } from '../../pipeline/check-links/ask-address.ts'
import { checkLinks } from '../../pipeline/check-links/index.ts'
import type { Work } from '../../pipeline/contract/bibliography.ts'
import type { Finding } from '../../pipeline/contract/quality.ts'
import { type LocalSite, startSite } from './local-site.ts'

let site: LocalSite
let cache: string
beforeEach(async () => {
  site = await startSite()
  cache = mkdtempSync(path.join(tmpdir(), 'links-'))
})
afterEach(async () => {
  await site.stop()
  rmSync(cache, { recursive: true, force: true })
})

/** Every name of `.test` is this machine; no other name exists. */
const resolve: LookupFunction = (hostname, _options, callback) => {
  if (hostname.endsWith('.test')) callback(null, [{ address: '127.0.0.1', family: 4 }])
  else callback(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), '', 0)
}

const workOf = (url: string, index: number): Work => ({
  id: `work${index + 1}`,
  csl: { id: `work${index + 1}`, type: 'webpage', URL: url },
  confidence: {},
  raw: [url],
  origins: [
    {
      seed: 'seeds/a.txt',
      position: { start: { line: index + 1, column: 1 }, end: { line: index + 1, column: 9 } },
    },
  ],
})

interface Settings {
  readonly timeoutSeconds?: number
  readonly concurrency?: number
  readonly cache?: boolean
  readonly privateHosts?: readonly string[]
  readonly findings?: readonly Finding[]
  readonly now?: () => number
}

const publicNames = ['a.test', 'b.test', 'c.test', 'd.test', 'e.test', 'f.test']

function check(urls: readonly string[], settings: Settings = {}) {
  const { findings = [], now, cache: kept = false, ...links } = settings
  const config = {
    folders: { seeds: '', templates: '', out: '', cache },
    cache: kept,
    links: { timeoutSeconds: 5, concurrency: 4, cacheDays: 7, privateHosts: publicNames, ...links },
  }
  const material = { bibliography: { works: urls.map(workOf) }, sources: { findings } }
  return checkLinks(material, config, { resolve, ...(now ? { now } : {}) })
}

const at = (page: string, host = 'a.test') => `http://${host}:${site.port}${page}`

describe('what an address answers', () => {
  test.each([
    ['/200', 'alive', undefined],
    ['/404', 'dead', 'answers 404'],
    ['/410', 'dead', 'answers 410'],
    ['/403', 'unknown', 'answers 403'],
    ['/head-405', 'alive', undefined],
    ['/head-403', 'alive', undefined],
    ['/head-501', 'alive', undefined],
    ['/head-404', 'alive', undefined],
    ['/hops-5', 'alive', undefined],
    ['/hops-6', 'unknown', 'redirects more than 5 times'],
    ['/circle', 'unknown', 'redirects in a circle'],
    ['/moved-for-now', 'alive', undefined],
    ['/moved-and-gone', 'dead', 'answers 404'],
    ['/to-file', 'unknown', 'leads to an address of file: which is not asked'],
    ['/to-nothing', 'unknown', 'is no address'],
    ['/switches', 'unknown', 'answers 101'],
    ['/switches-to-nothing', 'unknown', 'answers 101'],
    ['/breaks', 'unknown', 'gives no answer (ECONNRESET)'],
  ])('%s is %s', async (page, state, reason) => {
    const { value, messages } = await check([at(page)])
    expect(value).toMatchObject([{ state, cached: false, ...(reason === undefined ? {} : { reason }) }])
    const rules = { alive: [], dead: ['link-is-alive'], unknown: ['link-is-checked'] }[state]
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(rules)
  })

  test('a page that has moved for good says where to', async () => {
    const { value, messages } = await check([at('/moved')])
    expect(value).toMatchObject([{ state: 'moved', movedTo: at('/200') }])
    expect(messages).toMatchObject([
      { ruleId: 'link-is-current', reason: `The address ${at('/moved')} has moved for good to ${at('/200')}`, line: 1 },
    ])
  })

  test('a host that does not exist is dead', async () => {
    const { value } = await check([at('/200'), 'http://gone.invalid/page'])
    expect(value[1]).toMatchObject({ state: 'dead', reason: 'has a host that does not exist' })
  })

  test('where no host is found at all, it is this machine that has no network', async () => {
    const urls = ['http://gone.invalid/page', 'http://gone-too.invalid/page']
    const { value } = await check(urls, { cache: true })
    expect(value.map(({ state }) => state)).toEqual(['unknown', 'unknown'])
    expect((await check(urls, { cache: true })).value.map(({ cached }) => cached)).toEqual([false, false])
  })

  test('which is told though older answers are kept', async () => {
    const gone = ['http://gone.invalid/page', 'http://gone-too.invalid/page']
    await check([at('/200')], { cache: true })
    const { value } = await check([at('/200'), ...gone], { cache: true })
    expect(value.map(({ state }) => state)).toEqual(['alive', 'unknown', 'unknown'])
  })

  test('one that takes too long is asked twice, and then left', async () => {
    const { value } = await check([at('/never')], { timeoutSeconds: 0.1 })
    expect(value).toMatchObject([{ state: 'unknown', reason: 'takes longer than 0.1 seconds' }])
    expect(site.hits).toHaveLength(2)
  })
})

test('HEAD goes first, GET only where it is refused, and the product gives its name', async () => {
  await check([at('/200'), at('/head-405')])
  expect(site.hits).toEqual(['HEAD /200 a.test', 'HEAD /head-405 a.test', 'GET /head-405 a.test'])
  expect([...site.agents]).toEqual([expect.stringMatching(/^Briefwright\//)])
})

describe('what is asked', () => {
  test('each address once, in the order of the bibliography', async () => {
    const { value } = await check([at('/x', 'b.test'), at('/404'), at('/x', 'b.test')])
    expect(value.map(({ workId }) => workId)).toEqual(['work1', 'work2'])
    expect(site.hits.filter(hit => hit.includes('/x'))).toHaveLength(1)
  })

  test('no address that is known to break off, and nothing that is no address', async () => {
    const finding: Finding = {
      kind: 'cutAddress',
      note: '1',
      identifier: '1',
      url: at('/cut-'),
      origin: workOf('', 0).origins[0] as Finding['origin'],
    }
    const { value } = await check([at('/cut-'), 'http://', 'https://exa mple/'], { findings: [finding] })
    expect([value, site.hits]).toEqual([[], []])
  })

  test('only http and https', async () => {
    const { value } = await check(['ftp://a.test/file', 'file:///etc/hostname'])
    expect(value.map(({ state }) => state)).toEqual(['unknown', 'unknown'])
    expect(site.hits).toEqual([])
  })
})

describe('an address without a scheme', () => {
  test.each([
    ['x.test:8080/a', 'https://x.test:8080/a'],
    ['x.test:8080', 'https://x.test:8080/'],
    ['x.test:8080?a=b', 'https://x.test:8080/?a=b'],
    ['x.test/a:1', 'https://x.test/a:1'],
    ['mailto:a@x.test', 'mailto:a@x.test'],
    ['tel:+375171234567', 'tel:+375171234567'],
    ['HTTP://x.test:8080/a', 'http://x.test:8080/a'],
  ])('%s is asked as %s', (text, url) => {
    expect(parseAddress(text)?.href).toBe(url)
  })
})

describe('a host that is not on the public network', () => {
  const refused = 'leads to a host that is not on the public network; it is not asked'
  test.each(['127.0.0.1', 'localhost.test', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '0'])(
    '%s is not asked',
    async host => {
      const { value } = await check([at('/200', host)])
      expect(value).toMatchObject([{ state: 'unknown', reason: refused }])
      expect(site.hits).toEqual([])
    },
  )

  test.each(['/to-private', '/to-private-name'])('nor where a public page leads there: %s', async page => {
    const { value } = await check([at(page)])
    expect(value).toMatchObject([{ state: 'unknown', reason: refused }])
    expect(site.hits.filter(hit => hit.includes('secret'))).toEqual([])
  })

  test('is asked where the configuration names it', async () => {
    const { value } = await check([at('/200', '127.0.0.1')], { privateHosts: ['127.0.0.1'] })
    expect(value).toMatchObject([{ state: 'alive' }])
  })
})

describe('how many requests there are at a time', () => {
  test('never more than the limit, and one to a host', async () => {
    const urls = publicNames.flatMap(host => [1, 2, 3].map(page => at(`/slow${page}`, host)))
    const { value } = await check(urls, { concurrency: 3 })
    expect(value.every(({ state }) => state === 'alive')).toBe(true)
    expect(site.most).toEqual({ all: 3, perHost: 1 })
  })
})

describe('answers are kept', () => {
  const day = 24 * 60 * 60 * 1000
  let time = 0
  const now = () => time
  const ask = async () => {
    const before = site.hits.length
    const { value } = await check([at('/200'), at('/404'), at('/moved')], { cache: true, now })
    return {
      cached: value.map(({ cached }) => cached),
      states: value.map(({ state }) => state),
      hits: site.hits.length - before,
    }
  }

  test('good ones for a week, others for a day, and with the same messages', async () => {
    time = 0
    expect(await ask()).toMatchObject({ cached: [false, false, false] })
    time = day - 1
    expect(await ask()).toEqual({ cached: [true, true, true], states: ['alive', 'dead', 'moved'], hits: 0 })
    time = day
    expect(await ask()).toEqual({ cached: [true, false, true], states: ['alive', 'dead', 'moved'], hits: 2 })
    time = 7 * day
    expect(await ask()).toMatchObject({ cached: [false, false, false] })
  })

  test('and asked anew where another host may be asked', async () => {
    const url = at('/200', '127.0.0.1')
    expect((await check([url], { cache: true })).value).toMatchObject([{ state: 'unknown', cached: false }])
    const allowed = await check([url], { cache: true, privateHosts: ['127.0.0.1'] })
    expect(allowed.value).toMatchObject([{ state: 'alive', cached: false }])
  })

  test('and not where the cache is off', async () => {
    await check([at('/200')], { cache: false })
    await check([at('/200')], { cache: false })
    expect(site.hits).toHaveLength(2)
  })
})

test('no works, no requests', async () => {
  expect(await check([])).toEqual({ value: [], messages: [] })
})
