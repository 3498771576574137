import { isBroken, isExhausted } from "./broken-connection.ts";
import type { Tx } from "./database.ts";

/**
 * Does a part of a transaction that may fail alone: what it wrote is undone, and the rest goes on.
 * Gives what it failed with; null when it did not. A connection that is gone and a database that
 * has too much to do fail the whole as ever: they say nothing about the part.
 */
export async function attempt(
  tx: Tx,
  work: () => Promise<void>,
): Promise<{ readonly cause: unknown } | null> {
  let failure: { readonly cause: unknown } | null = null;
  await tx.client.query("savepoint attempt");
  try {
    await work();
  } catch (cause) {
    if (isBroken(cause) || isExhausted(cause)) throw cause;
    await tx.client.query("rollback to savepoint attempt");
    failure = { cause };
  }
  // A savepoint outlives the rollback to it.
  await tx.client.query("release savepoint attempt");
  return failure;
}
