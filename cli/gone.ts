/** Waits for the word that a joined database is gone for good. */
export function joinedGone(): { readonly happened: Promise<true>; report(): void } {
  const { promise, resolve } = Promise.withResolvers<true>();
  return { happened: promise, report: () => resolve(true) };
}
