import { expect, test } from 'vitest'
import { listTokens } from '../../pipeline/extract-evidence/tokens.ts'

/** Each token with the first letter of its kind. */
function show(text: string): readonly string[] {
  return listTokens(text).map(({ kind, text: piece }) => `${kind.charAt(0)}:${piece}`)
}

test.each([
  ['The quay cost 1,200.50 m²', ['w:The', 'w:quay', 'w:cost', 'n:1,200.50', 'w:m²']],
  ['co-op’s twenty-five KazAgro-2022', ['w:co-op’s', 'w:twenty-five', 'w:KazAgro-2022']],
  ['naïve cafe\u0301 Łódź и́ва', ['w:naïve', 'w:cafe\u0301', 'w:Łódź', 'w:и́ва']],
  ['5km $3 (a)', ['n:5', 'w:km', 'm:$', 'n:3', 'm:(', 'w:a', 'm:)']],
  [
    'at www.quay.example or 2nd@quay.example now',
    ['w:at', 'm:www.quay.example', 'w:or', 'm:2nd@quay.example', 'w:now'],
  ],
  ["rock' end- 'x", ['w:rock', "m:'", 'w:end', 'm:-', "m:'", 'w:x']],
])('the tokens of %s', (text, expected) => {
  expect(show(text)).toEqual(expected)
})

test('tokens of a part have the offsets of the whole, and one apostrophe in lower case', () => {
  const text = 'On Monday Novak’s ferry sank.'
  const [token] = listTokens(text, 10, 17)
  expect(token).toEqual({ kind: 'word', text: 'Novak’s', lower: "novak's", start: 10, end: 17 })
})
