/**
 * How an able student goes about a season of marketing, by what the product shows and in the order
 * in which a person does it: choose and list, read what buyers type and write again, advertise
 * below what a click may cost, post once a round, and go over prices, bids and stock.
 */
import { choosable, decide, editorOf, homeService, type Seat, type Wish } from "./seat.ts";
import { creativeWords, plainWords, searchedWords } from "./words.ts";

export interface Marketer {
  readonly seat: Seat;
  readonly skus: readonly string[];
  /** What buyers type who look for them. */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  /** Prices that the student asks, by product and market. */
  readonly prices: Map<string, { readonly sku: string; readonly market: string; minor: number }>;
}

const products = 8;
const stockUnits = 60;
const reorderUnits = 40;
/** Of the sound price: few others sell here, so buyers pay more. */
const priceShare = 1.9;
const promiseShare = 1.2;
/** Of what a click may cost before a sale leaves nothing. */
const bidShare = 0.3;
const budgetTicks = 200_000;
const postMinor = 2_000;

/** Chooses what leaves most at the prices that are asked, then the lightest; one a category. */
async function choose(seat: Seat): Promise<ReadonlyMap<string, number>> {
  const items = await choosable(seat);
  const ordered = items.toSorted(
    (a, b) => (b.rough?.marginBp ?? 0) - (a.rough?.marginBp ?? 0) || a.weightG - b.weightG,
  );
  const first = [...Map.groupBy(ordered, ({ category }) => category.id).values()].map(
    ([one]) => one!,
  );
  return new Map(first.slice(0, products).map(({ sku, moq }) => [sku, Math.max(moq, stockUnits)]));
}

/** The first day: goods, listings, a page to come to, and posts that say so. */
export async function openForBusiness(seat: Seat): Promise<Marketer> {
  const chosen = await choose(seat);
  const skus = [...chosen.keys()];
  const phrases = new Map<string, readonly string[]>();
  const prices: Marketer["prices"] = new Map();
  for (const [sku, units] of chosen) {
    const rule = { sku, pointUnits: reorderUnits, upToUnits: units };
    await decide(seat, 1, { kind: "select-product", sku });
    await decide(seat, 1, { kind: "place-purchase", sku, units });
    await decide(seat, 1, { kind: "set-reorder-rule", ...rule });
    for (const market of seat.markets) {
      const editor = await editorOf(seat, sku, market);
      const service = homeService(editor);
      phrases.set(
        sku,
        editor.keywords.map(({ phrase }) => phrase),
      );
      if (service === undefined) continue;
      const priceMinor = Math.floor(editor.soundPriceMinor * priceShare);
      const promiseDays = Math.ceil(service.p90Days * promiseShare);
      const ways = { service: service.id, feeMinor: 0, promiseDays };
      // The first one is written with care at once; the others as the catalog has them.
      const listing = sku === skus[0] ? searchedWords(editor) : plainWords(editor);
      await decide(seat, 1, { kind: "set-shipping", sku, market, ...ways });
      await decide(seat, 1, { kind: "publish-listing", sku, market, listing, priceMinor });
      prices.set(`${sku}/${market}`, { sku, market, minor: priceMinor });
    }
  }
  const marketer = { seat, skus, phrases, prices };
  const text = skus.slice(0, 2).map((sku) => creativeWords(phrases.get(sku) ?? []));
  for (const market of seat.markets)
    await decide(seat, 1, {
      kind: "edit-landing",
      market,
      title: "Good things for every day",
      text: text.join(" "),
    });
  await post(marketer, 1);
  return marketer;
}

/** One post a market. */
async function post({ seat, skus, phrases }: Marketer, day: number): Promise<void> {
  for (const [at, market] of seat.markets.entries()) {
    const text = creativeWords(phrases.get(skus[(day + at) % skus.length]!) ?? []);
    await decide(seat, day, { kind: "publish-post", market, text, spendMinor: postMinor });
  }
}

/** Writes listings again, with the words that buyers type. */
async function rewrite({ seat }: Marketer, day: number, skus: readonly string[]): Promise<void> {
  for (const sku of skus)
    for (const market of seat.markets) {
      const listing = searchedWords(await editorOf(seat, sku, market));
      await decide(seat, day, { kind: "edit-listing", sku, market, listing });
    }
}

/** A campaign a product, with a bid well under what a click may cost. */
async function advertise({ seat, skus }: Marketer, day: number): Promise<void> {
  for (const [campaign, sku] of skus.entries()) {
    const { economics } = await editorOf(seat, sku, seat.markets[0]!);
    if (economics === null) continue;
    await decide(seat, day, {
      kind: "open-campaign",
      name: `Campaign ${campaign + 1}`,
      dailyBudgetTicks: budgetTicks,
      markets: [...seat.markets],
    });
    const bidTicks = Math.floor(economics.breakEvenBidTicks * bidShare);
    await decide(seat, day, {
      kind: "set-bid",
      campaign,
      sku,
      keyword: "",
      match: "auto",
      bidTicks,
    });
  }
}

const smallSteps = [1.004, 0.996] as const;

/** Goes over the prices, up a little and down again, as who looks what the page says of each. */
async function tryPrices({ seat, prices }: Marketer, day: number, minutes: number): Promise<void> {
  const until = seat.minutes + minutes;
  for (let pass = 0; seat.minutes < until; pass += 1)
    for (const price of prices.values()) {
      if (seat.minutes >= until) return;
      const minor = Math.round(price.minor * smallSteps[pass % 2]!);
      const wish: Wish = {
        kind: "set-price",
        sku: price.sku,
        market: price.market,
        priceMinor: pass % 2 === 0 ? minor : price.minor,
      };
      await decide(seat, day, wish);
    }
}

const advertisesIn = 2;
const rewritesIn = [3, 5] as const;

/** What is done at the beginning of a round, at least so many minutes of it. */
export async function playRound(
  marketer: Marketer,
  {
    round,
    day,
    minutes,
  }: { readonly round: number; readonly day: number; readonly minutes: number },
): Promise<void> {
  const { seat, skus } = marketer;
  const until = seat.minutes + minutes;
  const later = skus.slice(1);
  const half = Math.ceil(later.length / 2);
  if (round > 1) await post(marketer, day);
  if (round === advertisesIn) await advertise(marketer, day);
  if (round === rewritesIn[0]) await rewrite(marketer, day, later.slice(0, half));
  if (round === rewritesIn[1]) await rewrite(marketer, day, later.slice(half));
  await tryPrices(marketer, day, until - seat.minutes);
}
