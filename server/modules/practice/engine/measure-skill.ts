/**
 * The psychometrics of the score (market.md 14): seasons of bots of known skill, and of stores that
 * follow recipes, played on several threads and judged. No database, no people.
 */
import { Worker } from "node:worker_threads";
import { scenarios } from "@echelon/atlas/world-source.ts";
import type { DesignSize } from "@echelon/kernel/market/skill/design.ts";
import { judgeSkill, type Check, type SkillReport } from "@echelon/kernel/market/skill/judge.ts";
import {
  averageScore,
  follyGate,
  follyRows,
  type FollyRow,
  honestyGate,
  honestyRow,
  type HonestyRow,
  scriptGate,
  scriptRows,
  type ScriptRow,
} from "@echelon/kernel/market/skill/judge-recipes.ts";
import type { PlayedSeason } from "@echelon/kernel/market/skill/play-season.ts";
import { skillTable } from "@echelon/kernel/market/skill/skill-table.ts";
import { playWish, recipesOf } from "./play-wish.ts";
import type { RecipeList, SeasonAnswer, SeasonWish } from "./skill-wishes.ts";

export type MeasureRequest = {
  readonly scenario: string;
  /** Stores that are measured, and those that were there before. */
  readonly stores: number;
  readonly incumbents: number;
  readonly days: number;
  /** Measured seasons; six or more measure the mean of three replicas, too. */
  readonly seasons: number;
  /** Unseen worlds of scripts, of follies and of honesty. */
  readonly worlds: { readonly scripts: number; readonly follies: number; readonly honesty: number };
  /** Stores of bots in such a world, half of them there before. */
  readonly worldStores: number;
  readonly seed: number;
  /** Threads besides this one; 0 plays on this one. */
  readonly threads: number;
  readonly progress?: (done: number, all: number) => void;
};

export type SkillMeasured = {
  readonly scenario: string;
  readonly days: number;
  readonly skill: SkillReport;
  readonly scripts: readonly ScriptRow[];
  readonly follies: readonly FollyRow[];
  /** Mean score of the average bots beside the follies. */
  readonly average: number;
  readonly honesty: readonly HonestyRow[];
  /** Gates of skill, and of recipes where any were played. */
  readonly gates: readonly Check[];
  readonly goals: readonly Check[];
  readonly isMet: boolean;
  readonly seconds: number;
};

/** Null when the atlas has no such scenario. */
export async function measureSkill(request: MeasureRequest): Promise<SkillMeasured | null> {
  if (!scenarios().some(({ id }) => id === request.scenario)) return null;
  const begun = performance.now();
  const wishes = wishesOf(request);
  const played = await playAll(wishes, request.threads, request.progress);
  const of = (list: RecipeList) => played.filter((_, at) => wishes[at]!.recipes === list);
  const seeds = wishes.filter(({ recipes }) => recipes === "none").map(({ seed }) => seed);
  const key = { k0: request.seed, k1: 0x57a7 };
  const skill = judgeSkill(skillTable(seeds, of("none"), key), key);
  const recipes = judgeRecipes(of, wishes);
  const gates = [...skill.gates, ...recipes.gates];
  return {
    scenario: request.scenario,
    days: request.days,
    skill,
    ...recipes,
    gates,
    goals: skill.goals,
    isMet: gates.every(({ isMet }) => isMet),
    seconds: Math.round((performance.now() - begun) / 100) / 10,
  };
}

/** Every season to play. Each kind has seeds of its own, so that no world is met twice. */
function wishesOf(request: MeasureRequest): readonly SeasonWish[] {
  const { scenario, days, worlds } = request;
  const half = Math.floor(request.worldStores / 2);
  const seats = 16;
  const whole: DesignSize = {
    stores: request.stores,
    incumbents: request.incumbents,
    days,
    seats,
  };
  const small: DesignSize = { stores: request.worldStores - half, incumbents: half, days, seats };
  const several = (recipes: RecipeList, count: number, size: DesignSize, from: number) =>
    Array.from({ length: count }, (_, at) => ({
      scenario,
      size,
      seed: request.seed + from + at,
      recipes,
    }));
  return [
    ...several("none", request.seasons, whole, 0),
    ...several("scripts", worlds.scripts, small, 1000),
    ...several("follies", worlds.follies, small, 2000),
    ...several("honest", worlds.honesty, small, 3000),
    ...several("boasting", worlds.honesty, small, 3000),
  ];
}

function judgeRecipes(
  of: (list: RecipeList) => readonly PlayedSeason[],
  wishes: readonly SeasonWish[],
): Pick<SkillMeasured, "scripts" | "follies" | "average" | "honesty" | "gates"> {
  const scripts = scriptRows(recipesOf.scripts, of("scripts"));
  const follies = follyRows(recipesOf.follies, of("follies"));
  const average = averageScore(of("follies"));
  const boasting = of("boasting");
  const seeds = wishes.filter(({ recipes }) => recipes === "honest").map(({ seed }) => seed);
  const honesty = of("honest").map((honest, at) => honestyRow(seeds[at]!, honest, boasting[at]!));
  return {
    scripts,
    follies,
    average,
    honesty,
    gates: [
      ...(of("scripts").length > 0 ? [scriptGate(scripts, of("scripts").length)] : []),
      ...(of("follies").length > 0 ? [follyGate(follies.slice(0, -1), average)] : []),
      ...(honesty.length > 0 ? [honestyGate(honesty)] : []),
    ],
  };
}

/** All seasons in the order of the wishes; threads take the next one when they are done. */
async function playAll(
  wishes: readonly SeasonWish[],
  threads: number,
  progress: MeasureRequest["progress"] = () => undefined,
): Promise<readonly PlayedSeason[]> {
  const played: PlayedSeason[] = [];
  let next = 0;
  let done = 0;
  const keep = (at: number, season: PlayedSeason) => {
    played[at] = season;
    progress(++done, wishes.length);
  };
  if (threads === 0) {
    wishes.forEach((wish, at) => keep(at, playWish(wish)));
    return played;
  }
  const work = async (worker: Worker) => {
    while (next < wishes.length) {
      const at = next++;
      keep(at, await asked(worker, wishes[at]!));
    }
  };
  const workers = Array.from(
    { length: Math.min(threads, wishes.length) },
    () => new Worker(new URL("./skill-thread.ts", import.meta.url)),
  );
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return played;
}

function asked(worker: Worker, wish: SeasonWish): Promise<PlayedSeason> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", ({ played }: SeasonAnswer) => {
      worker.off("error", reject);
      resolve(played);
    });
    worker.postMessage(wish);
  });
}
