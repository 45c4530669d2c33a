// Finds the number that a form asks for, so that sending many costs a machine time. Calls nobody, keeps nothing.
'use strict'
const form = document.querySelector('form[data-bits]')
const zeros = hash => {
  const bytes = new Uint8Array(hash)
  let bits = 0
  for (const byte of bytes) {
    bits += byte ? Math.clz32(byte) - 24 : 8
    if (byte) break
  }
  return bits
}
const work = async (note, bits) => {
  const encoder = new TextEncoder()
  for (let number = 0; ; number++) {
    const hash = await crypto.subtle.digest('SHA-256', encoder.encode(`${note}:${number}`))
    if (zeros(hash) >= bits) return number
  }
}
// Who has no scripts, or they do not run, is told what to do instead.
if (form && globalThis.crypto?.subtle) document.getElementById('scriptless')?.remove()
form?.addEventListener('submit', async event => {
  if (form.elements.work.value || !globalThis.crypto?.subtle) return
  event.preventDefault()
  const button = form.querySelector('button')
  if (button.disabled) return
  button.disabled = true
  form.elements.work.value = await work(form.elements.opened.value, Number(form.dataset.bits))
  button.disabled = false
  form.submit()
})
