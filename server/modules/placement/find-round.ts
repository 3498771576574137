import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../platform/database/database.ts";
import type { Caller } from "../../platform/http/caller.ts";
import { ranks, runs } from "./may.ts";
import { isAtLeast } from "./round-view.ts";
import { readPlacing, readRound } from "./store/round-store.ts";
import type { RoundTable } from "./store/schema.ts";

const noSuchRound = () => refuse({ code: "placement/no-such-round" });

/** A round that the caller runs; `row` is how it was read, held or not. */
export function ownRound(caller: Caller, row: RoundTable | undefined): Outcome<RoundTable> {
  if (row === undefined || !runs(caller, row.organisation_id)) return noSuchRound();
  return ok(row);
}

/** A round that the caller ranks places of, from the day on which choices opened. */
export async function rankedRound(
  sql: Sql,
  caller: Caller,
  row: RoundTable | undefined,
): Promise<Outcome<RoundTable>> {
  if (row === undefined || !ranks(caller, row)) return noSuchRound();
  if (!isAtLeast(row.state, "choices-open")) return noSuchRound();
  return (await wasPlacedBefore(sql, row, caller.person)) ? noSuchRound() : ok(row);
}

/** Whether a round before, whose seats left this one gives, has placed somebody. */
async function wasPlacedBefore(sql: Sql, round: RoundTable, person: string): Promise<boolean> {
  let before = round.after_id;
  while (before !== null) {
    const placing = await readPlacing(sql, before, person);
    if (placing !== undefined && placing.place_id !== null) return true;
    before = (await readRound(sql, before))?.after_id ?? null;
  }
  return false;
}
