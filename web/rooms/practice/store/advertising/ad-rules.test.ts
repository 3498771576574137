import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { acosBp, perClick, proposedBid, spentBp, ticksInBooks, typedTicks } from "./ad-money.ts";
import {
  campaignFault,
  campaignWishes,
  entryFault,
  type EntryForm,
  entryWishes,
  nextCampaign,
} from "./campaign-wishes.ts";
import { anywayBp, nameFault, type NameForm, nameWishes, takeBack } from "./name-answer.ts";

test("six dollars that brought sixty are an ACoS of ten percent", () => {
  const spent = ticksInBooks(60_000, 100_000_000, 2);
  assert.equal(spent, 600);
  assert.equal(acosBp(spent, 6_000), 1_000);
});

test("without a sale there is no ACoS, without a click no price of one", () => {
  assert.equal(acosBp(600, 0), null);
  assert.equal(perClick(600, 0), null);
  assert.equal(perClick(600, 4), 150);
});

test("dollars are turned into the books' yuan at the season's rate", () => {
  assert.equal(ticksInBooks(10_000, 712_000_000, 2), 712);
});

test("a proposed bid is shown at least, and pays at most half of what a click is worth", () => {
  const ticks = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(ticks, ticks, (breakEven, reserve) => {
      const bid = proposedBid(breakEven, reserve);
      assert.ok(bid >= reserve);
      assert.ok(bid === reserve || bid * 2 <= breakEven);
    }),
  );
});

test("typed dollars are ticks, and anything else is nothing", () => {
  assert.equal(typedTicks(0.35), 3_500);
  assert.equal(typedTicks(0.123_4), 1_234);
});

test("a budget is spent to all of it at most", () => {
  assert.equal(spentBp(5, 10), 5_000);
  assert.equal(spentBp(15, 10), 10_000);
  assert.equal(spentBp(5, 0), 0);
});

test("campaigns are counted up, also past stopped ones", () => {
  assert.equal(nextCampaign([]), 0);
  assert.equal(nextCampaign([{ campaign: 4 }, { campaign: 1 }]), 5);
});

const entry: EntryForm = { sku: "A-1", keyword: " lamp ", match: "exact", bidTicks: 4_000 };
const plan = { name: " Summer ", budgetTicks: 200_000, markets: ["us"] };

test("a campaign is opened together with its first bid", () => {
  assert.deepEqual(campaignWishes(2, plan, true, entry), [
    { kind: "open-campaign", name: "Summer", dailyBudgetTicks: 200_000, markets: ["us"] },
    {
      kind: "set-bid",
      campaign: 2,
      sku: "A-1",
      keyword: "lamp",
      match: "exact",
      bidTicks: 4_000,
    },
  ]);
  assert.equal(campaignWishes(2, plan, false)[0]?.kind, "edit-campaign");
});

test("automatic matching takes no keyword, whatever was typed before", () => {
  const [wish] = entryWishes(0, { ...entry, match: "auto" });
  assert.equal(wish?.kind === "set-bid" && wish.keyword, "");
});

test("what is missing is named, one thing after the other", () => {
  assert.equal(campaignFault({ ...plan, name: " " }), "ads.needName");
  assert.equal(campaignFault({ ...plan, budgetTicks: null }), "ads.needBudget");
  assert.equal(campaignFault({ ...plan, markets: [] }), "ads.needMarket");
  assert.equal(campaignFault(plan), undefined);
  assert.equal(entryFault({ ...entry, sku: null }), "ads.needProduct");
  assert.equal(entryFault({ ...entry, keyword: "" }), "ads.needKeyword");
  assert.equal(entryFault({ ...entry, bidTicks: 0 }), "ads.needBid");
  assert.deepEqual(entryWishes(0, { ...entry, bidTicks: null }), []);
});

const onName: NameForm = { campaign: 1, sku: "A-1", store: 7, bidTicks: 4_000 };

test("a bid on a name is handed in whole or not at all, and taken back with nothing", () => {
  const wish = { kind: "bid-on-name", campaign: 1, sku: "A-1", store: 7, bidTicks: 4_000 } as const;
  assert.deepEqual(nameWishes(onName), [wish]);
  assert.equal(nameFault(onName), undefined);
  const lacking = { campaign: "needCampaign", sku: "ads.needProduct", store: "needStore" } as const;
  for (const [field, fault] of Object.entries(lacking)) {
    assert.deepEqual(nameWishes({ ...onName, [field]: null }), []);
    assert.equal(nameFault({ ...onName, [field]: null }), fault);
  }
  assert.equal(nameFault({ ...onName, bidTicks: 0 }), "ads.needBid");
  const figures = { impressions: 0, clicks: 0, ticks: 0, units: 0, revenueMinor: 0 };
  const named = { store: 7, name: "" };
  const name = { zh: "灯", en: "Lamp" };
  const bid = { campaign: 1, entry: 3, sku: "A-1", name, named, bidTicks: 4_000 };
  assert.deepEqual(takeBack({ ...bid, breakEvenTicks: 0, ...figures }), { ...wish, bidTicks: 0 });
});

test("of orders through a name a part would have come anyway, between none and all", () => {
  assert.equal(anywayBp(0, 0), null);
  assert.equal(anywayBp(2_000, 0), 10_000);
  assert.equal(anywayBp(2_000, 500), 7_500);
  assert.equal(anywayBp(2_000, 2_400), 0);
  assert.equal(anywayBp(2_000, -100), 10_000);
});
