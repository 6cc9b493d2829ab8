/**
 * Reports what conversion has done to a seed's text: replacement characters, control characters, and the placeholders
 * that tools leave behind. One message a line.
 */
import type { Point } from 'unist'
import type { VFileMessage } from 'vfile-message'
import type { Seed } from '../contract/seed.ts'
import { createMessage } from '../diagnostics/create-message.ts'
import { lastAtMost } from '../tree/last-at-most.ts'

const damages: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['characters that could not be decoded (U+FFFD)', /\uFFFD+/gu],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  ['control characters', /[\u0000-\u0008\u000b\u000e-\u001f\u007f]+/gu],
  [
    'a placeholder that a tool left behind',
    /(?<![\w@./-])[a-z]+(?:-[a-z]+)*-?\d{3,}@\w{1,3}(?![\w.-])|\(cid:\d+\)|\[object Object\]/gu,
  ],
]

/** Messages for the damaged lines of a seed's text; `restore` leads from its places to those on disk. */
export function checkText(
  seed: Pick<Seed, 'path' | 'text'>,
  restore: (point: Point) => Point,
): readonly VFileMessage[] {
  const messages: VFileMessage[] = []
  let lineStarts: readonly number[] | undefined
  for (const [what, pattern] of damages) {
    let lastLine = 0
    for (const match of seed.text.matchAll(pattern)) {
      lineStarts ??= listLineStarts(seed.text)
      const start = pointAt(lineStarts, match.index)
      if (start.line === lastLine) continue
      lastLine = start.line
      const end = pointAt(lineStarts, match.index + match[0].length)
      const shown = /^[\x20-\x7e]+$/u.test(match[0]) ? `: ${match[0]}` : ''
      messages.push(
        createMessage('text-is-undamaged', `The text holds ${what}${shown}`, {
          file: seed.path,
          position: { start: restore(start), end: restore(end) },
        }),
      )
    }
  }
  return messages
}

function listLineStarts(text: string): readonly number[] {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/gu)) starts.push(match.index + match[0].length)
  return starts
}

function pointAt(lineStarts: readonly number[], offset: number) {
  const index = lastAtMost(lineStarts, offset, start => start)
  return { line: index + 1, column: offset - (lineStarts[index] as number) + 1, offset }
}
