/**
 * The opening of a season: bots trade for a while before anyone looks, and the market is calibrated
 * on what they made of it (market.md E7, E16).
 */
import { enterBot } from "./bots/bot.ts";
import { botRoster } from "./bots/bot-roster.ts";
import { calibrateOutside, untouchedOutside } from "./shelf/calibrate.ts";
import { closeDay } from "./day.ts";
import { contextOf, type DecisionContext } from "./decisions/decision-context.ts";
import { openBook } from "./books/book.ts";
import { ratesOf } from "./books/currency.ts";
import { openEngine, type Engine } from "./state/engine.ts";
import { mixInt32, newHash, hex } from "../number/fnv.ts";
import { isSandbox } from "./sandbox/matching.ts";
import { openDay, runShard } from "./shelf/phases.ts";
import { effectsOfDay, type Season, type Seed } from "./state/season.ts";
import { newState, type Allocate, type State } from "./state/state.ts";
import { newWorkspace } from "./state/workspace.ts";
import type { World } from "./world/world.ts";

/**
 * Names an opening: the same world and seed open the same season, so its snapshot may be kept under
 * this key.
 *
 * @param worldDigest  what names the world's source, such as its SHA-256
 */
export function openingKey(worldDigest: string, seed: Seed): string {
  const hash = newHash();
  for (let i = 0; i < worldDigest.length; i++) mixInt32(hash, worldDigest.charCodeAt(i));
  mixInt32(hash, seed.k0);
  mixInt32(hash, seed.k1);
  return hex(hash);
}

/**
 * A season on the eve of day 1: incumbents have traded through the burn-in, the outside option is
 * calibrated in its middle and at its end. It takes seconds; keep a snapshot of the state.
 *
 * @param progress  told the share that is done, 0 to 1
 */
export function openSeason(
  world: World,
  seed: Seed,
  allocate: Allocate,
  progress: (share: number) => void = () => undefined,
): Season {
  const state = newState(world.sizes, allocate);
  state.logOutside.fill(untouchedOutside);
  const season: Season = { world, seed, state };
  const work = newWorkspace(world.sizes, allocate);
  const engine = openEngine(world, seed, state, work);
  enterIncumbents(season);
  calibrate(season, engine);
  const { burnInDays } = world.source.scenario;
  for (let day = 0; day < burnInDays; day++) {
    closeDay(season, [], work, { into: state, engine, isSilent: true });
    if (day === Math.floor(burnInDays / 2) - 1) calibrate(season, engine);
    progress((day + 1) / (burnInDays + 1));
  }
  calibrate(season, engine);
  progress(1);
  return season;
}

/** A season from the state of an opening or of any closed day. */
export function reopenSeason(world: World, seed: Seed, state: State): Season {
  return { world, seed, state };
}

/** Bots that are there before: they have stock on the shelf from the first day of the burn-in. */
function enterIncumbents(season: Season): void {
  const context = openContext(season);
  for (const seat of botRoster(season.world.source.scenario.bots)) {
    if (!seat.isEntrant) enterBot(context, seat);
  }
}

function openContext(season: Season): DecisionContext {
  const { world, state } = season;
  const rates = ratesOf(world, state);
  return contextOf(season, openBook(state, world.currencies, world.base, rates, state.day[0]!));
}

/** The sandbox has no outside option: its demand is dealt, not drawn from those who look. */
function calibrate(season: Season, engine: Engine): void {
  if (isSandbox(season.world)) return;
  openDay(engine, { effects: effectsOfDay(season) });
  runShard(engine, "prepare", 0, 0, 1);
  runShard(engine, "rank", 0, 0, 1);
  calibrateOutside(engine);
}
