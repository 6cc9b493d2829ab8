import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../pipeline/read-seeds/decode-text.ts'
import { readSeedFile } from '../../pipeline/read-seeds/read-seed-file.ts'
import { configWith } from '../documents.ts'
import { encode } from './encode.ts'

const russian = `Порт и железная дорога

За первые девять месяцев объём перевозок вырос на 12,4 % и достиг 3,8 млн тонн. «Это лучший результат за десять лет», — заявил руководитель ведомства. Строительство второго пути между станциями начнётся весной следующего года, его стоимость оценивается в 41 млрд рублей.
Новые склады у границы рассчитаны на 120 тыс. контейнеров в год. Эксперты полагают, что этого хватит до 2030 года.
`
const shortRussian = [
  'Порт и железная дорога',
  'Итоги года: рост на 5 %',
  'ГОДОВОЙ ОТЧЁТ О РАБОТЕ ПОРТА',
  'Экспорт вырос.',
  'Report 2023: Отчёт о торговле',
  'Соглашение о зоне свободной торговли',
  'Казахстан и Китай',
]
const shortWestern = [
  'The harbour is “old”, and the railway is new.',
  'It cost £12 million – twice the estimate.',
  'The ministry’s figures differ.',
  'Der Hafen wurde über die Grenze hinaus größer.',
  'Le trafic a augmenté de 5 % après la réforme.',
  'La producción creció según el informe del año pasado.',
]

describe('Cyrillic encodings are told apart', () => {
  const labels = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5']
  const writable = (text: string, label: string) =>
    label === 'windows-1251' ? text : text.replaceAll(/[«»“”]/g, '"').replaceAll(/[—–]/g, '-')
  const cases = labels.flatMap(label =>
    [russian, russian.repeat(40), ...shortRussian].map(text => [label, writable(text, label)] as const),
  )
  test.each(cases)('%s: %.40s', (label, text) => {
    expect(decodeText(encode(text, label))).toEqual({ text, encoding: label, assumed: true })
  })

  test('a text that turns Russian only after a long English part', () => {
    const text = `${'The railway and the port. '.repeat(5000)}${russian}`
    expect(decodeText(encode(text, 'windows-1251'))).toMatchObject({ text, encoding: 'windows-1251' })
  })
})

describe('western text in windows-1252', () => {
  test.each(shortWestern)('%s', text => {
    expect(decodeText(encode(text, 'windows-1252'))).toEqual({ text, encoding: 'windows-1252', assumed: true })
  })
  test('a long one', () => {
    const text = shortWestern.join('\n').repeat(30)
    expect(decodeText(encode(text, 'windows-1252'))).toMatchObject({ text, encoding: 'windows-1252' })
  })
})

describe('eastern text, where there is enough of it', () => {
  const chinese =
    '中国与哈萨克斯坦的贸易额在过去十年中大幅增长。铁路和港口的建设使货物运输更加便利，双方在边境设立了自由贸易区。'.repeat(
      4,
    )
  const taiwan =
    '中國與鄰國的貿易額在過去十年中大幅增長。鐵路和港口的建設使貨物運輸更加便利，雙方在邊境設立了自由貿易區。'.repeat(4)
  const japanese =
    '港と鉄道の建設により、貨物の輸送が便利になりました。両国は国境に自由貿易地域を設けています。'.repeat(4)
  test.each([
    ['gb18030', chinese],
    ['big5', taiwan],
    ['shift_jis', japanese],
  ])('%s', (label, text) => {
    expect(decodeText(encode(text, label))).toMatchObject({ text, encoding: label, assumed: true })
  })
})

describe('a page says what it is', () => {
  const page = (head: string) => `${head}<p>${russian}</p>`
  test.each([
    ['<html><head><meta charset="windows-1251"></head>', 'windows-1251'],
    ['<html><head><meta http-equiv=Content-Type content="text/html; charset=koi8-r">', 'koi8-r'],
    ['<?xml version="1.0" encoding="windows-1251"?><html>', 'windows-1251'],
  ])('%s', (head, label) => {
    const text = page(head).replaceAll(/[«»]/g, '"').replaceAll('—', '-')
    expect(decodeText(encode(text, label), 'text/html')).toEqual({ text, encoding: label })
  })

  test('UTF-8 stays UTF-8 where the declaration was left from before', () => {
    const text = page('<meta charset="windows-1251">')
    expect(decodeText(Buffer.from(text), 'text/html')).toEqual({ text, encoding: 'utf-8' })
  })

  test('a declaration that the bytes contradict is not believed', () => {
    const text = page('<meta charset="utf-8">')
    expect(decodeText(encode(text, 'windows-1251'), 'text/html')).toMatchObject({ text, encoding: 'windows-1251' })
  })

  test('text that is no page is not searched for declarations', () => {
    expect(decodeText(encode(page('<meta charset="koi8-r">'), 'windows-1251'))).toMatchObject({
      encoding: 'windows-1251',
    })
  })
})

describe('damaged UTF-8', () => {
  test.each([russian, russian.repeat(60), '“One” and – two – and ‘three’.'])('%.20s', text => {
    const bytes = Buffer.from(text)
    const middle = bytes.indexOf(0x20, bytes.length / 2)
    const damaged = Buffer.concat([bytes.subarray(0, middle), Buffer.from([0xe9]), bytes.subarray(middle)])
    const before = bytes.subarray(0, middle).toString()
    const decoded = decodeText(damaged)
    expect(decoded).toEqual({ text: `${before}\uFFFD${text.slice(before.length)}`, encoding: 'utf-8' })
  })
})

test('what is no text in any encoding is refused', () => {
  const noise = Uint8Array.from({ length: 5000 }, (_, index) => ((index * 7919 + (index >> 3) * 104729) % 223) + 33)
  expect(decodeText(noise)).toHaveProperty('reason')
  expect(decodeText(Uint8Array.from([0x41, 0xff, 0x0a]))).toHaveProperty('reason')
})

test('bytes of any kind are decoded the same twice', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      expect(decodeText(bytes)).toEqual(decodeText(bytes))
    }),
  )
})

test('what was assumed is said at the seed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'encodings-'))
  try {
    const file = path.join(folder, 'a.txt')
    writeFileSync(file, encode(russian.replace('ё', 'е'), 'windows-1251'))
    const { value, messages } = await readSeedFile(file, configWith())
    expect(value[0]).toMatchObject({ encoding: 'windows-1251', metadata: { title: 'Порт и железная дорога' } })
    expect(messages.map(({ ruleId, reason }) => [ruleId, reason])).toContainEqual([
      'encoding-is-declared',
      'The text is not UTF-8; by its letters it is taken to be windows-1251',
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
