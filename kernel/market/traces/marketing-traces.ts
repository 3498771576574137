/** Traces of promotions, experiments, posts, influencers and forecasts: each is somebody's. */
import { decided } from "../checklist/subject.ts";
import { salesSources, type SalesSource } from "../offsite/channel.ts";
import { promotionKinds } from "../promotions/promotion-kinds.ts";
import { certain, errorBp, naiveUnits } from "../research/forecast-score.ts";
import { sumOf, traceOf, type Traced } from "./traced.ts";
import { type Trace, weekDays } from "./trace.ts";

/** Days from a post or an influencer's word on in which what it brought is counted. */
const echoDays = 3;
/** A share of nothing is no measure. */
const viewsMin = 100;
/**
 * People who like, share, answer or come, for each of them who comes. Engagement is told of all of
 * these, and the market moves only those who come: of the viewers of a perfect post eight in a
 * thousand. Our choice; nobody checked it.
 */
export const reactionsAVisit = 5;

/**
 * Each promotion that is over: the profit it added to what its listing was expected to bring
 * without it, as a share of that. Both are expectations of the engine, so luck is in neither. Only
 * days on which it was alone at work count.
 */
export function promotionsRun({ subject, store, closed }: Traced): readonly Trace[] {
  return decided(subject, "run-promotion").flatMap(({ number, decision }) => {
    const { sku, market, from, promotion = "price-cut" } = decision;
    const ended = endedOn(subject, decision, number);
    const to = Math.min(decision.to, ended - 1);
    // Who ends one by hand is told so on the day that is the first without it.
    const known = Math.min(decision.to, ended);
    if (known > closed || to < from) return [];
    const at = subject.world.marketIds.indexOf(market);
    const alone = store.promotions.filter(
      (one) =>
        one.day >= from &&
        one.day <= to &&
        one.market === at &&
        one.kinds === 1 << promotionKinds.indexOf(promotion) &&
        subject.skuOfOffer.get(one.offer) === sku,
    );
    const usual = sumOf(alone, ({ usualProfitMinor }) => usualProfitMinor);
    if (usual === 0) return [];
    const gained = sumOf(alone, (one) => one.profitMinor - one.usualProfitMinor);
    return [
      traceOf({
        event: "promotion.run",
        measure: "incrementalProfit",
        value: gained / Math.abs(usual),
        day: known,
        decisions: [number],
        sku,
        market,
      }),
    ];
  });
}

type Promotion = ReturnType<typeof decided<"run-promotion">>[number]["decision"];

/** The day on which a promotion was ended or replaced by hand; infinity where it was not. */
function endedOn(
  subject: Traced["subject"],
  { sku, market, promotion = "price-cut" }: Promotion,
  number: number,
): number {
  const ending = subject.entries.find((one) => {
    const { decision } = one;
    return (
      one.number > number &&
      (decision.kind === "end-promotion" || decision.kind === "run-promotion") &&
      decision.sku === sku &&
      decision.market === market &&
      (decision.promotion ?? "price-cut") === promotion
    );
  });
  return ending?.day ?? Infinity;
}

/** Each closed experiment: whether its verdict was right, and what the other arm converted more. */
export function experimentsClosed({ subject, store }: Traced): readonly Trace[] {
  const event = "experiment.closed";
  return store.verdicts.flatMap(({ number, day, isRight }) => {
    const started = decided(subject, "start-experiment").find((one) => one.number === number);
    const { sku = null, market = null } = started?.decision ?? {};
    const closing = decided(subject, "close-experiment").find(
      ({ decision }) => decision.experiment === number,
    );
    const about = { event, day, sku, market, decisions: [closing?.number ?? number] } as const;
    const right = traceOf({ ...about, measure: "decisionCorrect", value: isRight ? 1 : 0 });
    const days = store.arms.filter((one) => one.number === number);
    const rate = (orders: "ordersA" | "ordersB", visits: "visitsA" | "visitsB") =>
      sumOf(days, (one) => one[orders]) / sumOf(days, (one) => one[visits]);
    const lift = rate("ordersB", "visitsB") / rate("ordersA", "visitsA") - 1;
    if (!Number.isFinite(lift)) return [right];
    return [right, traceOf({ ...about, decisions: [], measure: "conversionLift", value: lift })];
  });
}

