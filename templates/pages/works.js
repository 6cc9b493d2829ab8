// Shows the works that fit the filters. Without it the page shows all of them, and no filters.
;(() => {
  const form = document.querySelector('.filters')
  const works = [...document.querySelectorAll('.works > li')]
  const words = form.querySelector('input')
  const choices = [...form.querySelectorAll('select')]
  const state = form.querySelector('.filters-state')
  const texts = new Map(works.map(work => [work, work.textContent.toLowerCase()]))

  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/u).filter(Boolean)
    let shown = 0
    for (const work of works) {
      const fits =
        wanted.every(word => texts.get(work).includes(word)) &&
        choices.every(({ value, dataset }) => value === '' || work.dataset[dataset.by].split(' ').includes(value))
      work.hidden = !fits
      if (fits) shown += 1
    }
    state.textContent = form.dataset.shown.replace('##', String(works.length)).replace('#', String(shown))
  }

  form.hidden = false
  form.addEventListener('input', filter)
  form.addEventListener('submit', event => event.preventDefault())
  filter()
})()
