/**
 * The keyword table 数据魔方 of a category in a market: a panel of shoppers is shown the day's pages
 * and everything they do is counted (practice.md section 7). The panel searches as the market does,
 * its rates are the exact ones, its luck is its own: it tells of the market and changes nothing.
 */
import { binomial } from "../../random/binomial.ts";
import { multinomial } from "../../random/multinomial.ts";
import { poisson } from "../../random/poisson.ts";
import { address, purpose } from "../../random/purpose.ts";
import { expectedRates } from "../shelf/expected-rates.ts";
import type { Engine } from "../state/engine.ts";
import { pageSlots } from "../world/world-limits.ts";
import { grown, grownSum, shareOf, type Estimate } from "./estimate.ts";

/** What a panel of one search did. */
type Counted = {
  readonly visits: number;
  readonly impressions: number;
  /** Sum over visits of the square of what each looked at. */
  readonly squares: number;
  readonly clicks: number;
  readonly orders: number;
};

export type KeywordLine = {
  readonly query: number;
  readonly visits: Estimate;
  readonly impressions: Estimate;
  readonly clicks: Estimate;
  readonly orders: Estimate;
  readonly clickRate: Estimate;
  readonly conversion: Estimate;
};

/**
 * @param engine  after the day's first slice
 * @param store   who asks: every store has a panel of its own
 */
export function keywordTable(
  engine: Engine,
  store: number,
  market: number,
  category: number,
): readonly KeywordLine[] {
  const { world, work } = engine;
  const { categories, queries } = world.sizes;
  const cell = market * categories + category;
  const visits = work.visits.slice(cell * queries, (cell + 1) * queries);
  const inAll = visits.reduce((sum, one) => sum + one, 0);
  const panel = world.parameters["research.panelVisits"];
  if (inAll <= 0) return [];
  const asked = new Int32Array(queries);
  const at = address(purpose.panelVisit);
  multinomial(panel, visits, asked, store, cell, dayWord(engine), at, engine.key);
  return Array.from(asked, (count, query) => {
    const shelf = cell * queries + query;
    return lineOf(engine, query, watch(engine, store, shelf, count), inAll / panel);
  }).filter(({ query }) => visits[query]! > 0);
}

const dayWord = ({ state }: Engine) => 4 * state.day[0]!;

function lineOf(engine: Engine, query: number, seen: Counted, scale: number): KeywordLine {
  const most = Math.min(pageSlots, engine.world.depthSlots.at(-1)!);
  // Who looks farther clicks more often: the sum of squares of what each visit clicked.
  const { clicks, impressions, squares } = seen;
  const rate = impressions > 0 ? clicks / impressions : 0;
  const clickSquares = clicks + rate * rate * squares;
  return {
    query,
    visits: grown(seen.visits, scale),
    impressions: grownSum(seen.impressions, seen.squares, most, scale),
    clicks: grownSum(clicks, clickSquares, 1, scale),
    orders: grown(seen.orders, scale),
    clickRate: shareOf(seen.clicks, seen.impressions),
    conversion: shareOf(seen.orders, seen.clicks),
  };
}

/** Shows `visits` shoppers the search's page. */
function watch(engine: Engine, store: number, shelf: number, visits: number): Counted {
  const { world, work, key } = engine;
  const day = dayWord(engine);
  const readers = new Int32Array(world.depthShares.length);
  const readAt = address(purpose.panelDepth);
  multinomial(visits, world.depthShares, readers, store, shelf, day, readAt, key);
  let [impressions, squares] = [0, 0];
  readers.forEach((count, depth) => {
    const read = Math.min(work.slotCount[shelf]!, world.depthSlots[depth]!);
    impressions += count * read;
    squares += count * read * read;
  });
  const rates = expectedRates(engine, [shelf]);
  const sum = (column: Float64Array) => column.reduce((total, rate) => total + rate, 0);
  const market = work.visits[shelf]!;
  if (market <= 0 || impressions === 0)
    return { visits, impressions, squares, clicks: 0, orders: 0 };
  const buying = sum(rates.orders) / market;
  const looking = (sum(rates.clicks) - sum(rates.orders)) / sum(rates.examinations);
  const orderAt = address(purpose.panelOrder);
  const orders = binomial(visits, buying, store, shelf, day, orderAt, key);
  const clickAt = address(purpose.panelClick);
  const clicks = orders + poisson(impressions * looking, store, shelf, day, clickAt, key);
  return { visits, impressions, squares, clicks: Math.min(clicks, impressions), orders };
}
