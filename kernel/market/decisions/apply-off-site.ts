/** Carries out what `check-off-site.ts` accepts. */
import { sourceOf } from "../offsite/channel.ts";
import { askFor, takeBack } from "../offsite/bookings.ts";
import { influencersOf } from "../offsite/influencers.ts";
import { sendLetter } from "../offsite/letters.ts";
import { mediaSlot } from "../offsite/media-slots.ts";
import { endDisplay, promote } from "../offsite/outreach.ts";
import { marketNumber } from "../world/lookups.ts";
import { channelOf, priceOf } from "./check-off-site.ts";
import type { OffSiteDecision } from "./decision.ts";
import type { DecisionContext } from "./decision-context.ts";

/** @param number  of the log entry within its store */
export function performOffSite(
  context: DecisionContext,
  store: number,
  number: number,
  decision: OffSiteDecision,
): void {
  const { world, key, engineDay, seasonDay } = context;
  const market = marketNumber(world, decision.market);
  switch (decision.kind) {
    case "book-influencer": {
      const { influencer, acceptedAt } = decision;
      const day = engineDay + decision.day - seasonDay;
      const one = influencersOf(world, key, market)[influencer]!;
      return askFor(context, {
        store,
        number,
        channel: sourceOf("influencer"),
        market,
        subject: influencer,
        from: day,
        until: day,
        bidMinor: priceOf(context, one),
        acceptedAt,
        dueOn: engineDay,
      });
    }
    case "buy-media":
      return performBid(context, store, number, market, decision);
    case "send-mail":
      return sendLetter(context, store, number, market, decision);
    case "edit-landing":
      // A page that says nothing right is still one that somebody wrote.
      context.state.landingMilli[store * context.state.sizes.markets + market] = Math.max(
        1,
        decision.fitMilli,
      );
      return;
    case "publish-post":
    case "hold-livestream":
    case "buy-display": {
      const isDisplay = decision.kind === "buy-display";
      if (isDisplay && decision.days === 0) return endDisplay(context, store, market);
      return promote(context, {
        store,
        number,
        channel: sourceOf(channelOf(decision.kind)),
        market,
        from: engineDay,
        until: engineDay + (isDisplay ? decision.days - 1 : 0),
        spendMinor: decision.spendMinor,
        fitMilli: decision.fitMilli,
        subject: 0,
        earlier: 0,
      });
    }
  }
}

/** The bid that stood for the place goes; one of 0 puts none in its stead. */
function performBid(
  context: DecisionContext,
  store: number,
  number: number,
  market: number,
  { slot, bidMinor, acceptedAt }: Extract<OffSiteDecision, { readonly kind: "buy-media" }>,
): void {
  const { world, key, engineDay, seasonDay } = context;
  const place = mediaSlot(world, key, market, slot)!;
  const dayOf = (day: number) => engineDay + day - seasonDay;
  takeBack(context, store, market, slot);
  if (bidMinor === 0) return;
  askFor(context, {
    store,
    number,
    channel: sourceOf("media"),
    market,
    subject: slot,
    from: dayOf(place.from),
    until: dayOf(place.until),
    bidMinor,
    acceptedAt,
    dueOn: dayOf(place.closesOn),
  });
}
