import type { Experiment, ResearchView } from "@echelon/contract/practice/research.ts";
import type { StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import { experimentVerdicts } from "@echelon/kernel/market/research/experiment-kinds.ts";
import { experimentFee } from "@echelon/kernel/market/research/fees.ts";
import { type Arm, resultOf } from "@echelon/kernel/market/research/trial-result.ts";
import { currencyOf } from "@echelon/kernel/market/world/lookups.ts";
import type { PracticeMeans } from "../means.ts";
import { lineage, readBranches } from "../store/log-store.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { storeDecisions } from "../store/research-store.ts";
import { ofKind } from "./entries-of-kind.ts";
import { offerRows, type Desk } from "./open-desk.ts";

const rowsMax = 100;

type Started = {
  readonly number: number;
  readonly day: number;
  readonly decision: Extract<StoreDecision, { kind: "start-experiment" }>;
};
type Closed = { readonly decision: Extract<StoreDecision, { kind: "close-experiment" }> };
type Trial = ResultRow<"trials">;

/** A store's experiments with what their arms showed; what may be tried on its listings. */
export async function viewExperiments(
  means: PracticeMeans,
  desk: Desk,
): Promise<ResearchView["experiments"]> {
  const { database } = means;
  const { season, number, row, closed } = desk;
  const spans = lineage(await readBranches(database, season), row.branch);
  const started = await storeDecisions(database, season, number, "start-experiment", spans);
  const ended = await storeDecisions(database, season, number, "close-experiment", spans);
  const trials = await storeRows(database, "trials", season, number, 1, closed);
  const days = Map.groupBy(trials, (one) => one.number);
  const closings = new Map(
    ofKind(ended, "close-experiment").map((one) => [one.decision.experiment, one]),
  );
  const rows = ofKind(started, "start-experiment")
    .slice(0, rowsMax)
    .map((one) => experimentOf(desk, one, closings.get(one.number), days.get(one.number) ?? []));
  return {
    dayFeeMinor: experimentFee(desk.context, 1),
    daysMost: Math.max(0, Math.min(28, row.days - row.day + 1)),
    listings: listingsOf(desk),
    rows,
    right: rows.filter(({ isRight }) => isRight === true).length,
    started: rows.length,
  };
}

function listingsOf(desk: Desk): ResearchView["experiments"]["listings"] {
  const { world, preview, products } = desk;
  const { state } = preview;
  const { markets } = state.sizes;
  return offerRows(desk).flatMap((row) =>
    world.marketIds.flatMap((market, index) => {
      const at = row * markets + index;
      if (state.listing[at] !== 1) return [];
      const product = products[state.skuOf[row]!];
      if (product === undefined) return [];
      return [
        {
          sku: product.sku,
          name: product.detail.name,
          market,
          currency: currencyOf(world, index),
          priceMinor: state.priceMinor[at]!,
          feeMinor: state.feeMinor[at]!,
          promiseDays: state.promiseDays[at]!,
        },
      ];
    }),
  );
}

function experimentOf(
  desk: Desk,
  { number, day, decision }: Started,
  closing: Closed | undefined,
  trials: readonly Trial[],
): Experiment {
  const { world, row, products } = desk;
  const { sku, market, arms, days, measure } = decision;
  const place = world.marketIds.indexOf(market);
  const shown = trials.filter(({ verdict }) => verdict < 0);
  const settled = trials.find(({ verdict }) => verdict >= 0);
  const toDay = day + days - 1;
  const verdict = closing?.decision.verdict ?? null;
  const product = products.find((one) => one.sku === sku);
  return {
    number,
    sku,
    name: product?.detail.name ?? { zh: sku, en: sku },
    market,
    currency: currencyOf(world, place),
    field: arms.field,
    a: arms.field === "content" ? null : arms.a,
    b: arms.field === "content" ? null : arms.b,
    shareBp: decision.shareBp,
    from: day,
    to: toDay,
    measure,
    hypothesis: decision.hypothesis,
    state: verdict !== null ? "closed" : row.day > toDay ? "over" : "running",
    daysShown: shown.length,
    result: shown.length === 0 ? null : resultView(shown, measure),
    verdict: settled === undefined ? verdict : experimentVerdicts[settled.verdict]!,
    reason: closing?.decision.reason ?? "",
    isRight: settled === undefined ? null : settled.isRight === 1,
  };
}

/** Both arms over the days so far. */
function resultView(
  shown: readonly Trial[],
  measure: Started["decision"]["measure"],
): NonNullable<Experiment["result"]> {
  const sum = (pick: (one: Trial) => number) => shown.reduce((total, one) => total + pick(one), 0);
  const [visitsA, visitsB] = [sum((one) => one.visitsA), sum((one) => one.visitsB)];
  const hits = (orders: number, clicks: number) => (measure === "clicks" ? clicks : orders);
  const worth = (price: number) => (measure === "revenue" ? price / shown.length : 1);
  const a: Arm = {
    visits: visitsA,
    hits: hits(
      sum((one) => one.ordersA),
      sum((one) => one.clicksA),
    ),
    worth: worth(sum((one) => one.priceAMinor)),
  };
  const b: Arm = {
    visits: visitsB,
    hits: hits(
      sum((one) => one.ordersB),
      sum((one) => one.clicksB),
    ),
    worth: worth(sum((one) => one.priceBMinor)),
  };
  return { visitsA, visitsB, ...resultOf(a, b) };
}
