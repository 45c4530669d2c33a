// Suggests stories while somebody types a search. Without it the page does all that it does with it.
(() => {
  const input = document.getElementById("query");
  const list = document.createElement("ul");
  let asked = "", chosen = -1, waiting = 0;

  list.id = "suggested";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.suggested);
  input.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id],
    ["aria-expanded", "false"], ["autocomplete", "off"]]) input.setAttribute(name, value);

  function open(yes) {
    list.hidden = !yes;
    input.setAttribute("aria-expanded", String(yes));
    if (!yes) choose(-1);
  }

  function choose(number) {
    chosen = number;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === number)));
    if (number < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[number].id);
  }

  function show(stories) {
    list.replaceChildren(...stories.map((story, at) => {
      const option = document.createElement("li"), headline = document.createElement("bdi");
      const day = document.createElement("span");
      option.id = "suggested-" + at;
      option.setAttribute("role", "option");
      option.dataset.address = story.address;
      headline.textContent = story.headline;
      day.textContent = story.day;
      option.append(headline, " ", day);
      return option;
    }));
    open(stories.length > 0);
  }

  async function ask() {
    const query = input.value.trim();
    if (query === asked) return;
    asked = query;
    if (query.length < 2) return open(false);
    try {
      const response = await fetch("/search/suggest?q=" + encodeURIComponent(query));
      const found = response.ok ? (await response.json()).stories : [];
      if (query === asked) show(found);
    } catch {
      open(false); // no network for a moment: the search itself still works
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose((chosen + step + 1 + count + 1) % (count + 1) - 1);
      event.preventDefault();
    } else if (event.key === "Enter" && chosen >= 0) {
      location.assign(list.children[chosen].dataset.address);
      event.preventDefault();
    } else if (event.key === "Escape") {
      open(false);
      event.preventDefault();
    }
  });
  input.addEventListener("blur", () => open(false));
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("li");
    event.preventDefault(); // keeps the focus, so that the list is still there when the button is let go
    if (option && event.button === 0) location.assign(option.dataset.address);
  });
})();
