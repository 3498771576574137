/** Typed-array views of one buffer agree with each other only in a known byte order. */

/**
 * Throws unless this machine stores the low byte of a word first.
 *
 * `log`, the state digest and the posting table look at one buffer through two kinds of view. On a
 * big-endian machine they would be silently wrong, so their modules ask at load and fail loudly.
 */
export function assertLittleEndian(): void {
  if (new Uint8Array(new Uint32Array([1]).buffer)[0] !== 1) {
    throw new Error("The kernel needs a little-endian machine.");
  }
}
