import type { DecisionWish } from "@echelon/contract/practice/decision.ts";
import type { Desk } from "./desk.ts";

/**
 * A standing rule for each product: buy again before the supplier's lead time has sold it out. The
 * rule itself looks every day; the player looks at the rule every other one.
 */
export async function restockByRule(desk: Desk): Promise<void> {
  if (desk.day % 2 === 1) return;
  const { rules, rows, supply } = await desk.stock();
  const wishes = supply.flatMap(({ sku, moq, leadDays }): DecisionWish[] => {
    const sold = rows.filter((row) => row.sku === sku).reduce((sum, row) => sum + row.soldWeek, 0);
    const daily = sold / 7;
    const isWorthIt = sold > 0 && moq <= 60 * daily + 6;
    const pointUnits = isWorthIt ? Math.floor(daily * leadDays) + 2 : 0;
    const upToUnits = isWorthIt ? pointUnits + Math.max(moq, Math.floor(daily * 14)) : 0;
    const rule = rules.find((one) => one.sku === sku);
    if ((rule?.pointUnits ?? 0) === pointUnits && (rule?.upToUnits ?? 0) === upToUnits) return [];
    return [{ kind: "set-reorder-rule", sku, pointUnits, upToUnits }];
  });
  if (wishes.length > 0) await desk.hand(wishes);
}

/** One campaign over all markets, with bids of a share of what a click may cost at most. */
export async function advertise(desk: Desk, shareBp: number, dailyDollars: number): Promise<void> {
  const { campaigns } = await desk.advertising();
  const markets = desk.season.markets.map(({ code }) => code);
  if (campaigns.length === 0) {
    const dailyBudgetTicks = dailyDollars * 10_000;
    await desk.hand([{ kind: "open-campaign", name: "All", dailyBudgetTicks, markets }]);
  }
  const bids: DecisionWish[] = [];
  for (const { sku, listings } of await desk.offers()) {
    const first = listings.find(({ state }) => state === "live");
    if (first === undefined) continue;
    const { economics } = await desk.editor(sku, first.market);
    const bidTicks = Math.floor(((economics?.breakEvenBidTicks ?? 0) * shareBp) / 10_000);
    if (bidTicks <= 0) continue;
    bids.push({ kind: "set-bid", campaign: 0, sku, keyword: "", match: "auto", bidTicks });
  }
  if (bids.length > 0) await desk.hand(bids);
}

/** Answers buyers by a standing rule and puts what comes back on sale again. */
export async function answerBuyers(desk: Desk): Promise<void> {
  if (!desk.season.modules.returns) return;
  await desk.hand([
    { kind: "set-answer-policy", disputes: "refund", returns: "resell", handAnswers: 0 },
  ]);
}

/**
 * Sends part of what sells into a market's warehouse by air and ships from there once it lies
 * there; an empty warehouse is left again.
 */
export async function useWarehouses(desk: Desk): Promise<void> {
  if (!desk.season.modules.warehouses || desk.day % 4 !== 0) return;
  const { rows } = await desk.stock();
  const wishes: DecisionWish[] = [];
  for (const { sku, listings, onHand } of await desk.offers()) {
    for (const { market, state, service, week } of listings.slice(0, 1)) {
      if (state !== "live") continue;
      const there = rows.find((row) => row.sku === sku && row.pool === market);
      const isThere = (there?.onHand ?? 0) > 0;
      const under = (there?.onHand ?? 0) + (there?.inbound ?? 0);
      const units = Math.min(Math.floor(onHand / 3), week.units * 2);
      if (under === 0 && units >= 10)
        wishes.push({ kind: "move-stock", sku, market, mode: "air", units });
      const { services } = await desk.editor(sku, market);
      const from = (where: string) =>
        services.find((one) => one.from === where && one.costMinor !== null);
      const isLocal = services.find(({ id }) => id === service)?.from === "warehouse";
      if (isThere === isLocal) continue;
      const next = from(isThere ? "warehouse" : "home");
      if (next === undefined) continue;
      const promiseDays = Math.max(1, next.p90Days);
      wishes.push({
        kind: "set-shipping",
        sku,
        market,
        service: next.id,
        feeMinor: 0,
        promiseDays,
      });
    }
  }
  if (wishes.length > 0) await desk.hand(wishes);
}

/** Days between two looks at the own figures. */
const looksEvery = 3;

/**
 * Looks at the own figures now and then: what did not sell becomes cheaper as long as it earns,
 * what sells out becomes dearer, and what costs more in clicks than it brings is not bid for.
 */
export async function revise(desk: Desk): Promise<void> {
  if (desk.day % looksEvery !== 1) return;
  const wishes: DecisionWish[] = [];
  for (const { sku, listings, onHand, inbound } of await desk.offers()) {
    const units = listings.reduce((sum, { week }) => sum + week.units, 0);
    const daysLeft = units === 0 ? Number.POSITIVE_INFINITY : (onHand * 7) / units;
    for (const { market, state, priceMinor, marginBp } of listings) {
      if (state !== "live") continue;
      const isScarce = daysLeft < 7 && inbound === 0;
      const isIdle = units === 0 && onHand > 0 && marginBp > 2_500;
      const factor = isScarce ? 1.08 : isIdle ? 0.92 : 1;
      if (factor !== 1)
        wishes.push({
          kind: "set-price",
          sku,
          market,
          priceMinor: Math.round(priceMinor * factor),
        });
    }
  }
  if (wishes.length > 0) await desk.hand(wishes, "by the week's own figures");
  await dropDearBids(desk);
}

async function dropDearBids(desk: Desk): Promise<void> {
  const { campaigns, usdRateE8 } = await desk.advertising();
  const bids = campaigns.flatMap(({ campaign, entries }) =>
    entries.flatMap(({ sku, keyword, match, bidTicks, ticks, revenueMinor }): DecisionWish[] => {
      const spentMinor = ((ticks / 10_000) * 100 * usdRateE8) / 1e8;
      const isDear = spentMinor > 300 && spentMinor > revenueMinor / 4;
      if (!isDear || bidTicks === 0) return [];
      const lower = Math.floor(bidTicks / 2);
      return [{ kind: "set-bid", campaign, sku, keyword, match, bidTicks: lower }];
    }),
  );
  if (bids.length > 0) await desk.hand(bids);
}
