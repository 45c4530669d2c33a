// A queue emptied by keyboard. Every key presses a button that is on the page and works without this file.
"use strict";

(() => {
  const form = document.getElementById("queue");
  const list = document.getElementById("cards");
  if (!form) return;

  const AHEAD = 8; // open cards below which the next ones are fetched
  const said = document.getElementById("mod-said");
  const help = document.getElementById("mod-help");
  const helpButton = form.querySelector("[data-do=help]");
  const all = form.querySelector("[data-do=all]");
  const done = []; // decisions that can be undone, the last at the end: {decisions, cards}
  let current = null;
  let fetching = null;

  const cards = () => (list ? [...list.querySelectorAll(".mod-card")] : []);
  const open = () => cards().filter((card) => !card.classList.contains("is-done"));
  const tell = (words) => { said.textContent = words; };

  function stand(card, scroll = true) {
    if (!card) return;
    current?.classList.remove("is-current");
    current = card;
    card.classList.add("is-current");
    card.focus({ preventScroll: true });
    if (scroll) card.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const around = cards();
    const place = around.indexOf(current);
    stand(around[Math.min(Math.max(place + by, 0), around.length - 1)]);
  }

  /* The next card that nobody decided, behind this one or else before it. */
  function goOn(from) {
    const around = cards();
    const place = around.indexOf(from);
    const left = open();
    const next = left.find((card) => around.indexOf(card) > place) || left.at(-1);
    if (next) return stand(next);
    if (fetching) return fetching.then(() => (open().length ? goOn(from) : finish()));
    return finish();
  }

  function finish() {
    const emptied = document.getElementById("mod-emptied");
    if (list?.querySelector("[data-next]")) return;
    emptied.hidden = false;
    document.getElementById("mod-many")?.setAttribute("hidden", "");
    emptied.querySelector("p").focus();
  }

  /* More comments are put behind those that are there, before these run out. */
  function fetchMore() {
    const mark = list?.querySelector("[data-next]");
    if (!mark || fetching || open().length > AHEAD) return;
    const url = mark.dataset.next;
    fetching = fetch(`${url}${url.includes("?") ? "&" : "?"}part=1`, { credentials: "same-origin" })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.status))))
      .then((html) => {
        mark.remove();
        list.insertAdjacentHTML("beforeend", html);
      })
      .catch(() => tell("The next comments could not be loaded. Load the page again."))
      .finally(() => { fetching = null; });
  }

  async function send(url, fields) {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    for (const [name, value] of fields) body.append(name, value);
    const answer = await fetch(url, {
      method: "POST", body, credentials: "same-origin", headers: { Accept: "application/json" },
    });
    if (!(answer.headers.get("content-type") || "").startsWith("application/json")) throw new Error("Load the page again.");
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.said);
    for (const [name, count] of Object.entries(told.counts)) {
      const shown = document.querySelector(`[data-count=${name}]`);
      if (shown) { shown.textContent = count; shown.classList.toggle("mod-count--none", count === "0"); }
    }
    return told;
  }

  /* A decided card shrinks to a line that says what was decided. */
  function close(card, words) {
    card.classList.add("is-done");
    const line = document.createElement("p");
    line.className = "mod-card__done";
    line.textContent = words;
    card.append(line);
    const tick = card.querySelector(".mod-card__tick");
    if (tick) tick.checked = false;
  }

  function reopen(card) {
    card.classList.remove("is-done", "is-failed");
    card.querySelector(".mod-card__done")?.remove();
  }

  const WORDS = { approve: "Approved", reject: "Rejected" };

  async function decide(decided, what, fields) {
    const entry = { decisions: [], cards: decided };
    done.push(entry);
    for (const card of decided) {
      const reason = what === "reject" ? card.querySelector("select")?.selectedOptions[0]?.text : "";
      close(card, `${WORDS[what]}: ${card.dataset.name}${reason && decided.length === 1 ? ` (${reason.toLowerCase()})` : ""}`);
    }
    const last = decided.at(-1);
    fetchMore();
    goOn(last);
    entry.sent = send(form.action, fields).then((told) => {
      entry.decisions = told.decisions;
      tell(`${told.said} ${open().length} left on this page.`);
    }, (error) => {
      done.splice(done.indexOf(entry), 1);
      decided.forEach(reopen);
      decided[0].classList.add("is-failed");
      tell(error.message);
      stand(decided[0]);
    });
    tick();
  }

  async function undo() {
    const entry = done.pop();
    if (entry) await entry.sent;
    try {
      const told = await send(form.dataset.undo, (entry?.decisions || []).map((one) => ["decision", one]));
      tell(told.said);
      document.getElementById("mod-emptied").hidden = true;
      document.getElementById("mod-many")?.removeAttribute("hidden");
      if (entry) { entry.cards.forEach(reopen); stand(entry.cards[0]); } else location.reload();
    } catch (error) { tell(error.message); }
  }

  async function highlight(card, button) {
    try {
      const told = await send(form.action, [["one", button.value]]);
      const on = button.value.startsWith("highlight");
      button.value = `${on ? "plain" : "highlight"}:${card.dataset.number}`;
      button.firstChild.textContent = on ? "No longer highlight" : "Highlight";
      tell(told.said);
    } catch (error) { tell(error.message); }
  }

  function press(card, what) {
    const button = card?.querySelector(`button[name=one][value^="${what}"]`);
    if (!button || card.classList.contains("is-done")) return;
    const number = card.dataset.number;
    const fields = [["one", `${what}:${number}`]];
    const reason = card.querySelector("select");
    if (what === "reject" && reason) fields.push([reason.name, reason.value]);
    decide([card], what, fields);
  }

  /* Each preset has its digit. */
  function rejectFor(digit) {
    const reason = current?.querySelector("select[name^=reason]");
    if (!reason || digit > reason.options.length) return;
    reason.selectedIndex = digit - 1;
    press(current, "reject");
  }

  function several(what) {
    const ticked = open().filter((card) => card.querySelector(".mod-card__tick")?.checked);
    if (!ticked.length) { tell("Nothing is ticked."); return; }
    const fields = [["do", what], ["reason", form.elements.reason.value]];
    ticked.forEach((card) => fields.push(["number", card.dataset.number]));
    decide(ticked, what, fields);
  }

  function tick() {
    const many = open().filter((card) => card.querySelector(".mod-card__tick")?.checked).length;
    const shown = form.querySelector("[data-ticked]");
    if (shown) shown.textContent = many ? `${many} ticked:` : "None ticked:";
    document.getElementById("mod-many")?.classList.toggle("has-ticked", many > 0);
  }

  async function showPerson(details) {
    const told = details.querySelector("[data-told]");
    if (details.dataset.loaded) return;
    details.dataset.loaded = "yes";
    const answer = await fetch(details.dataset.history, { credentials: "same-origin" });
    if (answer.ok) told.innerHTML = await answer.text();
  }

  function showHelp() {
    help.hidden = !help.hidden;
    helpButton.setAttribute("aria-expanded", String(!help.hidden));
  }

  const highlightOf = (card) => card?.querySelector('button[value^="highlight"], button[value^="plain"]');
  const KEYS = {
    a: () => press(current, "approve"),
    r: () => press(current, "reject"),
    e: () => current?.querySelector("select")?.focus(),
    n: () => step(1), j: () => step(1),
    p: () => step(-1), k: () => step(-1),
    u: undo,
    h: () => { const button = highlightOf(current); if (button) highlight(current, button); },
    i: () => { const person = current?.querySelector(".mod-card__person"); if (person) person.open = !person.open; },
    o: () => { const link = current?.querySelector(".mod-card__number"); if (link) location.assign(link.href); },
    x: () => { const box = current?.querySelector(".mod-card__tick"); if (box && !current.classList.contains("is-done")) { box.checked = !box.checked; tick(); } },
    "?": showHelp,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const where = event.target;
    if (where.matches("select") && (event.key === "Enter" || event.key === "Escape")) {
      event.preventDefault();
      const card = where.closest(".mod-card");
      stand(card);
      if (event.key === "Enter") press(card, "reject");
      return;
    }
    if (where.matches("input:not([type=checkbox]), textarea, select, [contenteditable=true]")) return;
    const act = KEYS[event.key] || (/^[1-9]$/.test(event.key) && (() => rejectFor(Number(event.key))));
    if (!act) return;
    event.preventDefault();
    act();
  });

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button) return;
    const card = button.closest(".mod-card");
    event.preventDefault();
    if (button.dataset.do === "undo") undo();
    else if (!card) several(button.value);
    else if (/^(highlight|plain):/.test(button.value)) highlight(card, button);
    else press(card, button.value.split(":")[0]);
  });

  form.addEventListener("change", (event) => {
    if (event.target === all) {
      open().forEach((card) => { const box = card.querySelector(".mod-card__tick"); if (box) box.checked = all.checked; });
    }
    tick();
  });
  form.addEventListener("focusin", (event) => {
    const card = event.target.closest(".mod-card");
    if (card && card !== current) { current?.classList.remove("is-current"); current = card; card.classList.add("is-current"); }
  });
  form.addEventListener("toggle", (event) => {
    if (event.target.matches?.(".mod-card__person") && event.target.open) showPerson(event.target);
  }, true);
  helpButton.addEventListener("click", showHelp);

  helpButton.hidden = false;
  const allLabel = form.querySelector(".mod-many__all");
  if (allLabel) allLabel.hidden = false;
  const next = document.getElementById("mod-next");
  if (next) next.closest("p").hidden = true; // what it leads to comes by itself
  tick();
  fetchMore();
  stand(cards()[0], false);
})();
