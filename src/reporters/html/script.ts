/**
 * What the page does in a browser: shows one part at a time, narrows, sorts and searches its lists, and keeps all that in the
 * address, so that a view can be sent to somebody. As text, as it runs elsewhere; the tests run it in a real browser.
 */
export const script = String.raw`
(() => {
  'use strict'
  const root = document.documentElement
  const form = document.querySelector('form.filters')
  const names = ['q', 'owner', 'type', 'folder', 'group', 'sort']
  const fields = names.map((name) => form.elements[name]).filter((field) => field)
  const pageSize = 100
  const only = document.head.appendChild(document.createElement('style')).sheet

  const views = [...document.querySelectorAll('.view')].map((section) => {
    const list = section.querySelector('ol.list')
    const items = list ? [...list.children].map((element, place) => ({ element, place })) : []
    return { id: section.id, section, list, items, more: section.querySelector('.more'), sorted: '', limit: pageSize }
  })
  const viewOf = (id) => views.find((view) => view.id === id)
  const textOf = (item) => (item.text ??= item.element.textContent.toLowerCase())
  const rulesOf = (item) =>
    (item.rules ??= new Set([...item.element.querySelectorAll('[data-rule]')].map((one) => one.dataset.rule)))

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
      if (article) return { view: viewOf('articles'), article, state: new URLSearchParams() }
    }
    const [id, query = ''] = hash.split('?')
    return { view: viewOf(id) ?? views[0], state: new URLSearchParams(query) }
  }

  const write = (state) => {
    const { view } = read()
    const query = String(state)
    const hash = '#' + view.id + (query ? '?' + query : '')
    if (hash === location.hash) return
    history.replaceState(null, '', hash)
    show()
  }

  /** Every item of the other lists is of one group, and a rule is of no article. */
  const isAsked = (name, { id }) => (id === 'rules' ? name === 'q' : name !== 'group' || id === 'articles')

  const idOf = (field) => field?.selectedOptions[0]?.dataset.id

  const matching = (view, state) => {
    const words = (state.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    const rule = state.get('rule')
    const wanted = ['owner', 'type', 'folder', 'group']
      .filter((name) => state.get(name) && isAsked(name, view))
      .map((name) => [name, idOf(form.elements[name])])
    const shown = view.items.filter((item) => {
      const { dataset } = item.element
      for (const [name, id] of wanted) if (!(' ' + (dataset[name] ?? '') + ' ').includes(' ' + id + ' ')) return false
      if (rule && view.id === 'articles' && !rulesOf(item).has(rule)) return false
      return words.every((word) => textOf(item).includes(word))
    })
    return shown
  }

  const keys = {
    path: (a, b) => (a.element.dataset.path < b.element.dataset.path ? -1 : 1),
    readers: (a, b) => (b.element.dataset.readers ?? -1) - (a.element.dataset.readers ?? -1),
    words: (a, b) => (b.element.dataset.words ?? 0) - (a.element.dataset.words ?? 0),
    day: (a, b) => (a.element.dataset.day || '9').localeCompare(b.element.dataset.day || '9'),
  }

  const sort = (view, by) => {
    if (!view.list || view.sorted === by) return
    view.items.sort((a, b) => (keys[by]?.(a, b) ?? 0) || a.place - b.place)
    view.list.append(...view.items.map(({ element }) => element))
    view.sorted = by
  }

  const draw = (view, shown, all) => {
    const kept = new Set(shown.slice(0, view.limit))
    for (const item of view.items) item.element.hidden = !kept.has(item)
    if (view.more) {
      const left = shown.length - kept.size
      view.more.hidden = left === 0
      view.more.firstElementChild.textContent = 'Show ' + Math.min(left, pageSize) + ' more of ' + left.toLocaleString('en')
    }
    const rule = read().state.get('rule')
    form.elements.shown.textContent =
      (shown.length === all ? all.toLocaleString('en') + ' in all' : shown.length.toLocaleString('en') + ' of ' + all.toLocaleString('en')) +
      (rule ? ', by ' + rule : '')
  }

  let current

  const show = () => {
    const { view, article, state } = read()
    const key = article ? article.id : view.id + '?' + state
    for (const one of views) one.section.classList.toggle('current', one === view)
    for (const link of document.querySelectorAll('nav a'))
      link.toggleAttribute('aria-current', link.hash.slice(1) === view.id)
    form.hidden = !view.list
    root.classList.toggle('single', Boolean(article))
    for (const field of fields) {
      field.value = state.get(field.name) ?? ''
      if (field.value !== (state.get(field.name) ?? '')) field.value = ''
    }
    for (const field of fields) field.parentElement.hidden = !isAsked(field.name, view)
    if (current !== key) view.limit = pageSize
    while (only.cssRules.length > 0) only.deleteRule(0)
    const rule = state.get('rule')
    if (rule) only.insertRule('.findings > li[data-rule]:not([data-rule="' + CSS.escape(rule) + '"]) { display: none }')
    if (article) {
      const item = view.items.find(({ element }) => element.contains(article))
      for (const one of view.items) one.element.hidden = one !== item
      view.more.hidden = true
      form.elements.shown.textContent = ''
      article.open = true
      scrollTo(0, 0)
    } else {
      sort(view, state.get('sort') ?? '')
      const shown = matching(view, state)
      draw(view, shown, view.items.length)
      if (rule) for (const { element } of shown.slice(0, view.limit)) element.firstElementChild.open = true
    }
    document.title = (article ? article.querySelector('.title').textContent : view.section.querySelector('h2').textContent) + ' | ' + title
    current = key
  }
  const title = document.title

  const asked = () => {
    const state = read().state
    for (const field of fields) {
      if (field.value) state.set(field.name, field.value)
      else state.delete(field.name)
    }
    write(state)
  }

  form.addEventListener('input', asked)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.elements.clear.addEventListener('click', () => write(new URLSearchParams()))
  for (const view of views)
    view.more?.addEventListener('click', () => {
      view.limit += pageSize
      show()
    })
  addEventListener('hashchange', () => {
    show()
    if (!location.hash.includes('?')) scrollTo(0, 0)
  })
  addEventListener('beforeprint', () => {
    const { view, article, state } = read()
    if (!article) draw({ ...view, limit: Infinity }, matching(view, state), view.items.length)
  })
  addEventListener('afterprint', show)

  const step = (by) => {
    const { view } = read()
    const stops = [...view.section.querySelectorAll('.list > li:not([hidden])')]
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
      write(new URLSearchParams())
    } else if (typing) return
    else if (event.key === '/') {
      event.preventDefault()
      if (form.hidden) location.hash = '#articles'
      show()
      form.elements.q.focus()
    } else if (event.key === 'j') step(1)
    else if (event.key === 'k') step(-1)
    else if (views[event.key - 1]) location.hash = '#' + views[event.key - 1].id
  })

  root.classList.add('js')
  show()
  // The browser has gone to the part that the address names, which now stands at the top.
  addEventListener('load', () => setTimeout(() => scrollTo(0, 0)))
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
  requestIdleCallback(ready)
})()
`
