// Marks the page in the contents, folds the contents on a narrow screen, and searches titles. Without it all pages stay readable.
(() => {
  const root = document.currentScript.dataset.root;
  const here = location.href.replace(/[#?].*/, "");
  for (const link of document.querySelectorAll(".menu a")) if (link.href === here) link.setAttribute("aria-current", "page");
  const menu = document.querySelector(".menu");
  const wide = matchMedia("(min-width: 60rem)");
  const fold = () => { menu.open = wide.matches; };
  wide.addEventListener("change", fold);
  fold();
  const current = menu.querySelector("[aria-current]");
  if (wide.matches && current) menu.scrollTop = current.offsetTop - menu.clientHeight / 2;

  const input = document.getElementById("search"), list = document.getElementById("found");
  input.hidden = false;
  const rank = (page, words) => {
    let sum = 0;
    const text = page.title.toLowerCase(), all = text + " " + page.part.toLowerCase();
    for (const word of words) {
      if (!all.includes(word)) return 0;
      sum += text.startsWith(word) ? 4 : text.includes(" " + word) ? 3 : text.includes(word) ? 2 : 1;
    }
    return sum + (page.isPage ? 1.5 : 0);
  };
  const find = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = words.length ? pages.map(page => [rank(page, words), page]).filter(hit => hit[0] > 0) : [];
    hits.sort((a, b) => b[0] - a[0]);
    list.replaceChildren(...hits.slice(0, 12).map(([, page]) => {
      const item = document.createElement("li"), link = document.createElement("a");
      link.href = root + page.address;
      link.textContent = page.title;
      if (page.part) { const part = document.createElement("small"); part.textContent = page.part; link.append(part); }
      item.append(link);
      return item;
    }));
    if (words.length && !hits.length) list.innerHTML = "<li><small>No title has these words.</small></li>";
    list.hidden = !words.length;
  };
  input.addEventListener("input", find);
  input.addEventListener("keydown", event => {
    const first = list.querySelector("a");
    if (event.key === "Enter" && first) first.click();
    if (event.key === "ArrowDown" && first) { first.focus(); event.preventDefault(); }
    if (event.key === "Escape") { input.value = ""; find(); }
  });
  document.addEventListener("click", event => { if (!event.target.closest(".search")) list.hidden = true; });
  document.addEventListener("keydown", event => {
    if (event.key === "/" && document.activeElement.tagName !== "INPUT") { input.focus(); event.preventDefault(); }
  });
})();
