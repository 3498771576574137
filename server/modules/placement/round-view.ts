import { loadFramework } from "@echelon/courses/competency-framework.ts";
import type {
  AppealView,
  PlaceView,
  RoundHead,
  RoundState,
} from "@echelon/contract/placement/rounds.ts";
import { roundStates } from "@echelon/contract/placement/rounds.ts";
import type { Caller } from "../../platform/http/caller.ts";
import type { OrganisationFacts } from "../identity/index.ts";
import { ranks, runs } from "./may.ts";
import type { AppealTable, PlaceTable, RoundTable } from "./store/schema.ts";

export type Organisations = ReadonlyMap<string, OrganisationFacts>;

/** An organization that is gone has no name any more. */
const nameless = { zh: "–", en: "–" };

export const nameOf = (organisations: Organisations, id: string) =>
  organisations.get(id)?.name ?? nameless;

/** Whether a round has come so far; a cancelled one has come nowhere. */
export function isAtLeast(state: RoundState, least: RoundState): boolean {
  return state !== "cancelled" && roundStates.indexOf(state) >= roundStates.indexOf(least);
}

export function headView(row: RoundTable, caller: Caller, organisations: Organisations): RoundHead {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    state: row.state,
    owner: row.organisation_id,
    ownerName: nameOf(organisations, row.organisation_id),
    mayRun: runs(caller, row.organisation_id),
    isApplicant: ranks(caller, row),
    after: row.after_id,
    lotteryHash: row.lottery_hash,
    lotterySeed: isAtLeast(row.state, "frozen") ? row.lottery_seed : null,
    instanceHash: row.instance_hash,
    madeAt: row.made_at,
  };
}

export function placeView(row: PlaceTable, organisations: Organisations): PlaceView {
  return {
    ...row.draft,
    id: row.id,
    round: row.round_id,
    organisation: row.organisation_id,
    organisationName: nameOf(organisations, row.organisation_id),
    asked: namedAsked(row.draft.asked),
    isAgreed: row.agreed_at !== null,
  };
}

/** Competencies with their names; one that the framework lost has its code. */
export function namedAsked(asked: PlaceTable["draft"]["asked"]): PlaceView["asked"] {
  const known = new Map(loadFramework().framework.competencies.map((one) => [one.id, one.name]));
  return asked.map(({ competency, weight }) => {
    const name = known.get(competency) ?? { zh: competency, en: competency };
    return { competency, weight, name };
  });
}

export const appealView = (row: AppealTable, name: string): AppealView => ({
  id: row.id,
  person: row.person_id,
  name,
  text: row.text,
  madeAt: row.made_at,
  isUpheld: row.is_upheld,
  answer: row.answer,
});
