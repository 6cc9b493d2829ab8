import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardLookup, isPublicAddress } from '../../pipeline/check-links/public-address.ts'

test.each(['8.8.8.8', '93.184.216.34', '2001:4860:4860::8888', '2a00:1450:4001::5', '::ffff:8.8.8.8', '172.32.0.1'])(
  '%s is public',
  address => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  'localhost',
  '',
])('%s is not', address => {
  expect(isPublicAddress(address)).toBe(false)
})

test('no address of a private block is public, in either way of writing it', () => {
  fc.assert(
    fc.property(fc.nat(255), fc.nat(255), fc.nat(255), (b, c, d) => {
      for (const address of [`10.${b}.${c}.${d}`, `127.${b}.${c}.${d}`, `192.168.${c}.${d}`]) {
        expect(isPublicAddress(address)).toBe(false)
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false)
      }
    }),
  )
})

test('a name that leads to a public and a private address is refused', () => {
  const lookup = guardLookup([], (_hostname, _options, callback) =>
    callback(null, [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]),
  )
  let code: string | undefined
  lookup('both.test', {}, error => {
    code = error?.code
  })
  expect(code).toBe('PRIVATE_HOST')
})
