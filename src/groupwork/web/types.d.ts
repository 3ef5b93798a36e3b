/** The shapes that cross from Python to the page: see `groupwork.checker` for what they mean. */

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export interface Key {
  id: string;
  kind: string;
  options?: { id: string; correct?: boolean }[];
  items?: { id: string }[];
  pairs?: { id: string; right: string }[];
  rights?: { id: string }[];
  gaps?: { id: string; accept: string[] }[];
}

export interface Part {
  id: string;
  verdict: "right" | "near" | "wrong" | "missed" | "unchosen" | "found" | "open";
  /** Order only: whether the line placed after this one truly follows it; null for the last. */
  next?: boolean | null;
  /** Compose only: the cards that break the rule. */
  cards?: string[];
  /** Reflect only: the learner's own sentence that covers the criterion. */
  quote?: string;
}

export interface Grade {
  score: number;
  points: number;
  max: number;
  correct: boolean;
  problem: string | null;
  detail: string;
  parts: Part[];
  /** True where an answer is looked at and never graded. */
  formative?: boolean;
}

/** One committed response, as it is kept: `at` in milliseconds since 1970. */
export interface Attempt {
  at: number;
  response: Json;
  points: number;
  max: number;
  /** How the learner rates an answer that nobody grades, 1 to 3. */
  rating?: number;
  /** How sure the learner was before the feedback: 1 a guess, 2 fairly sure, 3 sure; missing where not said. */
  confidence?: number;
}

/** What the reader has set; what was never set is missing. */
export interface Settings {
  /** False where questions do not ask how sure the reader is. */
  confidence?: boolean;
}

/** What a reader has done with one question of a block of exam practice. */
export interface Mark {
  /** The option chosen now. */
  response?: string;
  /** The options settled on, in order: what was chosen when the question was left. */
  given?: string[];
  /** When the option was chosen, in milliseconds since 1970. */
  at?: number;
  /** Seconds in which the question was open. */
  seconds?: number;
  /** Options struck out. */
  struck?: string[];
  flag?: true;
  /** As in an attempt. */
  sure?: number;
  /** Chosen after the time was up. */
  late?: true;
}

/** One block of exam practice, as it is kept from its first moment. */
export interface Sitting {
  /** When it was begun, in milliseconds since 1970. */
  begun: number;
  /** When it was last written. */
  seen: number;
  /** When it was finished; 0 while it is open. */
  ended: number;
  mode: "study" | "timed";
  seed: string;
  /** The area that it was drawn from; empty for all. */
  area: string;
  ids: string[];
  /** The place of the question that is open. */
  place: number;
  /** Seconds that may be used; 0 for untimed. */
  limit: number;
  /** Seconds used while the page was open. */
  used: number;
  /** Seconds in which the page was closed or asleep, which do not count, and how often that was. */
  away: number;
  breaks: number;
  /** Minutes left of which the reader has been told; 0 for the end of the time. */
  told: number[];
  /** True where the reader hides the clock. */
  hidden: boolean;
  marks: Record<string, Mark>;
}

/** The whole record as one file; `saved` in milliseconds since 1970. */
export interface RecordFile {
  format: string;
  version: number;
  saved: number;
  answers: Record<string, Attempt[]>;
  scenarios: Record<string, Path>;
  /** Missing in files of earlier releases. */
  exams: Record<string, Sitting>;
  settings: Settings;
  checksum: string;
}

/** What a question needs from the place it stands in: a page of the site, or a notebook. */
export interface Host {
  /** Starts whatever is slow, early; may be called often. */
  prepare(): Promise<unknown>;
  grade(key: Key, response: Json): Promise<Grade>;
  /** The same seed gives the same order in every host. */
  shuffle(ids: string[], seed: string): Promise<string[]>;
  /** The last attempts at a question, oldest first. */
  attempts(id: string): Attempt[];
  /** Keeps an attempt and tells every copy of the question on the page. */
  keep(id: string, attempt: Attempt): void;
  /** Says whether a question asks how sure the learner is. */
  readonly asksConfidence: boolean;
  /** True where the question belongs to no lesson: it comes to no review, and stays in the order in which it was given. */
  readonly apart?: boolean;
  /** Keeps how the learner rates the last attempt. */
  rate(id: string, rating: number): void;
}

export interface Line {
  voice: string;
  text: string;
}

/** The scenes that were passed, each with the choice taken there (“skip” where it was skipped). */
export type Path = [scene: string, choice: string][];

