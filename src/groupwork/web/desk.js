/**
 * The pages of the reader's desk: each brings a script of its own, fetched when its page is opened.
 *
 * @import { Desk } from "./types"
 */
import { element } from "./markup.js";

/** @param {HTMLElement} place names its script in `data-desk` @param {Desk} desk */
export async function openDesk(place, desk) {
  try {
    const { open } = await import(new URL(`desk/${place.dataset.desk}.js`, desk.base).href);
    await open(place, desk);
  } catch (error) {
    console.error(error);
    const said = "This page could not be loaded. Check the connection and reload it; your answers are where they were.";
    place.replaceChildren(element("p", { className: "gw-note" }, said));
  }
}
