import type { RankBand } from "@echelon/kernel/market/skill/rank-band.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";

/** Writes the bands of a finished season's ranks, among all stores or among those of people. */
export async function writeBands(
  tx: Tx,
  season: string,
  isOfAll: boolean,
  bands: readonly RankBand[],
): Promise<void> {
  const column = (of: (band: RankBand) => number) => bands.map(of);
  await tx.rows(
    named(
      "practice.write-rank-bands",
      `insert into practice.rank_band
         (season_id, is_of_all, store, replicas, best, worst, as_good)
       select $1, $2, * from unnest($3::int[], $4::int[], $5::int[], $6::int[], $7::int[])`,
      [
        season,
        isOfAll,
        column(({ store }) => store),
        column(({ replicas }) => replicas),
        column(({ best }) => best),
        column(({ worst }) => worst),
        column(({ asGood }) => asGood),
      ],
    ),
  );
}

/** Bands by store; empty until they are worked out. */
export async function readBands(
  sql: Sql,
  season: string,
  isOfAll: boolean,
): Promise<ReadonlyMap<number, Omit<RankBand, "store">>> {
  const rows = await sql.rows<RankBand>(
    named(
      "practice.rank-bands",
      `select store, replicas, best, worst, as_good as "asGood" from practice.rank_band
        where season_id = $1 and is_of_all = $2 order by store`,
      [season, isOfAll],
    ),
  );
  return new Map(rows.map(({ store, ...band }) => [store, band]));
}
