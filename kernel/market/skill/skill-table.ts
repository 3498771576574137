/** The table of scores that is judged, from seasons as they were played. */
import type { Key } from "../../random/philox.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniformBelow } from "../../random/uniform.ts";
import { scoreMeasures } from "../reports/score.ts";
import type { SkillTable } from "./judge.ts";
import type { MarkedStore, PlayedSeason } from "./play-season.ts";

const parts = ["profitMilli", "customerMilli", "operationsMilli"] as const;
/** Workers among whom stores are dealt when fairness to shards is asked. */
const shards = 5;
/** Countries of accounts: the engine knows none, so any effect of theirs would be a fault here. */
const countries = 12;

/** The stores that opened with the season, in the same order for every one. */
export function skillTable(
  seeds: readonly number[],
  seasons: readonly PlayedSeason[],
  key: Key,
): SkillTable {
  const measured = seasons.map(({ stores }) =>
    stores.filter(({ level, isEntrant }) => level >= 0 && isEntrant),
  );
  const first = measured[0] ?? [];
  const columns = (of: (one: MarkedStore) => number) =>
    measured.map((stores) => stores.map((one) => of(one)));
  return {
    levels: first.map(({ level }) => level),
    seeds,
    scores: columns(({ scoreMilli }) => scoreMilli),
    parts: Object.fromEntries([
      ...parts.map((part) => [part.replace("Milli", " part"), columns((one) => one[part])]),
      ...scoreMeasures.map((name) => [name, columns(({ measures }) => measures[name])]),
    ]) as SkillTable["parts"],
    numbers: {
      "store number": first.map(({ store }) => store),
      // Everyone here opens on one day, and the log lets them in by turns.
      "order of joining": first.map((_, place) => place),
    },
    labels: {
      shard: first.map(({ store }) => Math.floor((shards * store) / (last(first) + 1))),
      "account country": first.map(({ store }) =>
        uniformBelow(countries, store, 0, 0, address(purpose.controlLabel), key),
      ),
    },
  };
}

const last = (stores: readonly MarkedStore[]) => stores[stores.length - 1]?.store ?? 0;
