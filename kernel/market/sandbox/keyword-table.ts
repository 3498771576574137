/**
 * The keyword table 数据魔方 (practice.md 9): what each search of the day brings in a city and how
 * much of it each crowd wants. Everybody may read it before the day, for nothing in it is drawn and
 * nothing depends on what the stores decide.
 */
import { allocateMinor } from "../../money/allocate.ts";
import { segmentNames } from "../parameters/parameter-lists.ts";
import { seasonDayOf, shocksOfSeason, type Season } from "../state/season.ts";
import { writeVisits } from "../shelf/traffic.ts";
import { effectsOn } from "../world/shock.ts";
import type { World } from "../world/world.ts";
import { relevanceOf } from "./scores.ts";
import { crowds, type Crowd } from "./seller.ts";

export type KeywordRow = {
  readonly market: number;
  readonly category: number;
  readonly query: number;
  /** PV 展现量, UV 点击量, 转化量. */
  readonly impressions: number;
  readonly clicks: number;
  readonly conversions: number;
  /** Points of 100, 搜索相关性. */
  readonly relevance: number;
  /** Units wanted, in the order in which the crowds are served; they sum to the conversions. */
  readonly crowds: readonly number[];
};

/** The segments of shoppers that make up a crowd. */
const segmentsOf: Readonly<Record<Crowd, readonly (typeof segmentNames)[number][]>> = {
  brand: ["quality", "premium"],
  lowPrice: ["bargain", "thrifty"],
  composite: ["reviewReader", "balanced"],
  hesitant: ["careful", "hurried"],
};

const parts = 1_000_000;

/** The share of each crowd in a market, millionths: those of its segments there. */
function crowdShares({ segmentShare, sizes }: World, market: number): readonly number[] {
  return crowds.map((crowd) =>
    segmentsOf[crowd].reduce((sum, name) => {
      const at = market * sizes.segments + segmentNames.indexOf(name);
      return sum + Math.floor(parts * segmentShare[at]! + 0.5);
    }, 0),
  );
}

/** One search of a market by its visits of the day. */
export function keywordRow(world: World, visits: ArrayLike<number>, shelf: number): KeywordRow {
  const { parameters: p, sizes } = world;
  const { queries, categories } = sizes;
  const query = shelf % queries;
  const cell = Math.floor(shelf / queries);
  const market = Math.floor(cell / categories);
  const impressions = Math.floor(visits[shelf]! + 0.5);
  const clickRate = p["sandbox.click.rate"] + query * p["sandbox.click.step"];
  const clicks = Math.floor(impressions * Math.min(1, clickRate) + 0.5);
  const rate = p["sandbox.conversion.rate"] + query * p["sandbox.conversion.step"];
  const conversions = Math.floor(clicks * Math.min(1, rate) + 0.5);
  return {
    market,
    category: cell - market * categories,
    query,
    impressions,
    clicks,
    conversions,
    relevance: relevanceOf(p, query),
    crowds: allocateMinor(conversions, crowdShares(world, market)),
  };
}

/**
 * The whole table of the season's open day, by shelf, or of a day so many later, as far as the
 * events of the world are known.
 */
export function keywordTable(season: Season, later = 0): readonly KeywordRow[] {
  const { world, state, seed } = season;
  const { markets, categories, shelves } = world.sizes;
  const { visitsBp } = effectsOn(
    shocksOfSeason(season),
    seasonDayOf(season) + later,
    markets,
    categories,
    world.source.trade.carriers.length,
    seed,
  );
  const visits = new Float64Array(shelves);
  writeVisits(world, state, state.day[0]! + later, visitsBp, visits);
  return Array.from(visits, (_, shelf) => keywordRow(world, visits, shelf));
}
