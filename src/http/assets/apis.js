/** The index of APIs: narrows the list while one types, and fills in how many documents there are of each kind. */
const search = document.getElementById('search')
const found = document.getElementById('found')
const cards = [...document.querySelectorAll('.api')]
const sections = [...document.querySelectorAll('.domain')]

function narrow() {
  const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean)
  for (const card of cards) card.hidden = !wanted.every((word) => card.dataset.search.includes(word))
  for (const section of sections) section.hidden = !section.querySelector('.api:not([hidden])')
  const shown = cards.filter((card) => !card.hidden).length
  found.textContent = wanted.length === 0 ? '' : `${shown} of ${cards.length} APIs`
  const address = new URL(location.href)
  if (wanted.length === 0) address.searchParams.delete('search')
  else address.searchParams.set('search', search.value)
  history.replaceState(null, '', address)
}

async function count() {
  const answer = await fetch(location.pathname, { headers: { Accept: 'application/json' } })
  if (!answer.ok) return
  const format = new Intl.NumberFormat()
  for (const { number, resource } of await answer.json()) {
    const card = cards.find((each) => each.dataset.number === number)
    for (const { name, count: counted } of resource) {
      const place = card?.querySelector(`[data-kind="${name}"]`)
      if (!place || counted === undefined) continue
      place.textContent = format.format(counted)
      place.title = `${format.format(counted)} stored`
      place.dataset.count = counted
      place.hidden = false
    }
  }
}

search.value = new URL(location.href).searchParams.get('search') ?? ''
search.addEventListener('input', narrow)
search.form.addEventListener('submit', (event) => event.preventDefault())
if (search.value !== '') narrow()
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') count()
})
count()
