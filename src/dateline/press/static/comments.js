// What a browser can add to a discussion that is whole without it: sending without a new page, the number of characters
// left, a draft that is kept on this device, what is the reader's own. It shows no word of its own: all come with the page.
(() => {
  'use strict'
  const section = document.getElementById('comments')
  const form = section && section.querySelector('form')
  if (!form) return
  const fold = document.getElementById('write')
  const home = document.createComment('write')
  const text = form.elements.text
  const words = form.dataset
  const kept = 'comment ' + form.getAttribute('action')
  const make = (name, kind, said) => Object.assign(document.createElement(name), { className: kind, textContent: said || '' })
  const left = make('output', 'left')
  const told = make('div', 'told')
  told.setAttribute('role', 'status')
  text.after(left)
  fold.before(home)
  fold.after(told)

  // The draft. A browser may refuse to keep anything; then there is none.
  const keep = () => {
    try {
      if (text.value) localStorage.setItem(kept, text.value)
      else localStorage.removeItem(kept)
    } catch { return }
  }
  const kept_before = () => {
    try { return localStorage.getItem(kept) || '' } catch { return '' }
  }
  const count = () => {
    const rest = text.maxLength - text.value.length
    left.textContent = rest < 500 ? words.left.replace('{n}', rest) : ''
  }
  text.addEventListener('input', () => { count(); keep() })
  if (!text.value && kept_before()) {
    text.value = kept_before()
    fold.open = true
    count()
  }

  // A reply is written under what it answers.
  const answer = (number, place) => {
    if (form.elements.parent) form.elements.parent.remove()
    if (number) {
      const field = make('input', '')
      Object.assign(field, { type: 'hidden', name: 'parent', value: number })
      form.append(field)
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
    if (!fold.open && form.elements.parent) answer('', null)
  })

  // Sent once: who sends again has to press again. What the server says is put where the form is; scripts in it do not run.
  const show = html => {
    const said = new DOMParser().parseFromString(html, 'text/html').body
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
        headers: { Accept: 'text/vnd.dateline.fragment+html' }
      })
      const isOurs = (sent.headers.get('content-type') || '').startsWith('text/vnd.dateline.fragment+html')
      if (isOurs) show(await sent.text())
      else told.textContent = words.failed
      if (sent.ok && isOurs) {
        text.value = ''
        keep()
        count()
        fold.open = false
        own()
      }
    } catch { told.textContent = words.failed }
    button.disabled = false
  })

  // What is the reader's own. Nobody else asks: the cookie is there only for who wrote or signed in.
  const list = make('ol', 'talks own')
  const own = async () => {
    if (!/(^|; )discuss=1(;|$)/.test(document.cookie)) return
    const asked = await fetch(form.getAttribute('action') + '/mine', { headers: { Accept: 'application/json' } })
    if (!asked.ok) return
    const mine = await asked.json()
    if (!mine.reader) return
    for (const name of ['name', 'email']) {
      form.elements[name].disabled = true
      form.elements[name].closest('p').hidden = true
    }
    document.getElementById('c-hint').hidden = true
    for (const number of mine.muted || []) {
      const muted = document.getElementById('comment-' + number)
      if (muted) muted.hidden = true
    }
    const waiting = mine.comments.filter(one => one.state !== 'approved')
    list.replaceChildren(...waiting.map(one => {
      const item = make('li', '')
      const said = make('p', '', one.text)
      said.dir = 'auto'
      const link = make('a', '', words.own)
      link.href = form.getAttribute('action') + '/mine#comment-' + one.number
      const state = make('p', 'mark', one.says + ' ')
      state.append(link)
      item.append(state, said)
      return item
    }))
    if (waiting.length) told.after(list)
  }
  own().catch(() => list.remove())
})()
