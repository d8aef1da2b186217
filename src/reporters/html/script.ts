/**
 * What the page does in a browser: shows one part at a time, narrows, sorts and searches its lists, and keeps all that in the
 * address, so that a view can be sent to somebody. As text, as it runs elsewhere; the tests run it in a real browser.
 */
export const script = String.raw`
(() => {
  'use strict'
  const root = document.documentElement
  const form = document.querySelector('form.filters')
  const note = document.querySelector('.note')
  const title = document.title
  const pageSize = 100
  const only = document.head.appendChild(document.createElement('style')).sheet

  /** What a part is narrowed by: of articles, what is found in them, of pairs, their kind; a rule is of no article. */
  const ofArticles = ['owner', 'type', 'folder']
  const ofFindings = ['rule', 'group', 'severity', 'status']
  const asked = {
    overview: [],
    duplicates: ['q', ...ofArticles, 'kind', 'status', 'sort'],
    conflicts: ['q', ...ofArticles, 'status', 'sort'],
    freshness: ['q', ...ofArticles, 'sort'],
    rules: ['q'],
    articles: ['q', ...ofArticles, ...ofFindings, 'sort'],
  }
  /** What stays when another part is chosen. */
  const kept = ['q', ...ofArticles]
  const fields = [...form.elements].filter((field) => field.name && /^(?:INPUT|SELECT)$/.test(field.tagName))

  const views = [...document.querySelectorAll('.view')].map((section) => {
    const list = section.querySelector('ol.list')
    const items = list ? [...list.children].map((element, place) => ({ element, place })) : []
    const some = (name) => items.some(({ element }) => element.dataset[name])
    const sorts = ['', 'path', ...['readers', 'day', 'words'].filter(some)]
    return { id: section.id, section, list, items, sorts, more: section.querySelector('.more'), sorted: '', limit: pageSize }
  })
  const viewOf = (id) => views.find((view) => view.id === id)
  /** Without capitals and accents. */
  const plain = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  const textOf = (item) => (item.text ??= plain(item.element.textContent))
  const findingsOf = (item) =>
    (item.findings ??= [...item.element.querySelectorAll('.findings > li')].map(({ dataset }) => dataset))
  const number = (value) => value.toLocaleString('en')

  /** The address: a part with what it is narrowed to, or one article. */
  const read = () => {
    let hash = location.hash.slice(1)
    if (hash.startsWith('article/')) {
      // Some programs write signs of an address in another way than the page does.
      if (!document.getElementById(hash)) {
        try {
          hash = 'article/' + hash.slice(8).split('/').map((part) => encodeURIComponent(decodeURIComponent(part))).join('/')
        } catch {}
      }
      const article = document.getElementById(hash)
      const told = article ? '' : 'This report has no such article: it may have been moved or taken away.'
      return { view: viewOf('articles'), article, state: new URLSearchParams(), told }
    }
    const [id, query = ''] = hash.split('?')
    const view = viewOf(id) ?? views[0]
    const state = new URLSearchParams()
    const unknown = []
    for (const [name, value] of new URLSearchParams(query)) {
      if (!asked[view.id].includes(name) || !value) continue
      const field = form.elements[name]
      const isKnown = name === 'q' || name === 'rule' || [...(field?.options ?? [])].some((option) => option.value === value)
      if (isKnown) state.set(name, value)
      else unknown.push(value)
    }
    const told = unknown.length > 0 ? 'Not in this report: ' + unknown.join(', ') : hash && !viewOf(id) ? 'This report has no such part.' : ''
    return { view, state, told }
  }

  const addressOf = (id, state) => '#' + id + (String(state) ? '?' + state : '')

  const write = (state) => {
    const hash = addressOf(read().view.id, state)
    if (hash === location.hash) return
    history.replaceState(history.state, '', hash)
    show()
  }

  const idOf = (name, value) => [...form.elements[name].options].find((option) => option.value === value)?.dataset.id

  const matching = (view, state) => {
    const words = plain(state.get('q') ?? '').split(/\s+/).filter(Boolean)
    const wanted = ofArticles
      .filter((name) => state.has(name))
      .map((name) => [name, idOf(name, state.get(name))])
    const own = ['kind', ...(view.id === 'articles' ? [] : ['status'])].filter((name) => state.has(name))
    const found = view.id === 'articles' ? ofFindings.filter((name) => state.has(name)) : []
    return view.items.filter((item) => {
      const { dataset } = item.element
      for (const [name, id] of wanted) if (!(' ' + (dataset[name] ?? '') + ' ').includes(' ' + id + ' ')) return false
      for (const name of own) if (dataset[name] !== state.get(name)) return false
      const fits = (one) =>
        found.every((name) => (name === 'group' ? one.rule.startsWith(state.get(name) + '/') : one[name] === state.get(name)))
      if (found.length > 0 && !findingsOf(item).some(fits)) return false
      return words.every((word) => textOf(item).includes(word))
    })
  }

  const orders = {
    path: (a, b) => (a.element.dataset.path < b.element.dataset.path ? -1 : 1),
    readers: (a, b) => (b.element.dataset.readers || -1) - (a.element.dataset.readers || -1),
    words: (a, b) => (b.element.dataset.words || 0) - (a.element.dataset.words || 0),
    day: (a, b) => (a.element.dataset.day || '9').localeCompare(b.element.dataset.day || '9'),
  }

  const sort = (view, by) => {
    if (!view.list || view.sorted === by) return
    view.items.sort((a, b) => (orders[by]?.(a, b) ?? 0) || a.place - b.place)
    view.list.append(...view.items.map(({ element }) => element))
    view.sorted = by
  }

  const draw = (view, state, shown) => {
    const some = new Set(shown.slice(0, view.limit))
    for (const item of view.items) item.element.hidden = !some.has(item)
    const left = shown.length - some.size
    if (view.more) {
      view.more.hidden = left === 0
      view.more.firstElementChild.textContent = 'Show ' + Math.min(left, pageSize) + ' more of ' + number(left)
    }
    const all = view.items.length
    form.elements.shown.textContent =
      (shown.length === all ? number(all) + ' in all' : number(shown.length) + ' of ' + number(all)) +
      (state.has('rule') ? ', by ' + state.get('rule') : '')
    return some
  }

  /** What is open because findings are asked for. */
  let unfolded = []

  const show = () => {
    const { view, article, state, told } = read()
    for (const one of views) one.section.classList.toggle('current', one === view)
    const common = new URLSearchParams([...state].filter(([name]) => kept.includes(name)))
    for (const link of document.querySelectorAll('nav a')) {
      const id = link.dataset.part
      if (id === view.id) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
      link.setAttribute('href', addressOf(id, new URLSearchParams([...common].filter(([name]) => asked[id].includes(name)))))
    }
    form.hidden = !view.list || Boolean(article)
    root.classList.toggle('single', Boolean(article))
    for (const field of fields) {
      field.parentElement.hidden = !asked[view.id].includes(field.name) || 'few' in field.parentElement.dataset
      field.value = state.get(field.name) ?? ''
    }
    for (const option of form.elements.sort.options) option.hidden = option.disabled = !view.sorts.includes(option.value)
    while (only.cssRules.length > 0) only.deleteRule(0)
    const found = view.id === 'articles' ? ofFindings.filter((name) => state.has(name)) : []
    if (found.length > 0) {
      const those = found
        .map((name) => [name, CSS.escape(state.get(name))])
        .map(([name, value]) => (name === 'group' ? '[data-rule^="' + value + '/"]' : '[data-' + name + '="' + value + '"]'))
        .join('')
      only.insertRule('.findings > li:not(' + those + ') { display: none }')
    }
    let message = told
    if (article) {
      const item = view.items.find(({ element }) => element.contains(article))
      for (const one of view.items) one.element.hidden = one !== item
      view.more.hidden = true
      article.open = true
    } else if (view.list) {
      sort(view, state.get('sort') ?? '')
      const shown = matching(view, state)
      const some = draw(view, state, shown)
      for (const one of unfolded) one.open = false
      unfolded = found.length > 0 ? [...some].map(({ element }) => element.firstElementChild).filter((one) => !one.open) : []
      for (const one of unfolded) one.open = true
      if (shown.length === 0) message ||= 'Nothing matches what is asked for.'
    }
    note.textContent = message
    note.hidden = message === ''
    const name = article ? article.querySelector('.title').textContent : view.section.querySelector('h2').textContent
    document.title = name + ' | ' + title
  }

  const ask = () => {
    const { state } = read()
    for (const field of fields) {
      if (field.value) state.set(field.name, field.value)
      else state.delete(field.name)
    }
    read().view.limit = pageSize
    write(state)
    // What is found stands at the top.
    scrollTo(0, 0)
  }

  form.addEventListener('input', ask)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.elements.clear.addEventListener('click', () => write(new URLSearchParams()))
  for (const view of views)
    view.more?.addEventListener('click', () => {
      view.limit += pageSize
      show()
    })

  // Going back leads to the place that was left, and going on to the top.
  history.scrollRestoration = 'manual'
  addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (link.classList.contains('skip')) {
      event.preventDefault()
      document.querySelector('main').focus()
      return
    }
    clicked = true
    keepPlace()
  })
  let clicked = false
  const keepPlace = () => history.replaceState({ ...history.state, top: scrollY, limit: read().view.limit }, '')
  addEventListener('pagehide', keepPlace)
  addEventListener('hashchange', () => {
    const { view, article } = read()
    if (history.state === null) history.replaceState({ inside: clicked }, '')
    clicked = false
    view.limit = history.state?.limit ?? pageSize
    show()
    scrollTo(0, history.state?.top ?? 0)
    if (article) article.querySelector('summary').focus({ preventScroll: true })
  })

  /** On paper, nothing can be opened: what is shown is, as far as it can be read. */
  const most = 200
  let opened = []
  addEventListener('beforeprint', () => {
    const { view, article, state } = read()
    if (article || !view.list) return
    const shown = matching(view, state)
    draw({ ...view, limit: Infinity }, state, shown)
    opened = shown.slice(0, most).flatMap(({ element }) => [...element.querySelectorAll('details:not([open])')])
    for (const one of opened) one.open = true
  })
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false
    opened = []
    show()
  })

  const step = (by) => {
    const stops = [...read().view.section.querySelectorAll('.list > li:not([hidden])')]
    const at = stops.findIndex((stop) => stop.contains(document.activeElement))
    const next = stops[at < 0 ? (by > 0 ? 0 : stops.length - 1) : at + by]
    next?.querySelector('summary, a')?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }

  addEventListener('keydown', (event) => {
    const typing = /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') {
      if (typing) event.target.blur()
      if (!read().article) write(new URLSearchParams())
      else if (history.state?.inside) history.back()
      else location.hash = '#articles'
    } else if (typing) return
    else if (event.key === '/') {
      event.preventDefault()
      if (form.hidden) {
        keepPlace()
        history.pushState({ inside: true }, '', '#articles')
      }
      show()
      form.elements.q.focus()
    } else if (event.key === 'j') step(1)
    else if (event.key === 'k') step(-1)
    else document.querySelectorAll('nav a')[event.key - 1]?.click()
  })

  root.classList.add('js')
  read().view.limit = history.state?.limit ?? pageSize
  show()
  // A picture that goes on to today is wider than a phone: today is what is asked for.
  for (const picture of document.querySelectorAll('.scroll')) picture.scrollLeft = picture.scrollWidth
  // The browser has gone to the part that the address names, which now stands at the top.
  const top = history.state?.top ?? 0
  addEventListener('load', () => setTimeout(() => scrollTo(0, top)))
  // The first search need not wait for what can be made ready before it.
  const ready = (deadline) => {
    for (const { items } of views) {
      for (const item of items) {
        if (item.text !== undefined) continue
        if (deadline.timeRemaining() < 2) return requestIdleCallback(ready)
        textOf(item)
      }
    }
  }
  // Not every browser has it; there, the first search takes a little longer.
  if (globalThis.requestIdleCallback) requestIdleCallback(ready)
})()
`
