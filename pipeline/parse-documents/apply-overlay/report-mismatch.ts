/**
 * Says that an entry of an overlay does not fit its seed: at the overlay's own line, with the key.
 */
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { createMessage } from '../../diagnostics/create-message.ts'

/** An entry's key, its place in the overlay and what is wrong, as the rest of a sentence that begins with the key. */
export function reportMismatch(overlay: string, key: string, position: Position, reason: string): VFileMessage {
  return createMessage('overlay-matches-seed', `${key}: ${reason}`, { file: overlay, position })
}

/** A text as it is quoted in a message. */
export function quote(text: string): string {
  const plain = text.trim()
  return `“${plain.length > 120 ? `${plain.slice(0, 119).trimEnd()}…` : plain}”`
}
