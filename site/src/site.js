// The switch between light and dark: what the reader chose, else what the system says.
const root = document.documentElement;
const button = document.querySelector(".theme");
const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
const tell = () => { button.textContent = isDark() ? "Light" : "Dark"; button.setAttribute("aria-label", `Change to ${isDark() ? "light" : "dark"} colours`); };
button?.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* a browser may keep nothing */ }
  tell();
});
if (button) { tell(); button.hidden = false; }

// The index of rules: words and choices; the address keeps them.
const form = document.querySelector("form.filters");
if (form) {
  const rows = [...document.querySelectorAll(".rules tbody tr")];
  const count = document.querySelector("#count");
  const given = new URLSearchParams(location.search);
  for (const field of form.elements) if (field.name && given.has(field.name)) field.value = given.get(field.name);
  const show = () => {
    const data = Object.fromEntries(new FormData(form));
    const words = data.q.toLowerCase().split(/\s+/).filter(word => word);
    let shown = 0;
    for (const row of rows) {
      const fits = words.every(word => row.dataset.text.includes(word))
        && ["category", "fix", "source", "profile", "severity"].every(key => !data[key] || row.dataset[key].split(" ").includes(data[key]));
      row.hidden = !fits;
      shown += fits;
    }
    count.textContent = shown === rows.length ? `${shown} rules` : `${shown} of ${rows.length} rules`;
    const kept = new URLSearchParams(Object.entries(data).filter(([, value]) => value)).toString();
    history.replaceState(null, "", kept ? `?${kept}` : location.pathname);
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", event => event.preventDefault());
  show();
}
