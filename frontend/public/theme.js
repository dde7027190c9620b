// Runs before the first paint: a chosen theme and language hold while the app is still on its way.
try {
  const root = document.documentElement;
  const theme = localStorage.getItem("tacit-theme");
  const lang = localStorage.getItem("tacit-lang");
  if (theme) root.dataset.theme = theme;
  if (lang) root.lang = lang;
} catch {
  // This browser keeps nothing: the system's theme and the page's language it is.
}
