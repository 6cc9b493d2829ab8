/** A site on this machine that a test starts and stops; nothing in the tests asks any other. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface LocalSite {
  readonly port: number
  /** `HEAD /path host` of every request, in order. */
  readonly hits: readonly string[]
  /** The most requests that were open at the same time, in all and for one host. */
  readonly most: { all: number; perHost: number }
  readonly agents: ReadonlySet<string>
  readonly stop: () => Promise<void>
}

/** What the site does at a path. */
type Behaviour = (request: IncomingMessage, response: ServerResponse) => void

const answer =
  (status: number, location?: string): Behaviour =>
  (_, response) => {
    response.writeHead(status, location === undefined ? {} : { location }).end()
  }

const switching = 'HTTP/1.1 101 Switching Protocols'

/** The pages that tests ask for; `/slow…` answers after a while, `/never` not at all. */
function behaviourOf(path: string, port: number): Behaviour {
  const refused = /^\/head-(\d+)$/.exec(path)?.[1]
  if (refused)
    return (request, response) => answer(request.method === 'HEAD' ? Number(refused) : 200)(request, response)
  const status = /^\/(\d{3})$/.exec(path)?.[1]
  if (status) return answer(Number(status))
  if (path.startsWith('/slow')) return (...pair) => void setTimeout(() => answer(200)(...pair), 40)
  const hops = Number(/^\/hops-(\d+)$/.exec(path)?.[1] ?? 0)
  if (hops > 0) return answer(302, hops === 1 ? '/200' : `/hops-${hops - 1}`)
  switch (path) {
    case '/switches':
      return ({ socket }) => void socket.write(`${switching}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
    case '/switches-to-nothing':
      return ({ socket }) => void socket.end(`${switching}\r\n\r\n`)
    case '/never':
      return () => undefined
    case '/moved':
      return answer(301, '/moved-too')
    case '/moved-too':
      return answer(308, '/200')
    case '/moved-for-now':
      return answer(302, '/moved-too')
    case '/moved-and-gone':
      return answer(301, '/404')
    case '/circle':
      return answer(302, '/circle-back')
    case '/circle-back':
      return answer(302, '/circle')
    case '/to-private':
      return answer(302, `http://127.0.0.2:${port}/secret`)
    case '/to-private-name':
      return answer(302, `http://intranet.test:${port}/secret`)
    case '/to-file':
      return answer(302, 'file:///etc/hostname')
    case '/to-nothing':
      return answer(302, 'http://')
    case '/breaks':
      return request => request.socket.destroy()
    default:
      return answer(200)
  }
}

export async function startSite(): Promise<LocalSite> {
  const hits: string[] = []
  const most = { all: 0, perHost: 0 }
  const agents = new Set<string>()
  const open = new Map<string, number>()
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo
    const host = request.headers.host ?? ''
    hits.push(`${request.method} ${request.url} ${host.replace(/:\d+$/, '')}`)
    agents.add(request.headers['user-agent'] ?? '')
    open.set(host, (open.get(host) ?? 0) + 1)
    most.all = Math.max(
      most.all,
      [...open.values()].reduce((sum, count) => sum + count, 0),
    )
    most.perHost = Math.max(most.perHost, open.get(host) ?? 0)
    response.on('close', () => open.set(host, (open.get(host) ?? 1) - 1))
    behaviourOf(request.url ?? '/', port)(request, response)
  })
  await new Promise<void>(started => server.listen(0, '0.0.0.0', started))
  return {
    port: (server.address() as AddressInfo).port,
    hits,
    most,
    agents,
    stop: () => {
      server.closeAllConnections()
      return new Promise(stopped => server.close(() => stopped()))
    },
  }
}
