// What a browser adds to a discussion that is whole without it; its words come with the page.
(() => {
  'use strict'
  const section = document.getElementById('comments')
  const form = section?.querySelector('form')
  if (!form) return
  const fold = document.getElementById('write')
  const home = new Comment()
  const text = form.elements.text
  const words = form.dataset
  const action = form.getAttribute('action')
  const FRAGMENT = 'text/vnd.dateline.fragment+html'
  const kept = 'comment ' + action
  const make = (name, kind, said) => Object.assign(document.createElement(name), { className: kind, textContent: said || '' })
  const left = make('output', 'left')
  const told = make('div', 'told')
  told.setAttribute('role', 'status')
  text.after(left)
  fold.before(home)
  fold.after(told)

  // The draft, if it is kept.
  const put = (key, said) => {
    try {
      if (said) localStorage.setItem(key, said)
      else localStorage.removeItem(key)
    } catch { return }
  }
  const got = key => {
    try { return localStorage.getItem(key) || '' } catch { return '' }
  }
  const count = () => {
    const rest = text.maxLength - text.value.length
    left.textContent = rest < 500 ? words.left.replace('{n}', rest) : ''
  }
  text.addEventListener('input', () => { count(); put(kept, text.value) })
  if (!text.value && got(kept)) {
    text.value = got(kept)
    fold.open = true
    count()
  }

  // A reply stands under what it answers.
  const answer = (number, place) => {
    form.elements.parent?.remove()
    if (number) {
      form.append(Object.assign(make('input', ''), { type: 'hidden', name: 'parent', value: number }))
      place.append(fold, told)
    } else home.after(fold, told)
  }
  section.addEventListener('click', event => {
    const link = event.target.closest('.do a[href*="/write?to="]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    told.replaceChildren()
    answer(link.href.split('to=')[1], link.closest('li'))
    fold.open = true
    text.focus()
  })
  fold.addEventListener('toggle', () => {
    if (!fold.open && form.elements.parent) answer()
  })

  // What the server says is put where the form is; scripts in it do not run.
  let fresh, reader
  const show = html => {
    const said = new DOMParser().parseFromString(html, 'text/html').body
    fresh = said.firstChild?.dataset?.number
    told.replaceChildren(...said.childNodes)
    told.tabIndex = -1
    told.focus()
  }
  form.addEventListener('submit', async event => {
    event.preventDefault()
    const button = form.querySelector('button')
    if (button.disabled) return
    button.disabled = true
    told.textContent = ''
    try {
      const sent = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { Accept: FRAGMENT }
      })
      if (sent.status === 428) { // it wants a sum: its plain page does
        put(kept)
        return form.submit()
      }
      if (!sent.headers.get('content-type')?.startsWith(FRAGMENT)) throw sent
      show(await sent.text())
      if (sent.ok) {
        text.value = ''
        put(kept)
        count()
        fold.open = false
        own()
      } else if (!reader) named(false)
    } catch { told.textContent = words.failed }
    button.disabled = false
  })

  // Muting: kept by the server for who is signed in, else by this device, by name.
  const name = item => item.querySelector('.who b').textContent
  const muted = () => got('muted').split('\n')
  const refold = isMuted => items.forEach(item => {
    const there = item.querySelector('.muted')
    if (isMuted(item) === !!there) return
    item.mute.textContent = there ? words.mute : words.again
    if (there) there.replaceWith(...[...there.childNodes].slice(1))
    else {
      const box = make('details', 'muted')
      box.append(make('summary', '', words.muted.replace('{name}', name(item))), ...item.childNodes)
      item.append(box)
    }
  })
  const here = () => refold(item => muted().includes(name(item)))
  const mute = async item => {
    const off = item.querySelector('.muted') ? 1 : 0
    if (reader) {
      await fetch(action + '/mute', { method: 'POST', body: new URLSearchParams({ comment: item.id.slice(8), off }) })
      await ask()
    } else {
      const others = muted().filter(one => one !== name(item))
      put('muted', [...others, off ? '' : name(item)].join('\n').trim())
      here()
    }
    (item.querySelector('summary') || item.mute).focus()
  }
  const items = [...section.querySelectorAll('.do')].map(place => {
    const item = place.closest('li')
    item.mute = Object.assign(make('button', '', words.mute), { type: 'button', onclick: () => mute(item) })
    place.append(item.mute)
    return item
  })
  here()

  // The reader's own. Only who wrote or signed in has the cookie, and asks.
  const list = make('ol', 'talks own')
  const named = known => form.querySelectorAll('#c-name, #c-email, .hint').forEach(one => {
    one.closest('p').hidden = one.disabled = known
  })
  const ask = async () => {
    const asked = await fetch(action + '/mine', { headers: { Accept: 'application/json' } })
    if (!asked.ok) return
    const mine = await asked.json()
    reader = mine.reader
    named(!!reader)
    if (!reader) return
    refold(item => mine.muted.includes(+item.id.slice(8)))
    const unseen = mine.comments.filter(one => one.state !== 'approved' || one.number == fresh)
    list.replaceChildren(...unseen.map(one => {
      const item = make('li', '')
      item.id = 'comment-' + one.number
      const said = make('p', '', one.text)
      said.dir = 'auto'
      const link = make('a', '', words.own)
      link.href = action + '/mine#comment-' + one.number
      const state = make('p', 'mark', one.says + ' ')
      state.append(link)
      item.append(state, said)
      return item
    }))
    if (unseen.length) told.after(list)
  }
  const own = () => {
    if (!/(^|; )discuss=1(;|$)/.test(document.cookie)) return
    named(true)
    ask().catch(() => list.remove())
  }
  own()
})()
