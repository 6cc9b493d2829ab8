/**
 * Which addresses may be asked. An address in a seed is untrusted: it must never reach a machine that only this one can
 * reach. A name is resolved first, and the connection is made to the very addresses that were looked at.
 */
import { lookup as resolveName } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Thrown where a host is not on the public network. */
class PrivateHostError extends Error {
  readonly code = 'PRIVATE_HOST'
}

/** Special-purpose ranges of the IANA registries (RFC 6890) and multicast; mapped IPv4 is looked at as IPv4. */
const ranges: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

const special = new BlockList()
for (const [net, prefix] of ranges) special.addSubnet(net, prefix, net.includes(':') ? 'ipv6' : 'ipv4')

/** Whether an IP address is one of the public network. Text that is no IP address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address.replace(/%.*$/u, ''))
  return family !== 0 && !special.check(address.replace(/%.*$/u, ''), family === 6 ? 'ipv6' : 'ipv4')
}

/** The host of an address without the brackets of IPv6. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/gu, '').toLowerCase()
}

/** Fails for an IP address that is not public; names are looked at when they are resolved. */
export function assertPublicHost(url: URL, allowedHosts: readonly string[]): void {
  const host = hostOf(url)
  if (isIP(host) !== 0 && !isPublicAddress(host) && !isAllowed(host, allowedHosts)) throw new PrivateHostError(host)
}

/** Resolves a name for a connection; one that leads to any address which is not public is refused. */
export function guardLookup(allowedHosts: readonly string[], resolve: LookupFunction = resolveName): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0)
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }]
      const [first] = addresses
      const isRefused = !isAllowed(hostname, allowedHosts) && addresses.some(({ address }) => !isPublicAddress(address))
      if (!first || isRefused) return callback(new PrivateHostError(hostname), '', 0)
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
    })
  }
}

function isAllowed(host: string, allowedHosts: readonly string[]): boolean {
  return allowedHosts.some(allowed => allowed.toLowerCase() === host.toLowerCase())
}
