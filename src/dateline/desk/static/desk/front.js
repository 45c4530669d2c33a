// Arranging a front: the order of the list is what is sent. Every change asks what the machine then fills below.
(() => {
  "use strict";
  const form = document.getElementById("front");
  const placed = document.getElementById("placed");
  const said = document.getElementById("front-said");
  const found = document.getElementById("found");
  const query = document.getElementById("front-q");
  const blank = document.getElementById("front-line");
  let changed = false;
  let asked = 0;

  const line = (it) => it.closest(".desk-front__line");
  const headline = (it) => it.querySelector("[data-headline]").textContent;
  const place = (it) => [...placed.children].indexOf(it) + 1;

  async function refill() {
    const mine = ++asked;
    const response = await fetch(form.dataset.fill, { method: "POST", body: new FormData(form) });
    if (response.ok && mine === asked) document.getElementById("filled").innerHTML = await response.text();
  }

  function note(words) {
    changed = true;
    said.textContent = words;
    document.getElementById("front-none").hidden = placed.children.length > 0;
    refill();
  }

  function move(it, before, focus) {
    placed.insertBefore(it, before);
    if (focus) focus.focus();
    note(`${headline(it)}: place ${place(it)} of ${placed.children.length}`);
  }

  function put(source, first) {
    const code = source.dataset.code;
    let it = [...placed.children].find((one) => one.dataset.code === code);
    if (!it) {
      it = blank.content.firstElementChild.cloneNode(true);
      it.dataset.code = code;
      it.querySelector("[name=story]").value = code;
      const link = it.querySelector("[data-headline]");
      link.textContent = headline(source);
      link.href = source.querySelector("[data-headline]").href;
      it.querySelector("[data-facts]").replaceWith(source.querySelector("[data-facts]").cloneNode(true));
      placed.append(it);
    }
    move(it, first ? placed.firstElementChild : null, it.querySelector("[data-do=up]"));
  }

  function remove(it) {
    const next = it.nextElementSibling || it.previousElementSibling;
    const words = `${headline(it)}: removed`;
    it.remove();
    (next ? next.querySelector("[data-do=remove]") : query).focus();
    note(words);
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    const it = line(button);
    const actions = {
      first: () => move(it, placed.firstElementChild, button),
      up: () => move(it, it.previousElementSibling || it, button),
      down: () => move(it, it.nextElementSibling ? it.nextElementSibling.nextElementSibling : null, button),
      remove: () => remove(it),
      lead: () => put(it, true),
      place: () => put(it, false),
    };
    actions[button.dataset.do]();
  });

  placed.addEventListener("keydown", (event) => {
    const it = line(event.target);
    if (!event.altKey || !it || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    const before = event.key === "ArrowUp" ? it.previousElementSibling || it : it.nextElementSibling && it.nextElementSibling.nextElementSibling;
    move(it, before, event.target);
  });

  let dragged = null;
  placed.addEventListener("dragstart", (event) => {
    dragged = line(event.target);
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.code);
    dragged.classList.add("is-dragged");
  });
  placed.addEventListener("dragover", (event) => {
    const over = line(event.target);
    if (!dragged || !over) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    const before = event.clientY < box.top + box.height / 2 ? over : over.nextElementSibling;
    if (over !== dragged && before !== dragged) placed.insertBefore(dragged, before);
  });
  placed.addEventListener("drop", (event) => event.preventDefault());
  placed.addEventListener("dragend", () => {
    dragged.classList.remove("is-dragged");
    note(`${headline(dragged)}: place ${place(dragged)} of ${placed.children.length}`);
    dragged = null;
  });

  let waiting = 0;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const words = query.value.trim();
      if (!words) return found.replaceChildren();
      const response = await fetch(`${form.dataset.find}?q=${encodeURIComponent(words)}`);
      if (response.ok && words === query.value.trim()) found.innerHTML = await response.text();
    }, 200);
  });
  // The search field looks; it does not publish.
  query.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());

  placed.addEventListener("change", () => { changed = true; });
  form.addEventListener("submit", (event) => {
    if (!event.submitter || event.submitter.formTarget !== "_blank") changed = false;
  });
  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
})();
