/**
 * How an able student goes about the practical exam: the tasks of its eight units, in rounds of two
 * days, by what the product shows.
 */
import { choosable, decide, editorOf, homeService, type Seat, type Wish } from "./seat.ts";
import { searchedWords } from "./words.ts";

const products = 4;
const stockUnits = 120;
const promiseShare = 1.5;
const returnDays = 30;
const handAnswers = 30;
const dearer = 1.15;
const cheaper = 0.99;
const bidShare = 0.1;
const budgetTicks = 100_000;
const trialDays = 6;
const headsMost = 20;

export interface Examinee {
  readonly seat: Seat;
  readonly skus: readonly string[];
}

/** The first round: a store that is open, with terms, answers and reports. */
export async function beginExam(seat: Seat): Promise<Examinee> {
  const [first, second] = seat.markets as [string, string];
  const items = (await choosable(seat)).toSorted((a, b) => a.weightG - b.weightG);
  const chosen = items.slice(0, products);
  for (const { sku, moq } of chosen) {
    await decide(seat, 1, { kind: "select-product", sku });
    await decide(seat, 1, { kind: "place-purchase", sku, units: Math.max(moq, stockUnits) });
    for (const market of [first, second]) await list(seat, sku, market);
  }
  const answers = { disputes: "refund", returns: "resell", handAnswers } as const;
  await decide(seat, 1, { kind: "set-answer-policy", ...answers });
  for (const market of [first, second]) {
    const terms = { returnDays, warrantyMonths: 24, returnPayer: "store" } as const;
    await decide(seat, 1, { kind: "set-after-sales", market, ...terms });
  }
  const category = chosen[0]!.category.id;
  await decide(seat, 1, { kind: "buy-report", report: "keywords", market: first, category });
  await decide(seat, 1, { kind: "buy-report", report: "demand", market: null, category });
  return { seat, skus: chosen.map(({ sku }) => sku) };
}

async function list(seat: Seat, sku: string, market: string): Promise<void> {
  const editor = await editorOf(seat, sku, market);
  const service = homeService(editor);
  if (service === undefined) return;
  const promiseDays = Math.ceil(service.p90Days * promiseShare);
  const ways = { service: service.id, feeMinor: 0, promiseDays };
  await decide(seat, 1, { kind: "set-shipping", sku, market, ...ways });
  await decide(seat, 1, {
    kind: "publish-listing",
    sku,
    market,
    listing: searchedWords(editor),
    priceMinor: editor.soundPriceMinor,
  });
}

/** Every later round, by its first day. */
export async function goOn({ seat, skus }: Examinee, day: number): Promise<void> {
  const [market] = seat.markets as [string];
  await hire(seat, day);
  if (day === 3) {
    for (const sku of skus) {
      const rule = { sku, pointUnits: stockUnits, upToUnits: 2 * stockUnits };
      await decide(seat, day, { kind: "set-reorder-rule", ...rule });
      await decide(seat, day, await trialOf(seat, sku, market));
    }
  }
  if (day === 5) await advertise({ seat, skus }, day);
  if (day === 7) {
    const terms = { depthBp: 500, from: 7, to: 9 };
    await decide(seat, day, { kind: "run-promotion", sku: skus[0]!, market, ...terms });
  }
  await judge(seat, day);
}

/** Another price against the present one. */
async function trialOf(seat: Seat, sku: string, market: string): Promise<Wish> {
  const { row } = await editorOf(seat, sku, market);
  const a = row.priceMinor;
  return {
    kind: "start-experiment",
    sku,
    market,
    arms: { field: "price", a, b: Math.floor(a * dearer) },
    shareBp: 5_000,
    days: trialDays,
    measure: "orders",
    hypothesis: "A dearer price sells less.",
  };
}

async function advertise({ seat, skus }: Examinee, day: number): Promise<void> {
  const markets = seat.markets.slice(0, 2);
  const campaign = { name: "All", dailyBudgetTicks: budgetTicks, markets };
  await decide(seat, day, { kind: "open-campaign", ...campaign });
  for (const sku of skus) {
    const { economics } = await editorOf(seat, sku, markets[0]!);
    const bidTicks = Math.floor((economics?.breakEvenBidTicks ?? 0) * bidShare);
    const bid = { campaign: 0, sku, keyword: "", match: "auto", bidTicks } as const;
    await decide(seat, day, { kind: "set-bid", ...bid });
  }
}

/** Closes what has run its days by what it shows, and asks a better price. */
async function judge(seat: Seat, day: number): Promise<void> {
  const { experiments } = await seat.client.call(
    "GET /practice/seasons/:season/stores/:store/research",
    { where: seat.where },
  );
  for (const { number, state, result, sku, market, a } of experiments.rows) {
    if (state !== "over" || a === null) continue;
    const isSure = result !== null && !result.couldBeChance;
    const verdict = isSure ? (result.difference > 0 ? "B" : "A") : "A";
    const reason = "As it was seen.";
    await decide(seat, day, { kind: "close-experiment", experiment: number, verdict, reason });
    const priceMinor = Math.floor(a * cheaper);
    await decide(seat, day, { kind: "set-price", sku, market, priceMinor });
  }
}

/** People for the questions that wait. */
async function hire(seat: Seat, day: number): Promise<void> {
  const { questions, staff } = await seat.client.call(
    "GET /practice/seasons/:season/stores/:store/after-sales",
    { where: seat.where },
  );
  const heads = Math.min(headsMost, Math.ceil(questions.waiting / staff.perHead));
  if (heads > 0) await decide(seat, day, { kind: "hire-staff", role: "service", heads });
}
