/** What costs points: findings, sanctions, goods sold at a loss, accounts overdrawn. */
import { noticeKinds } from "../state/tables.ts";
import { marginsOf } from "./measures-of-listings.ts";
import { byDay, counted, type Seen, type Asked } from "./seen.ts";
import type { Subject } from "./subject.ts";

function noticesOf(subject: Subject, kinds: readonly (typeof noticeKinds)[number][]) {
  return subject.evidence.notices
    .filter(({ kind }) => kinds.includes(noticeKinds[kind]!))
    .toSorted((a, b) => a.day - b.day || a.subject - b.subject || a.market - b.market);
}

const marketOf = ({ world }: Subject, market: number) => world.marketIds[market] ?? null;

/** What the platform found: offers behind its back, and list prices that nobody asked for. */
export const findings = (subject: Subject): Seen =>
  counted(
    noticesOf(subject, ["audit-found", "false-list-price"]).map((one) =>
      byDay(one.day, 1, subject.skuOfOffer.get(one.subject) ?? null, marketOf(subject, one.market)),
    ),
  );

/** Each time the platform's standing of the store in a market got worse. */
export function sanctions(subject: Subject): Seen {
  const now = new Map<number, number>();
  const rows = noticesOf(subject, ["sanction-changed"]).filter(({ market, value }) => {
    const before = now.get(market) ?? 0;
    now.set(market, value);
    return value > before;
  });
  return counted(rows.map((one) => byDay(one.day, one.value, null, marketOf(subject, one.market))));
}

/** Listings that sold `least` units and left less than nothing. */
export const lossListings = (subject: Subject, { least }: Asked): Seen =>
  counted(marginsOf(subject, least).filter(({ figure }) => figure < 0));

/** Days that ended without money. */
export const overdraftDays = ({ evidence }: Subject): Seen =>
  counted(
    evidence.days
      .filter(({ cashMinor }) => cashMinor < 0)
      .toSorted((a, b) => a.day - b.day)
      .map(({ day, cashMinor }) => byDay(day, cashMinor)),
  );
