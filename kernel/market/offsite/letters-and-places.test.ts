import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { closeDay, type DayResult } from "../day.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { entriesOf, ordinaryMemory } from "../examples/example-season.ts";
import { exampleOffSite, ownStore, playShop, post } from "../examples/example-off-site.ts";
import type { Season } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { salesSources } from "./channel.ts";
import { leavingOf, responseOf } from "./letters.ts";
import { mediaSlot, slotsOn } from "./media-slots.ts";

const shop = exampleOffSite();
const { world, seed } = shop.season;
const store = ownStore(shop.season);
const { parameters: p } = world;

const letter = (fitMilli = 1000, segment: "opted-in" | "all-buyers" = "opted-in") =>
  ({
    kind: "send-mail",
    market: "us",
    segment,
    subject: "News",
    text: "A lamp",
    fitMilli,
  }) as const;
const page = (fitMilli: number): StoreDecision => ({
  kind: "edit-landing",
  market: "us",
  title: "Bottles",
  text: "Bottles for every day",
  fitMilli,
});
const bid = (bidMinor: number, acceptedAt = 0, slot = 0): StoreDecision => ({
  kind: "buy-media",
  market: "us",
  slot,
  bidMinor,
  acceptedAt,
});

/** A season after a day, in which so many buyers of the first market asked for letters. */
function withReaders(readers: number): Season {
  const { season } = playShop(shop, {}, 1);
  const state = copyState(season.state, ordinaryMemory);
  state.mailList[store * world.sizes.markets] = readers;
  return { ...season, state };
}

const codes = (season: Season, decision: StoreDecision) => {
  const ruling = checkDecision(season, store, decision);
  return ruling.kind === "refused" ? ruling.code : ruling.warnings.map((one) => one.code);
};

const dayOf = (season: Season, decisions: readonly StoreDecision[], day: number) =>
  closeDay(season, entriesOf(store, day, decisions, 100 + day), shop.work);

function brought({ tables }: DayResult, source: string, what: "visits" | "views" | "costMinor") {
  const { columns, rows } = tables.outreach;
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] !== store || columns.market[row] !== 0) continue;
    if (salesSources[columns.source[row]!] === source) return columns[what][row]!;
  }
  return 0;
}

function paidBy(who: number, { tables }: DayResult): number {
  const { columns, rows } = tables.postings;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.kind[row] !== documentKind.offSite || columns.party[row] !== who) continue;
    if (columns.account[row] === account.cash) sum -= columns.amountMinor[row]!;
  }
  return sum;
}

test("nobody is written to who did not ask for it", () => {
  const season = withReaders(500);
  assert.equal(codes(season, letter(1000, "all-buyers")), "practice/consent-missing");
  assert.equal(codes(withReaders(0), letter()), "practice/consent-missing");
  assert.deepEqual(codes(season, letter()), []);
  assert.deepEqual(codes(season, letter(100)), ["practice/text-fits-badly"]);
});

test("the third letter of a week is warned about, answers less and loses more", () => {
  let season = withReaders(2000);
  const visits: number[] = [];
  for (let day = 2; day <= 4; day++) {
    const warned = codes(season, letter());
    assert.deepEqual(warned, day < 4 ? [] : ["practice/third-letter"]);
    const result = dayOf(season, [letter()], day);
    assert.equal(brought(result, "mail", "costMinor"), paidBy(store, result));
    const readers = season.state.mailList[store * world.sizes.markets]!;
    visits.push(brought(result, "mail", "visits") / readers);
    season = { ...season, state: result.state };
  }
  assert.ok(Math.abs(visits[1]! - visits[0]! * p["mail.tired"]) < 1e-9);
  assert.ok(visits[2]! < visits[1]!);
  assert.ok(season.state.mailList[store * world.sizes.markets]! < 2000);
});

