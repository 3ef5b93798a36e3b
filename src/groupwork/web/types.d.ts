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
  verdict: "right" | "wrong" | "missed" | "unchosen";
  /** Order only: whether the line placed after this one truly follows it; null for the last. */
  next?: boolean | null;
}

export interface Grade {
  score: number;
  points: number;
  max: number;
  correct: boolean;
  problem: string | null;
  detail: string;
  parts: Part[];
}

/** One committed response, as it is kept: `at` in milliseconds since 1970. */
export interface Attempt {
  at: number;
  response: Json;
  points: number;
  max: number;
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
}