/** What a learner sees of a scenario: one scene, or an ending; `last` is the step that led here. */
export interface View {
  text: string;
  lines: Line[];
  question: string;
  choices: { id: string; text: string }[];
  state: Record<string, number>;
  ending: null | { title: string; text: string };
  heavy: string;
  skip: null | { text: string };
  last: null | { text: string; consequence: Line[] };
  problem: string | null;
  detail: string;
}

export type Level = "best" | "acceptable" | "harmful";

/** One decision looked back on; `expert` is what an expert would choose in the same place. */
export interface Fork {
  scene: string;
  chosen: string;
  level: Level;
  text: string;
  rationale: string;
  expert: string | null;
}

export interface Debrief {
  points: number;
  max: number;
  level: null | "mastery" | "proficient" | "developing" | "beginning";
  forks: Fork[];
  states: { scene: string; state: Record<string, number> }[];
  unseen: string[];
  endings: { seen: string | null; all: number };
  weakest: number | null;
}

/** The whole text of a scenario, as far as the page needs it for the debrief. */
export interface Scenario {
  id: string;
  scenes: { id: string; choices: { id: string; text: string; rationale: string }[] }[];
}

/** What a scenario needs from the place it stands in. */
export interface ScenarioHost {
  load(): Promise<Scenario>;
  view(path: Path): Promise<View>;
  step(path: Path, choice: string): Promise<Path>;
  debrief(path: Path): Promise<Debrief>;
  /** The path that was kept from an earlier visit. */
  path(): Path;
  keep(path: Path): void;
  /** Says to the learner how long the path is kept. */
  kept: string;
}

/** One version of the whole course, as the build lists it: path below the site's root → its hash, as `integrity`. */
export interface Course {
  version: string;
  bytes: number;
  files: Record<string, string>;
}

/** The part of `caches` that keeping a copy needs. */
export type CopyShelf = Pick<CacheStorage, "keys" | "open" | "delete">;

/** The part of a service worker's world that ours needs: TypeScript's own types of it exclude those of pages. */
interface WorkerEvent extends Event {
  request: Request;
  data: string;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

export interface WorkerScope {
  course: Course;
  registration: ServiceWorkerRegistration;
  clients: {
    claim(): Promise<void>;
    matchAll(which: { type: "window"; includeUncontrolled: boolean }): Promise<{ url: string; postMessage(message: object): void }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate" | "message" | "fetch", listener: (event: WorkerEvent) => void): void;
}

/** What a page of the reader's desk needs from the site's page. */
export interface Desk {
  store: import("./store.js").Store;
  /** The folder of the course's own files. */
  base: URL;
  /** Asks the checker. */
  ask(what: "progress" | "draw" | "report" | "shuffle", call: object): Promise<any>;
  /**
   * Brings a question that was put into the page to life, to be answered anew; `heard` is told of every attempt.
   * One that stands `apart` belongs to no lesson: its attempts are kept by whoever hears of them.
   */
  adopt(form: HTMLFormElement, heard: (attempt: Attempt) => void, apart?: boolean): Promise<void>;
  /** Shows a question with an attempt and its reasons, closed to answers; without an attempt the reasons alone. */
  exhibit(form: HTMLFormElement, attempt: Attempt | undefined): Promise<void>;
  /** Brings marks and counts up to date. */
  refresh(): void;
}

/** The course as the desk sees it: `desk.json`, written by groupwork.site.desk. */
export interface Outline {
  modules: { id: string; title: string; url: string; objectives: { id: string; text: string }[] }[];
  questions: Asked[];
}

/** A question where it stands: its page and the id of its form there, and where it is explained. */
export interface Asked {
  id: string;
  module: string;
  objective: string;
  /** Questions that ask the same in another setting share it; a question without clones has its own id. */
  family: string;
  url: string;
  form: string;
  /** False where it is asked only before it is taught: it then counts for no share and no mastery. */
  scored: boolean;
  taught: string;
  /** The title of the page on which it is explained. */
  lesson: string;
  text: string;
}

/** The pool of exam practice: `exam.json`, written by groupwork.site.exam. */
export interface Pool {
  name: string;
  /** Questions and minutes of the examination, as exam practice assumes them. */
  questions: number;
  minutes: number;
  confirm: string;
  areas: { id: string; title: string }[];
  objectives: { id: string; text: string }[];
  pool: Pooled[];
}

export interface Pooled {
  id: string;
  objective: string;
  level: string;
  area: string;
  clone_group: string | null;
  /** Where it is taught, and the title of that page; empty where no lesson teaches it. */
  taught: string;
  lesson: string;
}
