import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createProject } from '../project.ts'

// A case is a folder: a document, the themes as they stand in briefwright.yml, and what is to be taken of it.
const folder = path.join(import.meta.dirname, '../fixtures/passages')

interface Record {
  readonly id: string
  readonly theme: string
  readonly grade: string
  readonly sentences: readonly string[]
}

describe('passages of a document', () => {
  test.each(readdirSync(folder))('%s', async name => {
    const read = (file: string) => readFileSync(path.join(folder, name, file), 'utf8')
    expect(existsSync(path.join(folder, name, 'expected.txt'))).toBe(true)
    const project = createProject()
    try {
      project.write('seeds/document.md', read('document.md'))
      project.write('briefwright.yml', `title: Test\nthemes:\n${read('themes.yml')}`)
      const { exitCode, out } = await project.run('inspect', 'passages')
      expect(exitCode).toBe(0)
      const lines = (JSON.parse(out) as readonly Record[]).map(({ theme, id, grade, sentences }) => {
        const numbers = sentences.map(sentence => sentence.split('.').at(-1))
        return `${theme} ${id.split('-').at(-1)} ${grade} ${numbers.join(',')}\n`
      })
      expect(lines.join('')).toBe(read('expected.txt'))
    } finally {
      project.remove()
    }
  })
})
