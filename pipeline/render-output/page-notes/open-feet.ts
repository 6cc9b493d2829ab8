/**
 * Makes the notes at the feet of pages: what each citation opens in place on a screen, measured, filled in, and parted where
 * there is no room for all. It runs in the browser and is sent there as text: it calls nothing from outside.
 */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** What stands, or is still to stand, at the foot of a page. */
export interface Entry {
  /** Id that its citations lead to. */
  readonly target: string
  readonly marks: readonly HTMLAnchorElement[]
  /** On which the first of them stands, from 1. */
  readonly citedOn: number
  /** What is left of a note that began on a page before. */
  readonly rest: HTMLElement | null
}

/** A note that was put at a foot. */
export interface Foot {
  readonly id: string
  /** Id of the first of its citations, and the page of that. */
  readonly mark: string
  readonly citedOn: number
  /** From 1. */
  readonly page: number
}

/** The notes of a document. */
export interface Feet {
  /** Citations that are printed and open something, in the document's order. */
  readonly marks: readonly HTMLAnchorElement[]
  /** One entry for each work or note that some citations lead to, behind those carried over. */
  readonly gather: (
    carried: readonly Entry[],
    marks: readonly HTMLAnchorElement[],
    pageOf: (mark: Element) => number,
  ) => readonly Entry[]
  /** Height of entries, in pixels. */
  readonly measure: (entries: readonly Entry[]) => number
  /** Puts as much of the entries at the bottom of a room as fits, and gives what does not. */
  readonly fill: (place: HTMLElement, entries: readonly Entry[], room: number, page: number) => readonly Entry[]
  readonly placed: readonly Foot[]
  readonly close: () => void
}

