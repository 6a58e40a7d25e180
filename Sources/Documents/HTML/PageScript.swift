/// What the page does beyond being read: it answers in figures and copies tables. Everything works without it but that.
///
/// The script takes every text from the page, asks the network for nothing, and sets text as text, never as markup. Its
/// hash stands in the page's policy, so that no other script runs.
let pageScript = """

    (() => {
      "use strict";
      const make = (parent, element, name) => {
        const made = document.createElement(element);
        if (name) made.className = name;
        parent.append(made);
        return made;
      };

      // Figures: each part of a picture is a slider over its stops, for the pointer and for the keyboard.
      const answer = (holder, part, box) => {
        const [x, y, width, height] = part.area;
        const across = (value) => `${(100 * (value - x)) / width}%`;
        const down = (value) => `${(100 * (value - y)) / height}%`;
        const panel = make(holder, "div", "part");
        panel.style.left = `${(100 * (x - box.x)) / box.width}%`;
        panel.style.top = `${(100 * (y - box.y)) / box.height}%`;
        panel.style.width = `${(100 * width) / box.width}%`;
        panel.style.height = `${(100 * height) / box.height}%`;
        panel.tabIndex = 0;
        panel.setAttribute("role", "slider");
        panel.setAttribute("aria-label", part.name);
        panel.setAttribute("aria-orientation", part.vertical ? "vertical" : "horizontal");
        panel.setAttribute("aria-valuemin", "0");
        panel.setAttribute("aria-valuemax", String(part.stops.length - 1));
        const cursor = make(panel, "div", part.vertical ? "row" : "cursor");
        const dots = part.colors.map((color) => {
          const dot = make(panel, "div", "dot");
          dot.style.background = color;
          return dot;
        });
        const card = make(panel, "div", "card");
        const title = make(card, "b");
        let current = 0;

        const show = (index, isOpen = true) => {
          current = Math.max(0, Math.min(index, part.stops.length - 1));
          const [start, name, lines, marks] = part.stops[current];
          const next = current + 1 < part.stops.length ? part.stops[current + 1][0] : y + height;
          panel.setAttribute("aria-valuenow", String(current));
          panel.setAttribute("aria-valuetext", [name, ...lines].join("; "));
          panel.classList.toggle("open", isOpen);
          title.textContent = name;
          while (card.children.length > 1) card.lastChild.remove();
          lines.forEach((text, index) => {
            const line = make(card, "span", "line");
            if (part.colors[index]) make(line, "i").style.background = part.colors[index];
            line.append(text);
          });
          if (part.vertical) {
            cursor.style.top = down(start);
            cursor.style.height = `${(100 * (next - start)) / height}%`;
            const isLow = start - y > height / 2;
            card.style.top = isLow ? "auto" : down(next);
            card.style.bottom = isLow ? `${(100 * (y + height - start)) / height}%` : "auto";
            card.style.left = "4%";
          } else {
            cursor.style.left = across(start);
            const isRight = start - x > width / 2;
            card.style.left = isRight ? "auto" : across(start);
            card.style.right = isRight ? `${100 - (100 * (start - x)) / width}%` : "auto";
            dots.forEach((dot, index) => {
              const mark = marks[index];
              dot.hidden = !mark;
              if (mark) { dot.style.left = across(mark[0]); dot.style.top = down(mark[1]); }
            });
          }
        };
        const close = () => panel.classList.remove("open");
        const point = (event) => {
          const frame = panel.getBoundingClientRect();
          const place = part.vertical
            ? y + (height * (event.clientY - frame.top)) / frame.height
            : x + (width * (event.clientX - frame.left)) / frame.width;
          let index = part.stops.length - 1;
          while (index > 0 && part.stops[index][0] > place) index -= 1;
          show(index);
        };
        panel.addEventListener("pointermove", point);
        panel.addEventListener("pointerdown", point);
        panel.addEventListener("pointerleave", () => { if (document.activeElement !== panel) close(); });
        panel.addEventListener("focus", () => show(current));
        panel.addEventListener("blur", close);
        panel.addEventListener("keydown", (event) => {
          const forward = part.vertical ? "ArrowDown" : "ArrowUp", back = part.vertical ? "ArrowUp" : "ArrowDown";
          const steps = { ArrowRight: 1, [forward]: 1, ArrowLeft: -1, [back]: -1, PageUp: 10, PageDown: -10,
            Home: -part.stops.length, End: part.stops.length };
          if (event.key === "Escape") close();
          if (!(event.key in steps)) return;
          event.preventDefault();
          show(current + steps[event.key]);
        });
        show(0, false);
      };
      for (const holder of document.querySelectorAll(".readings")) {
        const picture = holder.parentElement.querySelector("svg");
        if (!picture) continue;
        for (const part of JSON.parse(holder.dataset.parts)) answer(holder, part, picture.viewBox.baseVal);
        holder.hidden = false;
      }

      // Tables: the clipboard gets a table that Word and Excel take as one, and the same as text with tabs.
      const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
      const markup = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return escaped(node.data);
        const inside = [...node.childNodes].map(markup).join("");
        const name = node.nodeName.toLowerCase();
        return ["b", "i", "sup", "sub"].includes(name) ? `<${name}>${inside}</${name}>` : inside;
      };
      const contents = (figure) => {
        const table = figure.querySelector("table");
        const notes = [...figure.querySelectorAll(".notes p")];
        const rows = [...table.rows].map((row) => [...row.cells]);
        const html = rows.map((cells) => "<tr>" + cells.map((cell) => {
          const name = cell.nodeName.toLowerCase();
          const align = cell.className.match(/number|span/) ? "center" : "left";
          const indent = "\\u2003".repeat(Number((cell.className.match(/indent(\\d)/) || [0, 0])[1]));
          return `<${name} colspan="${cell.colSpan}" rowspan="${cell.rowSpan}" align="${align}">${indent}${markup(cell)}</${name}>`;
        }).join("") + "</tr>").join("");
        const caption = table.caption;
        const text = rows.map((cells) => cells.map((cell) => cell.textContent + "\\t".repeat(cell.colSpan - 1)).join("\\t"));
        return {
          html: `<p>${markup(caption)}</p><table border="1" cellspacing="0" cellpadding="3">${html}</table>`
            + notes.map((note) => `<p>${markup(note)}</p>`).join(""),
          text: [caption.textContent.trim(), ...text, ...notes.map((note) => note.textContent)].join("\\n") + "\\n",
        };
      };
      for (const button of document.querySelectorAll("button.copy")) {
        const name = button.textContent;
        button.hidden = false;
        button.addEventListener("click", () => {
          const { html, text } = contents(button.closest("figure"));
          const fill = (event) => {
            event.clipboardData.setData("text/html", html);
            event.clipboardData.setData("text/plain", text);
            event.preventDefault();
            button.textContent = button.dataset.done;
            setTimeout(() => { button.textContent = name; }, 2000);
          };
          document.addEventListener("copy", fill, { once: true });
          document.execCommand("copy");
          document.removeEventListener("copy", fill);
        });
      }
    })();

    """
