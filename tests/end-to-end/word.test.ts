import { afterAll, beforeAll, expect, test } from 'vitest'
import { createProject, type TestProject } from '../project.ts'
import { makeWord, note, p, r, ref } from '../word-file.ts'

const paper = makeWord({
  body:
    p('Trade of the Inland Sea', '<w:pStyle w:val="Title"/>') +
    p('China', '<w:pStyle w:val="Heading1"/>') +
    p(
      `${r('Trade between Belarus and China grew by 12 percent in 2021.')}${ref(1)}<w:r><w:lastRenderedPageBreak/></w:r>${r(' China bought more timber from Belarus than any other country in that year.')}`,
    ) +
    p(`${r('Exports to China reached $900 million in 2022.')}${ref(2)}`),
  footnotes: note(1, 'Lind M. Harbours. Vellmar: Quay Press, 2022. P. 14.') + note(2, 'Ibid. P. 15.'),
  core: '<dc:title>Trade of the Inland Sea</dc:title><dc:creator>Mara Lind</dc:creator>',
})

let project: TestProject
beforeAll(() => {
  project = createProject()
  project.write('seeds/paper.docx', paper)
})
afterAll(() => project.remove())

test('inspect ast prints the tree, with paragraphs and pages', async () => {
  const { exitCode, out } = await project.run('inspect', 'ast', 'seeds/paper.docx')
  expect(exitCode).toBe(0)
  const tree = JSON.parse(out)
  expect(tree.children.map(({ type }: { type: string }) => type)).toEqual([
    'heading',
    'heading',
    'paragraph',
    'paragraph',
    'footnoteDefinition',
    'footnoteDefinition',
  ])
  expect(tree.children[3]).toMatchObject({
    position: { start: { line: 4, column: 1 } },
    data: { page: 2, paragraph: 4 },
  })
})

test('check finds nothing wrong, and a broken file is one error that names it', async () => {
  expect((await project.run('check', '--strict', '--theme', 'china')).exitCode).toBe(0)
  project.write('seeds/broken.docx', paper.subarray(0, paper.length - 100))
  const { exitCode, error } = await project.run('check')
  project.write('seeds/broken.docx', paper)
  expect(exitCode).toBe(1)
  expect(error).toContain('seeds/broken.docx\n  error seed-is-readable  The file is cut off')
  expect(error).not.toMatch(/\n\s+at .*\.(?:ts|mjs|js):\d+/)
})

test('a brief says pages and paragraphs, never lines', async () => {
  const { exitCode } = await project.run('build', '--format', 'html', '--theme', 'china', '--quiet')
  expect(exitCode).toBe(0)
  const brief = project.read('out/briefs/china/analyst.html')
  expect(brief).toContain('p. 2, para. 4')
  expect(brief).toContain('Mara Lind')
  const source = project.read('out/sources/paper.html')
  expect(source).toContain('aria-label="Source: page 1, paragraph 1"')
  for (const page of [brief, source])
    expect(page.replace(/<style[\s\S]*?<\/style>|\sclass="[^"]*"/g, '')).not.toMatch(/\blines?\b(?!=)/i)
})
