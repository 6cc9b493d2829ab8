import { afterAll, beforeAll, expect, test } from 'vitest'
import { createProject, type TestProject } from '../project.ts'

const first = `---
date: "2022"
language: en
title: Harbour report
---
# Norland

China bought 300 thousand tonnes of salt in Norland in 2020.[^1] Exports of China to Norland reached $425 million in 2021.[^2]

[^1]: Novak, A. The salt roads. Minsk, 2019. P. 7.
[^2]: Novak, A. The sea roads. Minsk, 2022. P. 17.
`
const second = `---
date: "2022"
language: en
title: Customs review
---
# Norland

In 2021, exports of China to Norland amounted to $451 million.[^1] The trade with China went on.

[^1]: Smith, B. Customs. Oslo, 2020. P. 9.
`

let project: TestProject
let built: Awaited<ReturnType<TestProject['run']>>
beforeAll(async () => {
  project = createProject()
  project.write('seeds/a.md', first)
  project.write('seeds/b.md', second)
  built = await project.run('build', '--theme', 'china')
}, 60_000)
afterAll(() => project.remove())

/** The words of a page, without its marks. */
const words = (html: string) => html.replace(/<style[\s\S]*?<\/style>|<[^>]*>/gu, '').replace(/\s+/gu, ' ')

test('the build tells both places', () => {
  expect(built.exitCode).toBe(0)
  expect(built.error + built.out).toContain('$451 million disagrees with $425 million at seeds/a.md:8')
})

test.each(['analyst', 'executive', 'press'])('the %s brief shows what the sources say besides', audience => {
  const page = words(project.read(`out/briefs/china/${audience}.html`))
  expect(page).toMatch(/The sources also say \$425 million \(Harbour report, ?l\. 8\)/u)
  expect(page).toMatch(/The sources also say \$451 million \(Customs review, ?l\. 8\)/u)
})

test('the analyst sees them side by side, each with its sentence', () => {
  const page = words(project.read('out/briefs/china/analyst.html'))
  const section = page.slice(page.lastIndexOf('Figures that disagree'))
  expect(section).toMatch(/\$425 million.*reached \$425 million in 2021.*\$451 million.*amounted to \$451 million/u)
})

test('the edition holds against its seeds', async () => {
  const { exitCode, out, error } = await project.run('verify')
  expect(out + error).not.toMatch(/warning|error/u)
  expect(exitCode).toBe(0)
}, 60_000)
