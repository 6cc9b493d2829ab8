/**
 * The encoding that a markup document declares for itself: the XML declaration, `<meta charset>` or its older form with
 * `http-equiv`, in the first part of the file.
 */

/** Label of the declared encoding for TextDecoder, or undefined where there is none that is known. */
export function readDeclaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replace(/<!--[\s\S]*?-->/gu, '')
  const xml = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/iu.exec(head)?.[1]
  const meta = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head)?.[1]
  for (const label of [meta, xml]) if (label && isKnown(label)) return label
  return undefined
}

function isKnown(label: string): boolean {
  try {
    // A page whose declaration can be read as ASCII is no UTF-16, whatever it says.
    return !new TextDecoder(label).encoding.startsWith('utf-16')
  } catch {
    return false
  }
}
