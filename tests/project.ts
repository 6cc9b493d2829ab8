import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCli } from '../pipeline/cli.ts'

const root = path.join(import.meta.dirname, '..')

/** A project in a temporary folder: this project's configuration and templates, and seeds of the test's own. */
export interface TestProject {
  readonly folder: string
  readonly write: (file: string, content: string | Uint8Array) => void
  readonly read: (file: string) => string
  readonly run: (
    ...argv: string[]
  ) => Promise<{ readonly exitCode: number; readonly out: string; readonly error: string }>
  readonly list: (folder: string) => readonly string[]
  readonly remove: () => void
}

/** Makes a project; `ownTemplates` copies the templates, so that the test may break them. */
export function createProject(
  options: { readonly ownTemplates?: boolean; readonly environment?: NodeJS.ProcessEnv } = {},
): TestProject {
  const folder = mkdtempSync(path.join(tmpdir(), 'briefwright-'))
  mkdirSync(path.join(folder, 'seeds'))
  writeFileSync(path.join(folder, 'briefwright.yml'), readFileSync(path.join(root, 'briefwright.yml')))
  if (options.ownTemplates) cpSync(path.join(root, 'templates'), path.join(folder, 'templates'), { recursive: true })
  else symlinkSync(path.join(root, 'templates'), path.join(folder, 'templates'), 'dir')
  // The unpacked browser is shared; it takes two seconds to unpack.
  mkdirSync(path.join(root, '.cache'), { recursive: true })
  symlinkSync(path.join(root, '.cache'), path.join(folder, '.cache'), 'dir')
  return {
    folder,
    write: (file, content) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
      writeFileSync(path.join(folder, file), content)
    },
    read: file => readFileSync(path.join(folder, file), 'utf8'),
    list: name => readdirSync(path.join(folder, name), { recursive: true, encoding: 'utf8' }).sort(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
    run: async (...argv) => {
      let out = ''
      let error = ''
      const exitCode = await runCli(argv, {
        out: text => {
          out += text
        },
        error: text => {
          error += text
        },
        environment: options.environment ?? {},
        cwd: folder,
        interactive: false,
      })
      return { exitCode, out, error }
    },
  }
}
