import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { PeerReviewTable, PracticeTables } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PracticeTables>();

/** Everything that was said in a season, or in one of its stores. */
export async function readPeerReviews(
  sql: Sql,
  season: string,
  store?: number,
): Promise<PeerReviewTable[]> {
  const all = tables(sql)
    .selectFrom("practice.peer_review")
    .selectAll()
    .where("season_id", "=", season)
    .orderBy("store")
    .orderBy("round")
    .orderBy("author_id")
    .orderBy("person_id");
  return (store === undefined ? all : all.where("store", "=", store)).execute();
}

/** What somebody says of a round takes the place of what the same person said before. */
export async function writePeerReview(
  tx: Tx,
  of: Pick<PeerReviewTable, "season_id" | "store" | "round" | "author_id">,
  rows: readonly PeerReviewTable[],
): Promise<void> {
  await tables(tx)
    .deleteFrom("practice.peer_review")
    .where("season_id", "=", of.season_id)
    .where("store", "=", of.store)
    .where("round", "=", of.round)
    .where("author_id", "=", of.author_id)
    .execute();
  await tables(tx)
    .insertInto("practice.peer_review")
    .values([...rows])
    .execute();
}
