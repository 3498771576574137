import { type MapItemRequest } from "@echelon/contract/assessment/foreign-frameworks.ts";
import { foreignLimits } from "@echelon/contract/assessment/foreign-limits.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { AssessmentMeans } from "../means.ts";
import { packageOf } from "../read-foreign-package.ts";
import { frameworkOfCaller } from "../school-framework.ts";
import { dropMapping, mappingsOf, writeMapping } from "../store/foreign-store.ts";
import { findOwnForeign } from "./find-foreign.ts";

/** Says how an item of others lies to a competency of ours, or takes that back. */
export async function mapForeign(
  means: AssessmentMeans,
  caller: Caller,
  id: string,
  { item, competency, relation, note }: MapItemRequest,
): Promise<Outcome<undefined>> {
  const { database, clock } = means;
  const known = await findOwnForeign(database, caller, id);
  if (!known.ok) return known;
  // Before anything is held: the first who looks at a framework waits for its reading.
  const read = await packageOf(means, database, known.value);
  if (!read.ok) return read;
  return database.transaction(async (tx) => {
    const found = await findOwnForeign(tx, caller, id);
    if (!found.ok) return found;
    if (relation === null) {
      await dropMapping(tx, { framework_id: id, item, competency });
      return ok(undefined);
    }
    const { view } = await frameworkOfCaller(tx, caller);
    if (!view.competencies.some((one) => one.id === competency))
      return refuse({ code: "assessment/unknown-competency" });
    if (!read.value.items.some(({ identifier }) => identifier === item))
      return refuse({ code: "assessment/no-such-framework" });
    const max = foreignLimits.mappingsMax;
    const kept = await mappingsOf(tx, [id]);
    const isNew = !kept.some((one) => one.item === item && one.competency === competency);
    if (isNew && kept.length >= max)
      return refuse({ code: "assessment/too-many-kept", facts: { max } });
    const made = { made_by: caller.person, made_at: clock.now() };
    await writeMapping(tx, { framework_id: id, item, competency, relation, note, ...made });
    return ok(undefined);
  });
}
