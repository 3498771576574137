import { type Refused, refuse } from "@echelon/contract/platform/outcome.ts";
import { readInstance } from "@echelon/kernel/matching/read-instance.ts";
import { rulesInstance } from "./build-instance.ts";
import type { PlaceTable, RoundTable } from "./store/schema.ts";

/** Why caps and lower quotas of a round do not hold together; null where they do. */
export function rulesProblem(round: RoundTable, places: readonly PlaceTable[]): Refused | null {
  const read = readInstance(rulesInstance(round, places));
  if (read.isSound) return null;
  const titles = new Map(places.map(({ id, draft }) => [id, draft.title]));
  const { code, facts } = read.problems[0]!;
  const place = facts["place"] === undefined ? "" : (titles.get(String(facts["place"])) ?? "");
  if (code === "regions-not-nested")
    return refuse({ code: "placement/regions-not-nested", facts: { ...facts, place } });
  return refuse({ code: "placement/rules-unsound", facts: { ...facts, place, problem: code } });
}
