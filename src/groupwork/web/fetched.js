/**
 * Reading the course's own files: an answer that is no success is an error that names the file.
 */

/** @param {URL} base @param {string} name @returns {Promise<any>} the JSON in a file of the folder `base` */
export async function fetched(base, name) {
  const answer = await fetch(new URL(name, base));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

/** Returns a function that makes something on its first call and keeps it; after a failure the next call tries again. @template T @param {() => Promise<T>} make @returns {() => Promise<T>} */
export function once(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () =>
    (made ??= make().catch((error) => {
      made = undefined;
      throw error;
    }));
}
