import type { Answer } from "../../../../api/client.ts";
import type { Season } from "../../../../frame/season-context.tsx";

type View = Answer<"GET /practice/seasons/:season/stores/:store/tasks">;

/** How tasks bear on the ranking, as a key of their texts; null where they are all of it. */
export function rankingWord(
  scoring: Season["scoring"],
  { operationsBp, scoreMilli }: Pick<View, "operationsBp" | "scoreMilli">,
): "beside" | "mixNone" | "mix" | null {
  if (scoring !== "checklist") return "beside";
  if (operationsBp === 0) return null;
  return scoreMilli < 0 ? "mixNone" : "mix";
}
