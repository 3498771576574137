import type { DecisionWish, Projection } from "@echelon/contract/practice/decision.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { agreedCost } from "@echelon/kernel/market/decisions/agreed-cost.ts";
import {
  addToPreview,
  checkDecision,
  previewDay,
} from "@echelon/kernel/market/decisions/check-decision.ts";
import { contextOf } from "@echelon/kernel/market/decisions/decision-context.ts";
import type { Facts, StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import type { Season } from "@echelon/kernel/market/state/season.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { dealOf } from "./finance-deal.ts";
import { creativeOf, fillWish, scoringOf, secondCreativeOf } from "./fill-wish.ts";
import { findPermission } from "./find-team.ts";
import { authorOf, ruleOnAuthor } from "./know-author.ts";
import { previewPromotion } from "./listing-promotions.ts";
import { openDesk, type Desk } from "./open-desk.ts";
import { purchaseOf } from "./purchase-quote.ts";
import { reachOfWish } from "./off-site-reach.ts";
import { everything, type Permission } from "./team-rules.ts";
import { creativeView, scoresView } from "./scores-view.ts";
import { economicsAt } from "./view-products.ts";

/**
 * What wishes would do, one after the other, without doing them: the same answers as handing them
 * in gives, with the cash that moves and what a unit would earn.
 */
export async function checkWishes(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  wishes: readonly DecisionWish[],
): Promise<Outcome<{ items: Projection[] }>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const trial = previewDay(desk.preview, []);
  // Who leads the class asks what the store could do, not what a member may.
  const permission = desk.isMine
    ? await findPermission(means.database, desk.row, store, caller.person)
    : everything;
  let author = await authorOf(means.database, desk.row, caller.person, wishes);
  const items = wishes.map((wish): Projection => {
    const notTheirs = permission.toDecide(wish.kind);
    if (notTheirs !== null) return refusedAs(notTheirs);
    const own = ruleOnAuthor(desk.world, author, fillWish(desk.world.source, wish));
    if (own.kind === "refused") return refusedAs(own);
    author = own.author;
    return project(desk, trial, wish, own.decision, permission);
  });
  return ok({ items });
}

/** What a wish would do, as the decision that it became. */
function project(
  desk: Desk,
  trial: Season,
  wish: DecisionWish,
  filled: StoreDecision,
  permission: Permission,
): Projection {
  const store = desk.number;
  const { source } = desk.world;
  const ruling = checkDecision(trial, store, filled);
  if (ruling.kind === "refused") return refusedAs(ruling);
  const { decision, cashMinor } = ruling.effect;
  const tooDear = permission.toSpend(wish.kind, agreedCost(trial, store, decision, cashMinor));
  if (tooDear !== null) return refusedAs(tooDear);
  const deal = dealOf(trial, wish);
  const purchase = purchaseOf(trial, store, wish);
  const reach = reachOfWish(trial, store, decision);
  const promotion = promotionOf(desk, trial, wish);
  addToPreview(trial, { store, number: 0, day: desk.row.day, decision });
  const scoring = scoringOf(source, wish);
  const creative = creativeOf(source, wish);
  const second = secondCreativeOf(source, wish);
  return {
    kind: "accepted",
    cashMinor,
    warnings: ruling.warnings.map(({ code, facts }) => ({ code, facts: { ...facts } })),
    deal,
    purchase,
    economics: economicsAfter(desk, trial, wish),
    promotion,
    scores: scoring === null ? null : scoresView(scoring),
    creative: creative === null ? null : creativeView(creative),
    secondCreative: second === null ? null : creativeView(second),
    reach,
  };
}

const refusedAs = ({ code, facts }: { readonly code: string; readonly facts: Facts }) => ({
  kind: "refused" as const,
  refusal: { code, facts: { ...facts } },
});

/** What a unit of the listing would earn after the wish; null where it concerns no listing. */
function economicsAfter(desk: Desk, trial: Season, wish: DecisionWish) {
  const context = contextOf(trial);
  const at = listingOf(desk, trial, wish);
  return at === null ? null : economicsAt({ ...desk, preview: trial, context }, at.row, at.market);
}

/** What a promotion makes of its listing, asked before it is put there. */
function promotionOf(desk: Desk, trial: Season, wish: DecisionWish) {
  const at = listingOf(desk, trial, wish);
  if (wish.kind !== "run-promotion" || at === null) return null;
  return previewPromotion(desk, contextOf(trial), at, wish);
}

function listingOf(desk: Desk, { state }: Season, wish: DecisionWish) {
  if (wish.kind === "accept-offer" || !("sku" in wish) || !("market" in wish)) return null;
  const market = desk.world.marketIds.indexOf(wish.market);
  const product = desk.world.skuOf.get(wish.sku);
  for (let row = 0; row < state.offerCount[0]!; row += 1) {
    const isOffer = state.storeOf[row] === desk.number && state.skuOf[row] === product;
    if (isOffer && state.isDropped[row] === 0 && market >= 0) return { row, market };
  }
  return null;
}
