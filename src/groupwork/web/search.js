/** The search index, which grows with the course: the theme asks for it on every page, and gets it once it is wanted. */

/** Holds the theme's request for the index until the search is opened; to be called before the theme's script runs. */
export function holdIndex() {
  const wanted = new Promise((resolve) =>
    document.addEventListener("change", (event) => {
      if (/** @type {Element} */ (event.target).id === "__search") resolve(undefined);
    }),
  );
  const request = XMLHttpRequest.prototype;
  const open = /** @type {(...what: unknown[]) => void} */ (request.open);
  request.open = function (/** @type {unknown[]} */ ...what) {
    open.apply(this, what);
    if (!String(what[1]).endsWith("/search/search_index.json")) return;
    const send = this.send.bind(this);
    this.send = (body) => void wanted.then(() => send(body));
  };
}
