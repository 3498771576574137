/** A reason to stop that a person can act on, in both languages. */
export class Stop extends Error {}

/**
 * Tells what is going on, in both languages: nothing is known yet about who reads it.
 *
 * @param {string} en
 * @param {string} zh
 */
export function say(en, zh) {
  process.stderr.write(`${en}\n${zh}\n`);
}

/**
 * @param {string} en
 * @param {string} zh
 */
export function stop(en, zh) {
  return new Stop(`${en}\n${zh}`);
}
