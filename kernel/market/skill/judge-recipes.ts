/** What recipes are worth in worlds that nobody has seen (checks 27 and 28, practice.md 16). */
import { meanOf } from "../../number/correlation.ts";
import { atLeast, atMost, type Check } from "./judge.ts";
import type { MarkedStore, PlayedSeason } from "./play-season.ts";
import type { Recipe } from "./recipe.ts";

export type ScriptRow = {
  readonly id: string;
  /** Worlds in which no other script scored higher. */
  readonly wins: number;
  readonly meanScore: number;
  /** Worlds in which no store at all scored higher, bots counted. */
  readonly firsts: number;
};

export type FollyRow = { readonly id: string; readonly meanScore: number };

export type HonestyRow = {
  readonly seed: number;
  readonly honestScore: number;
  readonly boastingScore: number;
  /** Units wanted after the watched day. */
  readonly honestWanted: number;
  readonly boastingWanted: number;
};

const ownStores = ({ stores }: PlayedSeason) => stores.filter(({ level }) => level < 0);

const bestOf = (stores: readonly MarkedStore[]) =>
  stores.reduce((most, { scoreMilli }) => Math.max(most, scoreMilli), -1);

/**
 * How often each script wins: it has the highest score of all scripts of its world. Equal scores
 * win both. The share of the best is taken on the same worlds, which favors it and so makes the
 * gate stricter.
 */
export function scriptRows(
  recipes: readonly Recipe[],
  worlds: readonly PlayedSeason[],
): readonly ScriptRow[] {
  return recipes.map(({ id }, place) => {
    const won = (among: (world: PlayedSeason) => readonly MarkedStore[]) =>
      worlds.filter((world) => ownStores(world)[place]!.scoreMilli === bestOf(among(world))).length;
    return {
      id,
      wins: won(ownStores),
      firsts: won(({ stores }) => stores.filter(({ isEntrant }) => isEntrant)),
      meanScore: meanOf(worlds.map((world) => ownStores(world)[place]!.scoreMilli)),
    };
  });
}

export function scriptGate(rows: readonly ScriptRow[], worlds: number): Check {
  const most = rows.reduce((best, { wins }) => Math.max(best, wins), 0);
  return atMost("best-script", worlds === 0 ? 1 : most / worlds, 0.25);
}

export const follyRows = (
  recipes: readonly Recipe[],
  worlds: readonly PlayedSeason[],
): readonly FollyRow[] =>
  recipes.map(({ id }, place) => ({
    id,
    meanScore: meanOf(worlds.map((world) => ownStores(world)[place]!.scoreMilli)),
  }));

/** Mean score of the average bots that opened with the season. */
export const averageScore = (worlds: readonly PlayedSeason[]): number =>
  meanOf(
    worlds.flatMap(({ stores }) =>
      stores
        .filter(({ level, isEntrant }) => level === 2 && isEntrant)
        .map(({ scoreMilli }) => scoreMilli),
    ),
  );

/** The best folly's part of what an average bot has: below 1, or nonsense pays. */
export function follyGate(rows: readonly FollyRow[], average: number): Check {
  const most = rows.reduce((best, { meanScore }) => Math.max(best, meanScore), 0);
  return atMost("best-folly", average > 0 ? most / average : Number.POSITIVE_INFINITY, 0.999);
}

/** Twin seasons of one seed: the same store once honest, once boasting, and no other difference. */
export const honestyRow = (
  seed: number,
  honest: PlayedSeason,
  boasting: PlayedSeason,
): HonestyRow => ({
  seed,
  honestScore: ownStores(honest)[0]!.scoreMilli,
  boastingScore: ownStores(boasting)[0]!.scoreMilli,
  honestWanted: ownStores(honest)[0]!.wantedLate,
  boastingWanted: ownStores(boasting)[0]!.wantedLate,
});

/** In how many worlds the honest store ends with the higher score. */
export function honestyGate(rows: readonly HonestyRow[]): Check {
  const won = rows.filter(({ honestScore, boastingScore }) => honestScore > boastingScore).length;
  return atLeast("honest-wins", rows.length === 0 ? 0 : won / rows.length, 0.9);
}
