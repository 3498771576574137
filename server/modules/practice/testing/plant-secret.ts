import { gzipSync } from "node:zlib";
import { withTastes } from "@echelon/kernel/market/world/deal-makers.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { commitmentOf, tastesOf, worldHashOf } from "../engine/season-key.ts";
import type { PracticeTables } from "../store/schema.ts";
import { readWorld } from "../store/season-store.ts";

/**
 * Gives a season that is not prepared yet another secret, and all that was made of the first: for
 * tests that play the same season twice.
 */
export async function plantSecret(tx: Tx, season: string, secret: Buffer): Promise<void> {
  const source = withTastes(await readWorld(tx, season), tastesOf(secret));
  const tables = tx.tables<PracticeTables>();
  await tables
    .updateTable("practice.season_world")
    .set({ source: gzipSync(JSON.stringify(source)) })
    .where("season_id", "=", season)
    .execute();
  await tables
    .updateTable("practice.season")
    .set({
      seed_secret: secret,
      seed_commitment: commitmentOf(secret),
      world_hash: worldHashOf(source),
    })
    .where("season_id", "=", season)
    .where("state", "=", "preparing")
    .execute();
}
