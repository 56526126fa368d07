/// The script of the HTML report: filters whose state is in the address. Without it everything is shown.
enum HTMLScript {
  static let text = """
    "use strict";
    (() => {
      const form = document.getElementById("filters");
      const status = document.getElementById("shown");
      const pages = [...document.querySelectorAll(".page")].map(page => ({
        page, folder: page.dataset.f, path: page.querySelector("h3").textContent.toLowerCase(),
        items: [...page.querySelectorAll(":scope>ol>li")]
      }));
      const names = ["q", "severity", "rule", "folder", "new"];
      const field = name => form.elements.namedItem(name);
      const isOn = name => field(name) && (field(name).type === "checkbox" ? field(name).checked : field(name).value);
      const texts = new WeakMap();
      const textOf = item => {
        if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
        return texts.get(item);
      };
      const apply = () => {
        const q = field("q").value.trim().toLowerCase();
        const severity = field("severity").value, rule = field("rule").value, folder = field("folder").value;
        const onlyNew = isOn("new");
        let shown = 0;
        for (const {page, folder: own, path, items} of pages) {
          let here = 0;
          const inFolder = !folder || own === folder;
          for (const item of items) {
            const fits = inFolder && (!severity || item.dataset.s === severity) && (!rule || item.dataset.r === rule)
              && (!onlyNew || item.dataset.n) && (!q || path.includes(q) || textOf(item).includes(q));
            if (item.hidden === fits) item.hidden = !fits;
            if (fits) here++;
          }
          if (page.hidden !== !here) page.hidden = !here;
          shown += here;
        }
        status.textContent = status.dataset.text.replace("#", shown.toLocaleString(document.documentElement.lang));
      };
      const remember = () => {
        const state = new URLSearchParams();
        for (const name of names) if (isOn(name)) state.set(name, field(name).type === "checkbox" ? "1" : field(name).value);
        const hash = state.toString();
        history.replaceState(null, "", hash ? "#?" + hash : "#pages");
      };
      const recall = () => {
        if (!location.hash.startsWith("#?")) return false;
        const state = new URLSearchParams(location.hash.slice(2));
        for (const name of names) {
          const element = field(name);
          if (!element) continue;
          if (element.type === "checkbox") element.checked = state.has(name); else element.value = state.get(name) || "";
        }
        return true;
      };
      let timer = 0;
      const changed = () => { clearTimeout(timer); timer = setTimeout(() => { apply(); remember(); }, 120); };
      form.addEventListener("input", changed);
      form.addEventListener("submit", event => { event.preventDefault(); apply(); remember(); });
      form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
      addEventListener("hashchange", () => { if (recall()) apply(); });
      form.hidden = false;
      if (recall()) apply();
    })();

    """
}
