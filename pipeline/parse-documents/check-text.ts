/**
 * Reports what conversion has done to a seed's text: replacement characters, control characters, and the placeholders
 * that tools leave behind. One message a line.
 */
import type { Root } from 'mdast'
import type { Point } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import { createMessage } from '../diagnostics/create-message.ts'
import { lastAtMost } from '../tree/last-at-most.ts'
import { pointInText } from '../tree/text-segments.ts'

const damages: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['characters that could not be decoded (U+FFFD)', /\uFFFD+/gu],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  ['control characters', /[\u0000-\u0008\u000b\u000e-\u001f\u007f]+/gu],
  [
    'a placeholder that a tool left behind',
    /(?<![\w@./-])[a-z]+(?:-[a-z]+)*-?\d{3,}@\w{1,3}(?![\w.-])|\(cid:\d+\)|\[object Object\]/gu,
  ],
]

/**
 * Messages for the damaged lines of a text; `restore` leads from its places to those on disk. Where a seed's file is no
 * text, the words of its tree are looked at.
 */
export function checkText(
  { path, text }: { readonly path: string; readonly text: string },
  tree: Root,
  restore: (point: Point) => Point,
): readonly VFileMessage[] {
  if (text === '') return checkTree(path, tree)
  let lineStarts: readonly number[] | undefined
  return checkValue(path, text, offset => {
    lineStarts ??= listLineStarts(text)
    return restore(pointAt(lineStarts, offset))
  })
}

function checkTree(path: string, tree: Root): readonly VFileMessage[] {
  const messages: VFileMessage[] = []
  visit(tree, 'text', node => {
    for (const message of checkValue(path, node.value, offset => pointInText(node, offset))) messages.push(message)
  })
  return messages
}

function checkValue(path: string, text: string, placeOf: (offset: number) => Point): readonly VFileMessage[] {
  const messages: VFileMessage[] = []
  for (const [what, pattern] of damages) {
    let lastLine = 0
    for (const match of text.matchAll(pattern)) {
      const start = placeOf(match.index)
      if (start.line === lastLine) continue
      lastLine = start.line
      const end = placeOf(match.index + match[0].length)
      const shown = /^[\x20-\x7e]+$/u.test(match[0]) ? `: ${match[0]}` : ''
      messages.push(
        createMessage('text-is-undamaged', `The text holds ${what}${shown}`, {
          file: path,
          position: { start, end },
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
