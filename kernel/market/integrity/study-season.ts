/**
 * Plays a season's closed days again and asks what is worth asking: what the log says together with
 * what was on the shelves and what each decision did to whom.
 */
import { exchanged } from "../books/book.ts";
import { soundPrice } from "../books/sound-price.ts";
import { shippingFor } from "../bots/bot-plan.ts";
import { contextOf, type DecisionContext } from "../decisions/decision-context.ts";
import type { LogEntry } from "../decisions/decision.ts";
import { openSeason, reopenSeason } from "../open-season.ts";
import type { Seed } from "../state/season.ts";
import { newWorkspace } from "../state/workspace.ts";
import { newWhyBench } from "../why/expected-day.ts";
import { observeDay } from "../why/observe-day.ts";
import type { World } from "../world/world.ts";
import { askQuestions } from "./ask-questions.ts";
import { isGivenPrice } from "./given-prices.ts";
import { watchYielding } from "./giving-way.ts";
import type { Question } from "./question.ts";
import type { SignedEntry } from "./signed-entry.ts";
import type { Member } from "./team-shares.ts";

export type SeasonStudy = {
  readonly world: World;
  readonly seed: Seed;
  readonly lastDay: number;
  /** The whole log of the closed days, the steward's lines, too. */
  readonly log: readonly LogEntry[];
  /** Of it, what people decided for stores. */
  readonly signed: readonly SignedEntry[];
  readonly people: readonly number[];
  readonly members: readonly Member[];
  readonly givenTexts: ReadonlyMap<string, string>;
};

const allocate = (bytes: number): ArrayBuffer => new ArrayBuffer(bytes);

/** @param tell  is called after each day */
export function studySeason(
  study: SeasonStudy,
  tell: (day: number) => void = () => undefined,
): readonly Question[] {
  const { world, seed, lastDay, log, signed, people, members, givenTexts } = study;
  let { state } = openSeason(world, seed, allocate);
  const work = newWorkspace(world.sizes, allocate);
  const watch = watchYielding(newWhyBench(world, seed), people);
  const given = new Set<string>();
  for (let day = 1; day <= lastDay; day++) {
    const season = reopenSeason(world, seed, state);
    const context = contextOf(season);
    for (const entry of signed) {
      if (entry.day === day && isPriceGiven(context, entry)) given.add(nameOf(entry));
    }
    const entries = log.filter((entry) => entry.day === day);
    const seen = observeDay(season, entries, work);
    watch.see(season, entries, seen);
    ({ state } = seen.result);
    tell(day);
  }
  const isGiven = (entry: SignedEntry) => given.has(nameOf(entry));
  const ways = watch.found();
  return askQuestions({ world, entries: signed, lastDay, members, givenTexts, isGiven, ways });
}

const nameOf = ({ store, number }: SignedEntry) => `${store}/${number}`;

/** Whether a price was proposed to the store, or stood on the shelf, before the day was decided. */
function isPriceGiven(context: DecisionContext, { store, decision }: SignedEntry): boolean {
  if (decision.kind !== "set-price" && decision.kind !== "publish-listing") return false;
  const { world, state } = context;
  const product = world.skuOf.get(decision.sku);
  const market = world.marketIds.indexOf(decision.market);
  if (product === undefined || market < 0) return false;
  const shelf: number[] = [];
  for (let row = 0; row < state.offerCount[0]!; row++) {
    const at = row * state.sizes.markets + market;
    if (state.skuOf[row] !== product || state.listing[at] !== 1) continue;
    if (state.storeOf[row] !== store) shelf.push(state.priceMinor[at]!);
  }
  return isGivenPrice(decision.priceMinor, proposedTo(context, store, product, market), shelf);
}

/** What the editor proposes for the service that suits the product; 0 where nothing. */
function proposedTo(
  context: DecisionContext,
  store: number,
  product: number,
  market: number,
): number {
  const shipping = shippingFor(context, product, market, 1);
  const price =
    shipping === null ? null : soundPrice(context, store, product, market, shipping.service);
  if (price === null) return 0;
  const { world, book } = context;
  return exchanged(book, Math.floor(price + 0.5), world.base, world.currencyOfMarket[market]!);
}
