import { isBroken } from "./broken-connection.ts";
import type { Tx } from "./database.ts";

/**
 * Does a part of a transaction that may fail alone: what it wrote is undone, and the rest goes on.
 * Gives what it failed with; null when it did not. A connection that is gone fails as ever.
 */
export async function attempt(
  tx: Tx,
  work: () => Promise<void>,
): Promise<{ readonly cause: unknown } | null> {
  await tx.client.query("savepoint attempt");
  try {
    await work();
  } catch (cause) {
    if (isBroken(cause)) throw cause;
    await tx.client.query("rollback to savepoint attempt");
    return { cause };
  }
  await tx.client.query("release savepoint attempt");
  return null;
}
