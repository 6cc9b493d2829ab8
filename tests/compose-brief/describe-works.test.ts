import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeWorks } from '../../pipeline/compose-brief/describe-works.ts'
import type { Work } from '../../pipeline/contract/bibliography.ts'

const work = (title: string, id = title): Work => ({
  id,
  csl: { id, type: 'book', title },
  raw: [title],
  origins: [],
  confidence: {},
})
const shorten = (...titles: readonly string[]) =>
  describeWorks(titles.map(title => work(title))).map(item => item['title-short'] ?? item.title)

it.each([
  ['Harbour Towns', 'Harbour Towns'],
  ['Harbour towns: an atlas of trade', 'Harbour towns'],
  ['Novak: trade between towns of the south grew', 'Novak: trade between towns'],
  ['The 100th company of the port has been registered', 'The 100th company'],
  ['Proceedings of the conference "Science of ports" in Riga', 'Proceedings of the conference'],
  ['Торговля портов на севере и юге в новых условиях', 'Торговля портов на севере'],
])('cites “%s” as “%s”', (title, short) => {
  expect(shorten(title)).toEqual([short])
})

it('never gives two works the same short title', () => {
  const [first, second] = shorten(
    'Novak: trade of the towns grew in spring',
    'Novak: trade of the towns fell in autumn',
  )
  expect(first).not.toBe(second)
})

it('gives a beginning of the title', () => {
  const words = fc.array(fc.constantFrom('Port', 'of', 'the', 'towns:', '"Sea', 'wall"', 'and', 'trade.', '(old'), {
    minLength: 1,
  })
  fc.assert(
    fc.property(words, list => {
      const title = list.join(' ')
      expect(title.startsWith(shorten(title)[0] ?? '-')).toBe(true)
    }),
  )
})
