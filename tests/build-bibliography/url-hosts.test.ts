import { expect, test } from 'vitest'
import { parseReference } from '../../pipeline/build-bibliography/parse-reference.ts'

const faultOf = (url: string) => parseReference(`Harbour news [Electronic resource]. - 2022. - URL: ${url}`).urlFault

test.each([
  'https://press.example/a',
  'http://192.0.2.7:8080/a',
  'https://me@press.example/a',
  'https://пресса.example/а',
])('%s can be followed', url => {
  expect(faultOf(url)).toBeUndefined()
})

test.each(['http://press/a', 'http://192.0.2/a', 'https://press..example/a'])('%s cannot', url => {
  expect(faultOf(url)).toBe('malformed')
})
