/** What git knows of the seeds. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readCommit } from '../pipeline/config-commit.ts'

function makeRepository() {
  const folder = mkdtempSync(path.join(tmpdir(), 'briefwright-git-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const seeds = path.join(folder, 'seeds')
  mkdirSync(seeds)
  const git = (...argv: readonly string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...argv], {
      env: { ...process.env, GIT_COMMITTER_DATE: '2023-03-04T12:00:00Z' },
      encoding: 'utf8',
    })
  return { seeds, git, write: (name: string) => writeFileSync(path.join(folder, name), `${name} ${Math.PI}`) }
}

test('the newest commit that changed seeds counts, whatever came after it', async () => {
  const { seeds, git, write } = makeRepository()
  git('init', '--quiet')
  write('seeds/one.txt')
  git('add', '.')
  git('commit', '--quiet', '-m', 'seed')
  const hash = git('rev-parse', 'HEAD').trim()
  write('other.txt')
  git('add', '.')
  git('commit', '--quiet', '-m', 'other')
  expect(await readCommit(seeds)).toEqual({ hash, date: '2023-03-04' })
  write('seeds/two.txt')
  expect(await readCommit(seeds)).toEqual({ hash: `${hash}+`, date: '2023-03-04' })
})

test('a folder without git, or without a commit, has none', async () => {
  const { seeds, git } = makeRepository()
  expect(await readCommit(seeds)).toBeNull()
  git('init', '--quiet')
  expect(await readCommit(seeds)).toBeNull()
})