test("a better letter never answers less, and shares stay between their bounds", () => {
  const fit = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(fit, fit, fc.integer({ min: 0, max: 12 }), (a, b, earlier) => {
      const [worse, better] = [Math.min(a, b), Math.max(a, b)];
      assert.ok(responseOf(p, worse, earlier) <= responseOf(p, better, earlier));
      assert.ok(leavingOf(p, worse, earlier) >= leavingOf(p, better, earlier));
      assert.ok(responseOf(p, a, earlier) <= p["mail.responseMost"]);
      assert.ok(leavingOf(p, a, earlier) >= p["mail.leaveLeast"]);
      assert.ok(leavingOf(p, a, earlier) <= p["mail.leaveMost"]);
    }),
  );
});

test("a better page keeps more of those who come, and costs nothing", () => {
  const kept = [0, 300, 900].map((fit) => {
    const plan = { 2: fit === 0 ? [post(5_000)] : [page(fit), post(5_000)] };
    return brought(playShop(shop, plan, 2).results[1]!, "post", "visits");
  });
  assert.ok(kept[1]! < kept[0]! && kept[0]! < kept[2]!, "an unwritten page scores .35");
  const ruling = checkDecision(withReaders(0), store, page(900));
  assert.equal(ruling.kind === "accepted" && ruling.effect.cashMinor, 0);
  assert.deepEqual(codes(withReaders(0), page(100)), ["practice/text-fits-badly"]);
  const empty = { ...page(900), text: "" } as StoreDecision;
  assert.equal(codes(withReaders(0), empty), "practice/value-not-allowed");
});

test("a place goes to the highest bid, of equal ones to the earliest; only who has it pays", () => {
  const slot = mediaSlot(world, seed, 0, 0)!;
  const rivals = [store + 1, store + 2];
  const { season } = playShop(shop, {}, 1);
  const state = copyState(season.state, ordinaryMemory);
  const width = world.sizes.accounts * world.sizes.currencies;
  for (const rival of rivals) {
    state.storeKind[rival] = state.storeKind[store]!;
    state.balance.set(state.balance.slice(store * width, (store + 1) * width), rival * width);
  }
  const most = slot.reserveCents + 700;
  let now: Season = { ...season, state };
  let last: DayResult | undefined;
  for (let day = 2; day <= slot.from; day++) {
    const entries =
      day === 2
        ? [
            ...entriesOf(store, 2, [bid(slot.reserveCents, 1), bid(most, 900)], 100),
            ...entriesOf(rivals[0]!, 2, [bid(most, 500)], 0),
            ...entriesOf(rivals[1]!, 2, [bid(most - 1, 2)], 0),
          ]
        : [];
    last = closeDay(now, entries, shop.work);
    assert.deepEqual(last.refused, []);
    const paid = [store, ...rivals].map((one) => paidBy(one, last!));
    assert.deepEqual(paid, [0, day === slot.closesOn ? most : 0, 0], `day ${day}`);
    now = { ...now, state: last.state };
  }
  const { columns, rows } = last!.tables.outreach;
  const seen = Array.from({ length: rows }, (_, row) => row).filter(
    (row) => salesSources[columns.source[row]!] === "media",
  );
  assert.deepEqual(
    seen.map((row) => [columns.store[row], columns.views[row]]),
    [[rivals[0], slot.views]],
  );
});

test("a bid is refused below the least, after its deadline and beyond the cash", () => {
  const season = withReaders(0);
  const [first] = slotsOn(world, seed, 0, 2);
  const least = first!.reserveCents;
  assert.deepEqual(codes(season, bid(least)), []);
  assert.deepEqual(codes(season, bid(0)), []);
  assert.equal(codes(season, bid(least - 1)), "practice/bid-too-low");
  assert.equal(codes(season, bid(90_000_000)), "practice/cash-short");
  assert.equal(codes(season, bid(least, 0, 9_999)), "practice/value-not-allowed");
  const late = playShop(shop, {}, 8).season;
  assert.equal(codes(late, bid(least)), "practice/media-closed");
  const elsewhere = { ...bid(10_000_00), market: "de" } as StoreDecision;
  assert.deepEqual(codes(season, elsewhere), ["practice/nothing-on-sale-there"]);
});
