export const waiting = (/** @type {any} */ _store, /** @type {any} */ _questions, /** @type {number} */ _today) => ({ ready: [] });
export const open = async () => {};