/** Prepares the notes of a document for pages so wide, in pixels; what they take the place of is taken out of it. */
export function openFeet(width: number): Feet {
  const bench = document.createElement('div')
  bench.className = 'page-notes'
  bench.style.cssText = `position: absolute; top: 0; left: 0; width: ${width}px; visibility: hidden`
  document.documentElement.append(bench)

  const words = new Map<string, DocumentFragment>()
  for (const about of document.querySelectorAll('[popover][id^="about-"]')) {
    const kept = document.createDocumentFragment()
    for (const node of about.querySelector('p')?.childNodes ?? []) kept.append(node.cloneNode(true))
    for (const element of kept.querySelectorAll('[id]')) element.removeAttribute('id')
    words.set(about.id.slice('about-'.length), kept)
  }
  for (const list of document.querySelectorAll('[data-end-notes]')) {
    for (const { id } of list.querySelectorAll('[id]'))
      document
        .querySelector(`[data-page-of="${CSS.escape(id)}"]`)
        ?.closest('li')
        ?.remove()
    list.remove()
  }

  const targetOf = (mark: HTMLAnchorElement) => (mark.getAttribute('href') ?? '').slice(1)
  const marks = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]:has(+ button[popovertarget])')].filter(
    mark => words.has(targetOf(mark)) && mark.getClientRects().length > 0,
  )
  // A place of its own to come back to: that of an inline element in a parted paragraph is printed a few lines too high.
  const idOf = new Map(
    marks.map((mark, index) => {
      const around = mark.parentElement
      const isAround = /^[!-~]+$/.test(around?.id ?? '')
      const place = document.createElement('span')
      place.className = 'page-note-back'
      place.id = isAround && around ? around.id : `mark-${index + 1}`
      if (isAround) around?.removeAttribute('id')
      mark.before(place)
      return [mark, place.id]
    }),
  )

  const build = ({ target, marks: cited, rest }: Entry, page: number): HTMLElement => {
    if (rest) return rest
    const note = document.createElement('div')
    note.className = 'page-note'
    note.id = `foot-${page}-${target}`
    const labels = new Map(cited.toReversed().map(mark => [mark.textContent, mark]))
    for (const [text, mark] of [...labels].toReversed()) {
      const label = document.createElement('a')
      label.className = 'page-note-mark'
      label.href = `#${idOf.get(mark)}`
      label.textContent = text
      note.append(label, ' ')
    }
    note.append(words.get(target)?.cloneNode(true) ?? '')
    return note
  }

  /** Room for a margin that the text above may have below it. */
  const above = 8
  const heights = new Map<string, number>()
  const heightOf = (entry: Entry): number => {
    const key = `${entry.target} ${entry.marks.map(mark => mark.textContent).join(' ')}`
    const known = entry.rest ? undefined : heights.get(key)
    if (known !== undefined) return known
    bench.replaceChildren(build(entry, 0))
    const height = bench.firstElementChild?.getBoundingClientRect().height ?? 0
    if (!entry.rest) heights.set(key, height)
    return height
  }
  const edge = () => {
    bench.replaceChildren()
    return bench.getBoundingClientRect().height
  }
  const edgeHeight = edge()
  const measure = (entries: readonly Entry[]) =>
    entries.length === 0 ? 0 : entries.reduce((sum, entry) => sum + heightOf(entry), edgeHeight + above)

  /** Leaves of a note what fits into so many pixels, and gives the rest; null where that would be less than two lines. */
  const part = (note: HTMLElement, room: number): HTMLElement | null => {
    bench.replaceChildren(note)
    const top = note.getBoundingClientRect().top
    const line = Number.parseFloat(getComputedStyle(note).lineHeight)
    if (room < 2 * line + 2) return null
    const range = document.createRange()
    const walker = document.createTreeWalker(note, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0
      const isBelow = (index: number) => {
        range.setStart(node, index)
        range.setEnd(node, index + 1)
        return ([...range.getClientRects()].at(-1)?.bottom ?? 0) - top > room
      }
      if (length === 0 || !isBelow(length - 1)) continue
      let [low, high] = [0, length - 1]
      while (low < high) {
        const half = Math.floor((low + high) / 2)
        if (isBelow(half)) high = half
        else low = half + 1
      }
      range.setStart(node, low)
      range.setEnd(note, note.childNodes.length)
      const rest = document.createElement('div')
      rest.className = 'page-note'
      rest.append(range.extractContents())
      return rest
    }
    return null
  }

  const placed: Foot[] = []
  const gather: Feet['gather'] = (carried, cited, pageOf) => {
    const byTarget = new Map(carried.filter(({ rest }) => rest === null).map(entry => [entry.target, entry]))
    for (const mark of cited) {
      const target = targetOf(mark)
      const { marks: before = [], citedOn = pageOf(mark) } = byTarget.get(target) ?? {}
      byTarget.set(target, { target, marks: [...before, mark], citedOn, rest: null })
    }
    return [...carried.filter(({ rest }) => rest !== null), ...byTarget.values()]
  }

  const fill: Feet['fill'] = (place, entries, room, page) => {
    const laid: { readonly entry: Entry; readonly note: HTMLElement }[] = []
    let left = room - edgeHeight
    let rest: readonly Entry[] = []
    for (const [index, entry] of entries.entries()) {
      const height = heightOf(entry)
      const note = build(entry, page)
      const over = height <= left ? null : part(note, left)
      if (height > left) rest = [...(over ? [{ ...entry, rest: over }] : [entry]), ...entries.slice(index + 1)]
      if (height > left && !over) break
      place.append(note)
      laid.push({ entry, note })
      left -= height
      if (over) break
    }
    // A style may make notes larger in one place than in another.
    while (laid.length > 0 && place.getBoundingClientRect().height > room) rest = takeBack(laid, rest)
    if (laid.length === 0) place.className = ''
    else place.style.marginTop = `${Math.max(0, Math.floor(room - place.getBoundingClientRect().height - 1))}px`
    for (const { entry, note } of laid) {
      if (entry.rest) continue
      for (const mark of entry.marks) mark.setAttribute('href', `#${note.id}`)
      const mark = idOf.get(entry.marks[0] as HTMLAnchorElement) ?? ''
      placed.push({ id: note.id, mark, citedOn: entry.citedOn, page })
    }
    return rest
  }
  /** Takes away the last of what was laid, joined again with what was parted from it. */
  const takeBack = (laid: { entry: Entry; note: HTMLElement }[], rest: readonly Entry[]): readonly Entry[] => {
    const last = laid.pop()
    if (!last) return rest
    last.note.remove()
    const [first, ...others] = rest
    const isParted = first?.rest && first.target === last.entry.target
    if (isParted && last.entry.rest) last.note.append(...first.rest.childNodes)
    return [last.entry.rest ? { ...last.entry, rest: last.note } : last.entry, ...(isParted ? others : rest)]
  }

  return { marks, gather, measure, fill, placed, close: () => bench.remove() }
}
