import type { BodyOf } from "@echelon/contract/platform/endpoint.ts";
import type { EndpointByDoes } from "@echelon/contract/endpoints.ts";
import type { Answer } from "../../../api/client.ts";

export type Pace = BodyOf<EndpointByDoes["PUT /practice/seasons/:season/pace"]>;
export type PaceKind = Exclude<Pace["kind"], "self-paced">;
export type Scenario = Answer<"GET /practice/scenarios">[number];
export type Preset = Answer<"GET /practice/presets">[number];
export type Catalog = Answer<"GET /catalogs">[number];
type MakeSeason = BodyOf<EndpointByDoes["POST /practice/seasons"]>;

/** What a pace is chosen by; each kind reads its own fields and leaves the others as they were. */
export type PaceChoice = {
  readonly kind: PaceKind;
  readonly minutes: number;
  readonly closesWhenAllReady: boolean;
  readonly weekdays: readonly number[];
  readonly time: string;
  readonly timeZone: string;
};

/** In class the teacher closes. Rounds of ten minutes and Monday mornings stand ready. */
export const usualPace: PaceChoice = {
  kind: "by-hand",
  minutes: 10,
  closesWhenAllReady: true,
  weekdays: [0],
  time: "08:00",
  timeZone: "Asia/Shanghai",
};

export function choiceOf(pace: Pace): PaceChoice {
  return pace.kind === "self-paced" ? usualPace : { ...usualPace, ...pace };
}

export function paceOf(choice: PaceChoice): Pace {
  const { kind, minutes, closesWhenAllReady, weekdays, time, timeZone } = choice;
  if (kind === "interval") return { kind, minutes, closesWhenAllReady };
  if (kind !== "timetable") return { kind };
  return { kind, weekdays: weekdays.toSorted((a, b) => a - b), time, timeZone };
}

/** What is missing before a pace can be used, as a text key; null when nothing is. */
export function paceFault(choice: PaceChoice): "noWeekday" | "noTime" | "noMinutes" | null {
  if (choice.kind === "timetable" && choice.weekdays.length === 0) return "noWeekday";
  if (choice.kind === "timetable" && !/^([01]\d|2[0-3]):[0-5]\d$/.test(choice.time))
    return "noTime";
  const { minutes } = choice;
  const isSound = Number.isInteger(minutes) && minutes >= 1 && minutes <= 10_080;
  return choice.kind === "interval" && !isSound ? "noMinutes" : null;
}

/** A teacher's choices; what was never touched is null and follows the scenario. */
export type SeasonChoice = {
  /** Null is the own mix. */
  readonly preset: string | null;
  readonly daysPerRound: number | null;
  readonly scoring: Preset["scoring"] | null;
  readonly absence: Preset["absence"] | null;
  readonly weights: ScoreWeights | null;
  readonly scenario: string | null;
  readonly pace: PaceChoice;
  readonly name: string | null;
  readonly days: number | null;
  readonly bots: number | null;
  readonly teamSize: number;
  readonly enterprises: readonly string[] | null;
};

export type ScoreWeights = NonNullable<MakeSeason["weights"]>;
export const partsOfScore = ["profitBp", "customerBp", "operationsBp", "processBp"] as const;
/** What every shipped scenario weighs. */
export const usualWeights: ScoreWeights = {
  profitBp: 5_000,
  customerBp: 2_000,
  operationsBp: 1_500,
  processBp: 1_500,
};
export const weightSum = (weights: ScoreWeights): number =>
  partsOfScore.reduce((sum, part) => sum + weights[part], 0);

export const untouched: SeasonChoice = {
  preset: null,
  daysPerRound: null,
  scoring: null,
  absence: null,
  weights: null,
  scenario: null,
  pace: usualPace,
  name: null,
  days: null,
  bots: null,
  teamSize: 1,
  enterprises: null,
};

/** A preset settles everything; what a teacher then changes goes before it. */
export const choosePreset = (choice: SeasonChoice, preset: Preset | null): SeasonChoice => ({
  ...untouched,
  name: choice.name,
  enterprises: choice.enterprises,
  ...(preset === null
    ? {}
    : {
        preset: preset.id,
        scenario: preset.scenario.id,
        pace: choiceOf(preset.pace),
        teamSize: preset.teamSize,
      }),
});

/** Enterprises that have something to sell: all of them take part unless the teacher says less. */
export const sellable = (catalogs: readonly Catalog[]): Catalog[] =>
  catalogs.filter(({ sellableSkus }) => sellableSkus > 0);

/** The easiest scenario stands chosen. */
export function scenarioOf(choice: SeasonChoice, scenarios: readonly Scenario[]) {
  const easiest = scenarios.toSorted((a, b) => a.level - b.level || a.days - b.days)[0];
  return scenarios.find(({ id }) => id === choice.scenario) ?? easiest;
}

/** The request that two choices make, everything else being what the scenario and the class say. */
export function planSeason(
  choice: SeasonChoice,
  of: { class: string; scenario: Scenario; catalogs: readonly Catalog[]; usualName: string },
): MakeSeason {
  const all = sellable(of.catalogs).map(({ enterprise }) => enterprise.id);
  return {
    class: of.class,
    scenario: of.scenario.id,
    name: choice.name ?? of.usualName,
    pace: paceOf(choice.pace),
    enterprises: [...(choice.enterprises ?? all)],
    teamSize: choice.teamSize,
    ...(choice.preset === null ? {} : { preset: choice.preset }),
    ...(choice.daysPerRound === null ? {} : { daysPerRound: choice.daysPerRound }),
    ...(choice.absence === null ? {} : { absence: choice.absence }),
    ...(choice.scoring === null ? {} : { scoring: choice.scoring }),
    ...(choice.weights === null ? {} : { weights: choice.weights }),
    ...(choice.days === null ? {} : { days: choice.days }),
    ...(choice.bots === null ? {} : { bots: choice.bots }),
  };
}