/**
 * Each day of posts in a market: of those who saw them, the share who reacted. What is posted there
 * on one day is shown as one, so many small posts are no more events than a large one.
 */
export function contentPosted(traced: Traced): readonly Trace[] {
  const shows = decided(traced.subject, "publish-post", "hold-livestream");
  const posts = shows.filter(({ decision }) => decision.kind === "publish-post");
  const shown = Map.groupBy(posts, ({ day, decision }) => `${day}/${decision.market}`);
  return [...shown.values()].flatMap((same) => {
    const { day, decision } = same[0]!;
    const { market } = decision;
    const brought = echoOf(traced, "post", market, day);
    const views = sumOf(brought, (one) => one.views);
    const last = day + echoDays - 1;
    if (views < viewsMin || last > traced.closed) return [];
    const came = sumOf(brought, ({ visits }) => visits);
    return [
      traceOf({
        event: "content.posted",
        measure: "engagementRate",
        value: Math.min(1, (reactionsAVisit * came) / views),
        day: last,
        decisions: same.map(({ number }) => number),
        market,
      }),
    ];
  });
}

/**
 * Each influencer whose word has faded: what an order cost against what one of that market left, so
 * 1 is where it just paid.
 */
export function partnersSettled(traced: Traced): readonly Trace[] {
  const { subject, store, closed } = traced;
  return decided(subject, "book-influencer").flatMap(({ decision }) => {
    const { market, day } = decision;
    const last = day + echoDays - 1;
    if (last > closed) return [];
    const brought = echoOf(traced, "influencer", market, day);
    const orders = sumOf(brought, (one) => one.orders);
    const cost = sumOf(brought, ({ costMinor }) => costMinor);
    const at = subject.world.marketIds.indexOf(market);
    const sent = store.sent.filter((one) => one.market === at && one.day <= last);
    const sold = store.sold.filter((one) => one.market === at && one.day <= last);
    const target =
      sumOf(sent, ({ marginMinor }) => marginMinor) / sumOf(sold, ({ units }) => units);
    if (cost <= 0 || !(target > 0)) return [];
    // Without an order it cost more than any target: the worst that the scale knows.
    const value = orders === 0 ? Number.MAX_SAFE_INTEGER : cost / orders / target;
    const measure = "costPerOrderVsTarget";
    return [traceOf({ event: "partner.settled", measure, value, day: last, market })];
  });
}

/** What a channel showed and brought in a market from a day on. */
function echoOf({ subject, store }: Traced, of: SalesSource, market: string, day: number) {
  const at = subject.world.marketIds.indexOf(market);
  return store.channels.filter(
    (one) =>
      one.market === at &&
      salesSources[one.source] === of &&
      one.day >= day &&
      one.day < day + echoDays,
  );
}

/** Each forecast of units that is due: its error against that of a naive one, both of what came. */
export function forecastsSubmitted({ subject, store, closed }: Traced): readonly Trace[] {
  const unitsOn = (day: number) =>
    sumOf(
      store.sold.filter((one) => one.day === day),
      ({ units }) => units,
    );
  return decided(subject, "submit-forecast").flatMap(({ number, day, decision }) => {
    const due = day + decision.days - 1;
    const week = Array.from({ length: weekDays }, (_, back) => day - 1 - back).filter((one) =>
      store.days.some((known) => known.day === one),
    );
    if (decision.measure !== "units" || due > closed || week.length === 0) return [];
    const days = Array.from({ length: decision.days }, (_, ahead) => day + ahead);
    const came = days.reduce((sum, one) => sum + unitsOn(one), 0);
    const naive = certain(naiveUnits(week.map(unitsOn), decision.days));
    const naiveBp = errorBp(naive, came);
    // Who meets what a naive forecast met, too, is as good; who misses it is as bad as can be.
    const ownBp = errorBp(decision, came);
    const value = naiveBp > 0 ? ownBp / naiveBp : ownBp === 0 ? 1 : Number.MAX_SAFE_INTEGER;
    const measure = "mapeVsNaive";
    return [
      traceOf({ event: "forecast.submitted", measure, value, day: due, decisions: [number] }),
    ];
  });
}
