import type { Instance } from "@echelon/kernel/matching/instance.ts";
import { notAcceptable, priorityOf } from "@echelon/kernel/matching/priority.ts";
import type { Sql } from "../../platform/database/database.ts";
import { masteriesOf } from "../assessment/index.ts";
import { fitOf } from "./fit.ts";
import { pseudonymOf } from "./hashes.ts";
import { listsOf, marksOf, placesOf } from "./store/place-store.ts";
import { policyMarks } from "./store/round-store.ts";
import type { PlaceTable, RoundTable } from "./store/schema.ts";

/** The rules of a round without anybody who ranks: enough to say whether they hold together. */
export function rulesInstance(round: RoundTable, places: readonly PlaceTable[]): Instance {
  return {
    students: [],
    places: places.map(({ id, draft }) => ({ id, capacity: draft.capacity, scores: {} })),
    regions: round.regions.map(({ name, cap, places: inside }) => ({
      id: name,
      cap,
      places: inside,
    })),
    capRule: round.cap_rule,
    order: places.map(({ id }) => id),
    lowerQuotas: Object.fromEntries(
      places.flatMap(({ id, draft }) => (draft.least > 0 ? [[id, draft.least]] : [])),
    ),
    lowerMode: round.lower_mode,
    lottery: round.lottery_seed,
  };
}

/** All that a round is matched from, as of now, under pseudonyms. */
export async function buildInstance(sql: Sql, round: RoundTable, now: Date): Promise<Instance> {
  const places = await placesOf(sql, round.id);
  const lists = await listsOf(sql, round.id);
  const people = lists.map(({ person_id }) => person_id);
  const masteries = await masteriesOf(sql, people, now);
  const policy = new Map((await policyMarks(sql, round.id)).map((one) => [one.person_id, one]));
  const marks = new Map(
    (
      await marksOf(
        sql,
        places.map(({ id }) => id),
      )
    ).map((one) => [`${one.place_id} ${one.person_id}`, one]),
  );
  const scores = new Map(places.map(({ id }): [string, Record<string, number>] => [id, {}]));
  const placeAt = new Map(places.map((one) => [one.id, one]));
  for (const { person_id: person, places: list } of lists) {
    for (const id of list) {
      const { draft } = placeAt.get(id)!;
      const mark = marks.get(`${id} ${person}`);
      const score = priorityOf({
        fitPermille: fitOf(masteries, person, draft.asked),
        enterprisePermille: mark?.permille ?? null,
        policyPermille: policy.get(person)?.permille ?? 0,
        isRefused: mark?.is_refused ?? false,
        floorPermille: draft.floorPermille,
      });
      if (score !== notAcceptable) scores.get(id)![pseudonymOf(round.id, person)] = score;
    }
  }
  const rules = rulesInstance(round, places);
  return {
    ...rules,
    students: lists.map(({ person_id, places: prefs }) => ({
      id: pseudonymOf(round.id, person_id),
      prefs,
    })),
    places: rules.places.map((place) => ({ ...place, scores: scores.get(place.id)! })),
  };
}
