/**
 * Runs in the browser: makes pages of the flow, with each note at the foot of the page or column of its marker, and
 * gives back what each marker was labelled. Plain JavaScript, and one file because it is sent to the browser as it is.
 */
globalThis.makePages = async options => {
  await document.fonts.ready
  const flow = document.getElementById('flow')
  const pool = new Map([...document.querySelectorAll('#notes .note')].map(note => [note.dataset.note, note]))
  const queue = [...flow.children]
  const labels = {}
  let carried = []
  let pages = 0

  label(document.querySelectorAll('.mark'))
  for (const note of flow.querySelectorAll('.note')) openNote(note)
  while (queue.length > 0 || carried.length > 0) addPage()
  flow.remove()
  document.getElementById('notes').remove()
  settleHyphens()
  return { labels, pages }

  /** Soft hyphens that broke a word become hyphens and the others go: the browser would write all of them into the PDF. */
  function settleHyphens() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const settled = []
    while (walker.nextNode()) {
      const node = walker.currentNode
      const parts = node.data.split('\u00ad')
      let offset = 0
      let text = parts[0]
      for (const part of parts.slice(1)) {
        offset = node.data.indexOf('\u00ad', offset) + 1
        text += (topOf(node, offset - 2) === topOf(node, offset) ? '' : '-') + part
      }
      if (parts.length > 1) settled.push({ node, text })
    }
    for (const { node, text } of settled) node.data = text
  }

  function topOf(node, offset) {
    const range = document.createRange()
    range.setStart(node, offset)
    range.setEnd(node, offset + 1)
    return [...range.getClientRects()].at(-1)?.top
  }

  function addPage() {
    const page = addElement(document.body, 'page')
    if (options.byPage) relabel()
    for (let column = 0; column < options.columns; column++) fillFrame(addFrame(page))
    dressPage(page)
    pages += 1
  }

  function addFrame(page) {
    const frame = addElement(page, 'frame')
    const text = addElement(frame, 'text')
    const foot = addElement(frame, 'foot')
    // A note may be longer than the page it is carried to.
    const notes = carried
    carried = []
    for (const note of notes) placeNote({ frame, text, foot }, note)
    return { frame, text, foot }
  }

  /** Blocks as long as there is room; the one that does not fit is divided between its lines. */
  function fillFrame(parts) {
    while (queue.length > 0 && carried.length === 0) {
      const block = queue.shift()
      const whole = block.cloneNode(true)
      parts.text.append(block)
      const placed = placeNotes(parts, block)
      if (fits(parts)) continue
      undo(placed)
      block.remove()
      if (divide(parts, whole)) return
      queue.unshift(whole)
      retreat(parts)
      if (parts.text.childElementCount === 0) force(parts)
      return
    }
  }

  /** The first lines of a block on this page, and the others before all that comes. */
  function divide(parts, whole) {
    if (whole.tagName !== 'P') return false
    parts.text.append(whole)
    const lines = countLines(whole)
    const height = lineHeight(whole)
    const most = Math.min(lines - 1, lines - Math.ceil(-room(parts) / height))
    whole.remove()
    for (const cutNotes of [false, true]) {
      for (let count = most; count >= 1 && count > most - 6; count--) {
        const block = whole.cloneNode(true)
        parts.text.append(block)
        const rest = cutAfter(block, count)
        const placed = placeNotes(parts, block, cutNotes)
        if (fits(parts)) {
          queue.unshift(rest)
          return true
        }
        undo(placed)
        block.remove()
        carried = []
      }
    }
    return false
  }

  /** Headings do not stand last on a page. */
  function retreat({ text }) {
    const isHeading = block => /^H\d$/.test(block?.tagName ?? '') && !block.querySelector('.mark')
    while (isHeading(text.lastElementChild)) {
      const heading = text.lastElementChild
      heading.remove()
      queue.unshift(heading)
    }
  }

  /** What fits on no page is printed all the same. */
  function force(parts) {
    const block = queue.shift()
    parts.text.append(block)
    placeNotes(parts, block)
  }

  function placeNotes(parts, block, mayCut = false) {
    const found = [...block.querySelectorAll('.mark')].flatMap(mark => pool.get(mark.dataset.note) ?? [])
    return found.map(note => {
      const copy = note.cloneNode(true)
      openNote(copy)
      if (mayCut) placeNote(parts, copy)
      else parts.foot.append(copy)
      return copy
    })
  }

  /** A note at the foot of the page; what does not fit goes on at the foot of the next. */
  function placeNote(parts, note) {
    if (carried.length > 0) {
      carried.push(note)
      return
    }
    parts.foot.append(note)
    const missing = Math.ceil(-room(parts) / lineHeight(note))
    const lines = countLines(note)
    if (missing > 0 && lines - missing >= 2) carried.push(cutAfter(note, lines - missing))
  }

  function undo(notes) {
    for (const note of notes) note.remove()
  }

  function fits(parts) {
    return room(parts) >= 0
  }

  function room({ frame, text, foot }) {
    return frame.offsetHeight - text.getBoundingClientRect().height - foot.getBoundingClientRect().height
  }

  /** Moves all after so many lines into a new element; gives that. */
  function cutAfter(block, count) {
    const start = findLine(block, count)
    const rest = block.cloneNode(false)
    const range = document.createRange()
    range.setStart(start.node, start.offset)
    range.setEndAfter(block.lastChild)
    rest.append(range.extractContents())
    if (/\u00ad\s*$/.test(block.textContent))
      block.lastChild.data = `${block.lastChild.data.replace(/\u00ad\s*$/, '')}-`
    block.classList.add('cut')
    rest.classList.add('rest')
    return rest
  }

  /** Where a line begins, by halving: lines are of one height. */
  function findLine(block, count) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    const places = []
    while (walker.nextNode())
      for (let offset = 0; offset < walker.currentNode.length; offset++)
        places.push({ node: walker.currentNode, offset })
    const top = block.getBoundingClientRect().top
    const height = lineHeight(block)
    const lineAt = index => {
      for (let at = index; at < places.length; at++) {
        const range = document.createRange()
        range.setStart(places[at].node, places[at].offset)
        range.setEnd(places[at].node, places[at].offset + 1)
        const box = [...range.getClientRects()].at(-1)
        if (box && box.height > 0) return Math.floor(((box.top + box.bottom) / 2 - top) / height)
      }
      return Number.POSITIVE_INFINITY
    }
    let low = 0
    let high = places.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (lineAt(middle) >= count) high = middle
      else low = middle + 1
    }
    return places[low]
  }

  function countLines(block) {
    return Math.round(block.getBoundingClientRect().height / lineHeight(block))
  }

  function lineHeight(block) {
    return Number.parseFloat(getComputedStyle(block).lineHeight)
  }

  /** Numbers from 1 for all that is not printed yet. */
  function relabel() {
    let number = 0
    for (const block of queue)
      for (const mark of block.querySelectorAll('.mark')) {
        number += 1
        mark.dataset.number = number
      }
    for (const block of queue) label(block.querySelectorAll('.mark'))
  }

  function label(marks) {
    for (const mark of marks) {
      const text = symbol(Number(mark.dataset.number))
      labels[mark.dataset.note] = text
      mark.textContent = ''
      if (mark.dataset.lost === undefined) mark.append(dress(text, options.marker, options.markerRaised))
    }
  }

  function openNote(note) {
    note.prepend(dress(labels[note.dataset.note], options.opening, options.openingRaised))
  }

  function dress(text, pattern, raised) {
    const shown = options.symbols === 'superscripts' ? text.replace(/\d/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]) : text
    const [before, after] = pattern.split('%')
    if (!raised) return before + shown + after
    const fragment = document.createDocumentFragment()
    const sup = document.createElement('sup')
    sup.textContent = before + shown + after.trimEnd()
    fragment.append(sup, after.endsWith(' ') ? ' ' : '')
    return fragment
  }

  function symbol(number) {
    if (options.symbols === 'stars') return '*'.repeat(number)
    if (options.symbols === 'daggers') return '*†‡§¶'[(number - 1) % 5].repeat(Math.ceil(number / 5))
    return String(number)
  }

  function dressPage(page) {
    const number = String(options.firstPage + pages)
    const even = Number(number) % 2 === 0
    const title = even ? options.author : options.title
    const withFolio = options.folio === 'top'
    const words = options.head === 'none' || pages === 0 ? [] : [title]
    if (withFolio) words[even ? 'unshift' : 'push'](number)
    if (words.length > 0) {
      const head = addElement(page, `head${options.head === 'centred' ? ' centred' : ''}`)
      for (const word of words) addElement(head, '', word)
    }
    if (options.folio === 'bottom') addElement(page, 'folio', number)
  }

  function addElement(parent, name, text = '') {
    const element = document.createElement('div')
    element.className = name
    element.textContent = text
    parent.append(element)
    return element
  }
}
