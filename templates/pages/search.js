// Searches the paragraphs that the page holds as data: any form of the words asked for, the beginnings of longer ones,
// and words misspelt by a letter. Nothing is fetched, so that it works in a file on disk too.
// uses minisearch
;(() => {
  const { seeds, briefs, passages } = JSON.parse(document.getElementById('search-data').textContent)
  const form = document.querySelector('.search-form')
  const input = form.querySelector('input')
  const state = document.querySelector('.search-state[role]')
  const list = document.querySelector('.search-results')
  const most = 60

  // Marks on letters do not matter, and neither do the endings of longer words.
  const fold = word =>
    word
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/^(.{4,}?)(?:s|es|ed|ing)$/u, '$1')
  const index = new MiniSearch({
    fields: ['text', 'section'],
    processTerm: fold,
    searchOptions: { boost: { text: 2 }, prefix: true, fuzzy: term => (term.length > 5 ? 0.2 : 0), combineWith: 'AND' },
  })
  index.addAll(passages.map(({ text, section }, id) => ({ id, text, section })))

  const element = (name, properties, children = []) => {
    const made = Object.assign(document.createElement(name), properties)
    made.append(...children)
    return made
  }

  /** The text around the first words found, with all that were found marked. */
  const excerpt = (text, found) => {
    const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => found.has(fold(word)))
    const first = words[0]?.index ?? 0
    const from = first < 160 ? 0 : text.lastIndexOf(' ', first - 90) + 1
    const to = Math.min(text.length, from + 420)
    const parts = [from > 0 ? '… ' : '']
    let at = from
    for (const { 0: word, index: start } of words) {
      if (start + word.length > to) break
      parts.push(text.slice(at, start), element('mark', { textContent: word }))
      at = start + word.length
    }
    const end = to < text.length ? text.lastIndexOf(' ', to) : to
    return [...parts, text.slice(at, Math.max(at, end)), end < text.length ? ' …' : '']
  }

  const show = ({ id, terms }) => {
    const { href, section, place, text, seed, briefs: inBriefs } = passages[id]
    const lines = `${place.page ? `${place.page}, ` : ''}${place.lines}`
    const head = element('p', { className: 'search-place' }, [
      element('a', { href, textContent: section || seeds[seed] }),
      ` ${lines}${seeds.length > 1 ? ` · ${seeds[seed]}` : ''}`,
    ])
    const links = inBriefs.flatMap((brief, place) => [
      place > 0 ? ', ' : '',
      element('a', { href: briefs[brief].href, textContent: briefs[brief].title }),
    ])
    const foot =
      links.length > 0 ? [element('p', { className: 'search-briefs' }, [`${form.dataset.inBriefs} `, ...links])] : []
    return element('li', {}, [head, element('p', {}, excerpt(text, new Set(terms))), ...foot])
  }

  const search = () => {
    const query = input.value.trim()
    const found = query === '' ? [] : index.search(query)
    list.replaceChildren(...found.slice(0, most).map(show))
    state.textContent =
      query === '' ? '' : found.length === 0 ? form.dataset.none : form.dataset.found.replace('#', String(found.length))
  }

  input.value = new URLSearchParams(location.search).get('q') ?? ''
  let timer
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(search, 120)
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    search()
  })
  search()
  if (input.value === '') input.focus()
})()
