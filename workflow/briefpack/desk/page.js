
"use strict";
// Narrows, searches and sorts the one table of the page. Without this script the page shows all rows.
(() => {
  const form = document.querySelector("form");
  const status = document.querySelector("[role=status]");
  const table = document.querySelector("table");
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  let sorted = { column: 0, name: heads[0].textContent, down: false, asked: false };

  // Capitals and accents make no difference to a search.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  // What the last cell holds, the links, is alike in every row.
  const searched = new Map(
    rows.map((row) => [row, plain([...row.cells].slice(0, -1).map((cell) => cell.textContent).join(" "))]),
  );

  function key(row, column) {
    const cell = row.cells[column];
    return cell ? (cell.dataset.k ?? cell.textContent) : "";
  }

  // What is empty or not known comes last, whichever way the rest is sorted.
  function compared(first, second) {
    const [one, other] = [key(first, sorted.column), key(second, sorted.column)];
    if (!one || !other) return Boolean(other) - Boolean(one);
    return order.compare(one, other) * (sorted.down ? -1 : 1);
  }

  function isWanted(row, words, choices) {
    const text = searched.get(row);
    return words.every((word) => text.includes(word)) && choices.every(([name, value]) => row.dataset[name] === value);
  }

  // Of rows of one case that follow one another, the first names the case loudest.
  function mute() {
    let before = "";
    for (const row of body.rows) {
      if (row.hidden) continue;
      const name = row.cells[0].textContent;
      row.classList.toggle("again", name === before);
      before = name;
    }
  }

  function tell(shown) {
    const noun = rows.length === 1 ? form.dataset.noun.slice(0, -1) : form.dataset.noun;
    const counted = shown === rows.length ? `${shown} ${noun}` : `${shown} of ${rows.length} ${noun}`;
    const way = sorted.asked ? `, sorted by ${sorted.name.toLowerCase()}, ${sorted.down ? "descending" : "ascending"}` : "";
    status.textContent = `${counted}${way}`;
  }

  function narrow() {
    const told = new FormData(form);
    const words = plain(told.get("text")).split(/\s+/).filter(Boolean);
    const choices = [...told].filter(([name, value]) => name !== "text" && value);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !isWanted(row, words, choices);
      shown += row.hidden ? 0 : 1;
    }
    mute();
    tell(shown);
  }

  function sort(column) {
    const down = sorted.column === column && !sorted.down;
    sorted = { column, name: heads[column].textContent, down, asked: true };
    heads.forEach((head, number) => {
      if (number === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    // Sorted from the first order each time: rows that are alike stay in it.
    body.append(...[...rows].sort(compared));
    narrow();
  }

  function offerSorting() {
    // The last column holds links.
    heads.slice(0, -1).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", () => sort(column));
      head.replaceChildren(button);
    });
  }

  // On a narrow screen rows are laid out as cards; these keep them a table for a screen reader.
  function keepRoles() {
    const roles = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" };
    for (const [tag, role] of Object.entries(roles)) {
      document.querySelectorAll(tag).forEach((element) => element.setAttribute("role", role));
    }
    document.querySelectorAll("thead th").forEach((head) => head.setAttribute("role", "columnheader"));
    document.querySelectorAll("tbody th").forEach((head) => head.setAttribute("role", "rowheader"));
  }

  offerSorting();
  keepRoles();
  form.hidden = false;
  form.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
  // What a form is reset to stands in it only after this event.
  form.addEventListener("reset", () => setTimeout(narrow));
  // A browser that comes back to the page fills the form again.
  window.addEventListener("pageshow", narrow);
  narrow();
})();
