import {
  itemOf,
  type ScenarioDifficulty,
} from "@echelon/kernel/assessment/mastery/scenario-difficulties.ts";
import type { Sql } from "../../platform/database/database.ts";
import { readVersion, versionInUse } from "./store/difficulty-store.ts";
import type { PieceTable } from "./store/schema.ts";

/** A version of how hard scenarios are, as folds read it. */
export interface Difficulties {
  readonly version: number;
  /** Logits: of the piece's scenario and competency, or as the piece says where it has none. */
  of(piece: Pick<PieceTable, "scenario" | "competency" | "difficulty">): number;
}

/** As pieces say themselves: nobody took a version yet. */
export const asDeclared: Difficulties = { version: 0, of: ({ difficulty }) => difficulty };

/** Those that estimates are folded with. */
export async function difficultiesInUse(sql: Sql): Promise<Difficulties> {
  return (await difficultiesOf(sql, await versionInUse(sql))) ?? asDeclared;
}

/** Those of a version; null where there is no such version. */
export async function difficultiesOf(sql: Sql, version: number): Promise<Difficulties | null> {
  if (version === 0) return asDeclared;
  const row = await readVersion(sql, version);
  if (row === undefined) return null;
  const items = new Map(
    itemsOf(row).map(({ scenario, competency, difficulty }) => [
      itemOf(scenario, competency),
      difficulty,
    ]),
  );
  return {
    version,
    of: ({ scenario, competency, difficulty }) =>
      (scenario === null ? undefined : items.get(itemOf(scenario, competency))) ?? difficulty,
  };
}

export const itemsOf = ({ items }: { readonly items: unknown }) =>
  items as readonly ScenarioDifficulty[];
