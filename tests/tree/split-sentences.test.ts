import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitSentences } from '../../pipeline/tree/split-sentences.ts'

const split = (text: string, language = 'en') =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end))

test.each([
  [
    'an abbreviation',
    'Township Co., Ltd. (TC) came first. It left.',
    ['Township Co., Ltd. (TC) came first.', 'It left.'],
  ],
  [
    'initials',
    'The F. Skaryna University is in Gomel. It is old.',
    ['The F. Skaryna University is in Gomel.', 'It is old.'],
  ],
  ['a number sign', 'See Directive No. 9 of 2021. It holds.', ['See Directive No. 9 of 2021.', 'It holds.']],
  ['a one-word opening', 'Also. In January it began.', ['Also. In January it began.']],
  [
    'a quoted name',
    'The firm "SAMSE. Green Works," signed. Then it left.',
    ['The firm "SAMSE. Green Works," signed.', 'Then it left.'],
  ],
  [
    'an omission',
    'It was "worth much <...>. As a result, it sold". End.',
    ['It was "worth much <...>.', 'As a result, it sold".', 'End.'],
  ],
  ['a closing quotation mark', '"It grew at once". And it fell.', ['"It grew at once".', 'And it fell.']],
])('%s does not end a sentence too early', (_name, text, expected) => {
  expect(split(text)).toEqual(expected)
})

test('Russian abbreviations', () => {
  expect(split('В 2019 г. Порт вырос на 4 млн. тонн. Потом упал.', 'ru')).toEqual([
    'В 2019 г. Порт вырос на 4 млн. тонн.',
    'Потом упал.',
  ])
})

test('Chinese full stops', () => {
  expect(split('港口很大。铁路很长。', 'zh')).toEqual(['港口很大。', '铁路很长。'])
})

test('sentences are in order, apart, and hold every character that is not white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
      const ranges = splitSentences(text, 'en')
      let last = 0
      let rest = ''
      for (const { start, end } of ranges) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        rest += text.slice(last, start)
        last = end
      }
      expect((rest + text.slice(last)).trim()).toBe('')
    }),
  )
})
