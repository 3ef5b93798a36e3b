/** Where a learner goes on: at the page left last, then at the next one that is not complete. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { goOn } from "../../src/groupwork/web/progress.js";
import { Store } from "../../src/groupwork/web/store.js";

const PAGES = [
  { module: "m", url: "a/", title: "A", questions: ["m-001", "m-002"] },
  { module: "m", url: "b/", title: "B", questions: ["m-003"] },
  { module: "m", url: "c/", title: "C", questions: ["m-004"] },
];

/** A store in which these questions were answered, in this order. @param {string[]} ids */
function answered(...ids) {
  const store = new Store(() => {
    throw new Error("no storage");
  });
  ids.forEach((id, place) => store.keep(id, { at: place + 1, response: "a", points: 1, max: 1 }));
  return store;
}

test("a page that was begun is gone on with", () => {
  assert.equal(goOn(PAGES, answered("m-003", "m-001"))?.url, "a/");
});

test("after a complete page comes the next that is not complete", () => {
  assert.equal(goOn(PAGES, answered("m-003", "m-001", "m-002"))?.url, "c/");
});

test("after the last page comes what was left out before", () => {
  assert.equal(goOn(PAGES, answered("m-001", "m-003", "m-004"))?.url, "a/");
});

test("nothing is left when all is answered", () => {
  assert.equal(goOn(PAGES, answered("m-001", "m-002", "m-003", "m-004")), undefined);
});
