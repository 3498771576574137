import type pg from "pg";
import type { Topic } from "@echelon/contract/platform/events.ts";

/** The channel of the one notification that a transaction sends. */
export const liveChannel = "echelon_live";

/** Notifications are limited to 8,000 bytes; a longer one only says that there is something. */
const payloadBytesMax = 7_900;

/**
 * Writes a transaction's events and its one notification, as its last statement before the commit.
 *
 * The lock makes ids rise in the order of commits: else a reader that has seen id 7 would never be
 * given id 6 of a transaction that committed later. NOTIFY takes a lock of its own at commit, so it
 * costs no more than that.
 */
export async function writeEvents(
  client: pg.ClientBase,
  events: ReadonlyMap<Topic, number>,
): Promise<void> {
  await client.query(`
    select pg_advisory_xact_lock(hashtext('echelon/live'))`);
  const written = await client.query<{ id: bigint; topic: string; version: number }>(
    `insert into platform.event (topic, version)
     select * from unnest($1::text[], $2::integer[]) returning id, topic, version`,
    [[...events.keys()], [...events.values()]],
  );
  const whole = JSON.stringify(
    written.rows.map(({ id, topic, version }) => [String(id), topic, version]),
  );
  const payload = Buffer.byteLength(whole) <= payloadBytesMax ? whole : "[]";
  await client.query("select pg_notify($1, $2)", [liveChannel, payload]);
}
