/**
 * The look of a run: its face, and the address it leads to. Only addresses of the web and of mail are kept; `javascript:`
 * and files on the writer's disk are no links for a reader.
 */
import type { Look } from './pieces.ts'
import type { Face } from './read-styles.ts'

/** The face of text about which nothing is said. */
export const plainLook: Look = {
  strong: false,
  emphasis: false,
  deleted: false,
  raised: false,
  noteNumber: false,
  url: undefined,
}

/** The look of a run; addresses other than of the web and of mail lead nowhere. */
export function lookOf(face: Face, url: string | undefined): Look {
  return {
    strong: face.strong === true,
    emphasis: face.emphasis === true,
    deleted: face.deleted === true,
    raised: face.raised === true,
    noteNumber: face.noteNumber === true,
    url: url !== undefined && /^(?:https?:\/\/|mailto:)\S+$/iu.test(url) ? url : undefined,
  }
}

/** Whether two pieces have one face and lead to one place. */
export function isSameLook(left: Look, right: Look): boolean {
  return (Object.keys(left) as (keyof Look)[]).every(key => left[key] === right[key])
}
