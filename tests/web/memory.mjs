// Reads histories as JSON (one outcome a day: day, right, sure) and writes what FSRS says of each, for tests/test_review.py.
import { readFileSync } from "node:fs";
import { memory } from "../../src/groupwork/web/desk/memory.js";

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(memory)));
