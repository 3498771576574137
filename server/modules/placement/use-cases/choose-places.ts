import { choicesMax } from "@echelon/contract/placement/limits.ts";
import type {
  AppealRequest,
  ChoicesRequest,
  OwnRound,
} from "@echelon/contract/placement/rounds.ts";
import { type Outcome, ok, type Refused, refuse } from "@echelon/contract/platform/outcome.ts";
import type { z } from "zod";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { masteriesOf } from "../../assessment/index.ts";
import { rankedRound } from "../find-round.ts";
import { fitOf } from "../fit.ts";
import { listOf, placesOf, writeList } from "../store/place-store.ts";
import { holdRound, insertAppeal, readAppeals, readPlacing } from "../store/round-store.ts";
import type { RoundTable } from "../store/schema.ts";
import { ownRoundView } from "./view-rounds.ts";

/** Hands in a list, or another one in its stead, while choices are open. */
export async function choosePlaces(
  means: Means,
  caller: Caller,
  id: string,
  { revision, places }: z.output<typeof ChoicesRequest>,
): Promise<Outcome<OwnRound>> {
  return means.database.transaction(async (tx) => {
    // Held, so that two lists of one person, or a list and the freezing, follow each other.
    const found = await rankedRound(tx, caller, await holdRound(tx, id));
    if (!found.ok) return found;
    const round = found.value;
    if (round.state !== "choices-open")
      return refuse({ code: "placement/choices-closed", facts: { round: round.name } });
    const why = await whyNotThese(means, tx, caller, round, places);
    if (why !== null) return why;
    const before = (await listOf(tx, id, caller.person))?.revision ?? 0;
    if (before !== revision) return refuse({ code: "placement/round-changed" });
    await writeList(tx, {
      round_id: id,
      person_id: caller.person,
      places: [...places],
      revision: before + 1,
      changed_at: means.clock.now(),
    });
    return ok(await ownRoundView(means, tx, caller, round));
  });
}

async function whyNotThese(
  { clock }: Means,
  tx: Tx,
  { person }: Caller,
  round: RoundTable,
  places: readonly string[],
): Promise<Refused | null> {
  if (places.length > choicesMax) {
    const facts = { count: places.length, most: choicesMax };
    return refuse({ code: "placement/list-too-long", facts });
  }
  const open = new Map((await placesOf(tx, round.id)).map((one) => [one.id, one]));
  const masteries = await masteriesOf(tx, [person], clock.now());
  for (const [at, id] of places.entries()) {
    const place = open.get(id);
    if (place === undefined)
      return refuse({ code: "placement/place-not-open", facts: { choice: at + 1 } });
    const { title, asked, floorPermille } = place.draft;
    if (places.indexOf(id) !== at)
      return refuse({ code: "placement/choice-twice", facts: { place: title } });
    const fit = fitOf(masteries, person, asked);
    if (fit < floorPermille) {
      const percents = { fit: Math.floor(fit / 10), floor: Math.ceil(floorPermille / 10) };
      return refuse({ code: "placement/under-floor", facts: { place: title, ...percents } });
    }
  }
  return null;
}

/** Says something against one's placement, once, while appeals are heard. */
export async function appealPlacing(
  means: Means,
  caller: Caller,
  id: string,
  { text }: z.output<typeof AppealRequest>,
): Promise<Outcome<OwnRound>> {
  return means.database.transaction(async (tx) => {
    const found = await rankedRound(tx, caller, await holdRound(tx, id));
    if (!found.ok) return found;
    const round = found.value;
    const placing = await readPlacing(tx, id, caller.person);
    if (round.state !== "appeals" || placing === undefined)
      return refuse({ code: "placement/wrong-state", facts: { state: round.state } });
    const said = await readAppeals(tx, id);
    if (said.some(({ person_id }) => person_id === caller.person))
      return refuse({ code: "placement/appealed" });
    await insertAppeal(tx, {
      id: means.newId(),
      round_id: id,
      person_id: caller.person,
      text,
      made_at: means.clock.now(),
      is_upheld: null,
      answer: null,
      decided_by: null,
      decided_at: null,
    });
    return ok(await ownRoundView(means, tx, caller, round));
  });
}
