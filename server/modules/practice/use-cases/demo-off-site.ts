import type { DecisionWish } from "@echelon/contract/practice/decision.ts";
import { account } from "@echelon/kernel/ledger/account.ts";
import { balanceOf } from "@echelon/kernel/market/books/book.ts";
import type { Desk } from "./open-desk.ts";

/** What a student of the demonstration spends on being known, minor units of the books. */
const bannersMinor = 1_200;
const bannerDays = 6;
const postMinor = 800;
/** Promotion may take no more than one of so many parts of the cash. */
const cashParts = 20;

/** Banners for some days and a post in a market, as far as the cash goes. */
export function beKnown(desk: Desk, market: string, text: string): DecisionWish[] {
  const { world, preview, number } = desk;
  if (!world.source.scenario.modules.offsite) return [];
  const cash = balanceOf(preview.state, number, account.cash, world.base);
  const enough = bannersMinor * bannerDays + postMinor;
  if (cash < cashParts * enough) return [];
  return [
    { kind: "buy-display", market, text, spendMinor: bannersMinor, days: bannerDays },
    { kind: "publish-post", market, text, spendMinor: postMinor },
  ];
}
