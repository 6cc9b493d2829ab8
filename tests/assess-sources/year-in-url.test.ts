import fc from 'fast-check'
import { expect, test } from 'vitest'
import { yearsInUrl } from '../../pipeline/assess-sources/year-in-url.ts'

test.each([
  ['https://news.example/2021/05/14/harbour', [2021]],
  ['https://news.example/2021/05', [2021]],
  ['https://news.example/2021-05-14-harbour.html', [2021]],
  ['https://news.example/trade/14.05.2021/harbour', [2021]],
  ['https://news.example/a/20210514/harbour.html', [2021]],
  ['https://agency.example/view/harbour-opened-530408-2022/', [2022]],
  ['https://agency.example/view/harbour-opened-530408-2022', [2022]],
  ['https://web.archive.org/web/20230101120000/https://news.example/2021/05/14/harbour', [2021]],
  ['news.example/2021/05/14/harbour', [2021]],
])('%s is of %j', (url, years) => {
  expect(yearsInUrl(url)).toEqual(years)
})

test.each([
  ['the number of an article', 'https://news.example/article/20221'],
  ['a number that looks like a year', 'https://news.example/id/1984'],
  ['a longer number', 'https://news.example/12021051499/harbour'],
  ['eight digits that are no date', 'https://news.example/20229914/harbour'],
  ['the year a report is about', 'https://bank.example/reports/annual-report-2021.pdf'],
  ['a year alone', 'https://bank.example/2021/report'],
  ['a year in the title', 'https://news.example/view/outlook-for-2024/'],
  ['the day a file was put on a server', 'https://news.example/wp-content/uploads/2021/05/paper.pdf'],
  ['a query', 'https://news.example/view?from=2021/05/14'],
  ['a host', 'https://expo-2020-05-01.example/view'],
  ['the day of an archive’s copy', 'https://web.archive.org/web/20210514/https://news.example/harbour'],
  ['a number before a slug of one number', 'https://news.example/2022-530408/'],
  ['no address', 'see the author'],
  ['nothing', ''],
])('%s is no year', (_, url) => {
  expect(yearsInUrl(url)).toEqual([])
})

test('any text gives years of this age, or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), url => {
      for (const year of yearsInUrl(url)) expect(year >= 1980 && year < 2100).toBe(true)
    }),
  )
})
