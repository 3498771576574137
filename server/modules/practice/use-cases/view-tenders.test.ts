import assert from "node:assert/strict";
import { winnersShown } from "@echelon/contract/practice/tenders.ts";
import { relationFor } from "@echelon/kernel/market/sourcing/relation.ts";
import { after, before, suite, test } from "node:test";
import {
  closeDay,
  hand,
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
  type Wish,
} from "../testing/practice-class.ts";
import { createSeasonEngine } from "../engine/season-engine.ts";
import { readSeason } from "../store/season-store.ts";
import { viewTenders } from "./view-tenders.ts";

/** Tenders of the class scenario's first round close on day 8. */
const closesOn = 8;

suite("a store and tenders", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  const does = "GET /practice/seasons/:season/stores/:store/tenders";
  const view = async (season: string, store: string, place: number) =>
    (await house.call(people.student(place), does, { where: { season, store } })).body;
  const bidFor =
    (tender: number) =>
    (unitMinor: number, units: number): Wish => ({ kind: "bid-tender", tender, unitMinor, units });

  test("a bid is checked and quoted before it is handed in", async () => {
    const season = await runningSeason(house, 20);
    const store = await openStore(house, season, 0);
    const { open, closed, tie } = await view(season, store, 0);
    assert.deepEqual([closed, tie], [[], "time"]);
    assert.ok(open.length >= 2 && open.every((one) => one.closesOn === closesOn));
    const { tender, sku, lowMinor, highMinor, leadDays } = open[0]!;
    const bid = bidFor(tender);
    const select: Wish = { kind: "select-product", sku };
    const wishes = [bid(lowMinor, 1), select, bid(lowMinor, 1), bid(highMinor + 1, 1)];
    const check = "POST /practice/seasons/:season/stores/:store/check";
    const where = { season, store };
    const asked = await house.call(people.student(0), check, { where, body: { wishes } });
    assert.deepEqual(
      asked.body.items.map((one) => (one.kind === "refused" ? one.refusal.code : one.kind)),
      ["practice/not-selected", "accepted", "accepted", "practice/tender-price"],
    );
    const quoted = asked.body.items[2]!;
    const purchase = quoted.kind === "accepted" ? quoted.purchase : null;
    const depositMinor = Math.floor((lowMinor * open[0]!.depositBp + 5_000) / 10_000);
    assert.deepEqual(purchase, { costMinor: lowMinor, depositMinor, leadDays });
  });

  /** Two stores bid for the same lot, one as high and one as low as can be. */
  async function bidAgainst(season: string, first: string, second: string) {
    const one = (await view(season, first, 0)).open[0]!;
    const { sku, lowMinor, highMinor, mostUnits: units } = one;
    const bid = bidFor(one.tender);
    const select: Wish = { kind: "select-product", sku };
    await hand(house, season, first, 0, 1, [select, bid(highMinor, 2)]);
    await hand(house, season, first, 0, 1, [bid(highMinor, units)]);
    await hand(house, season, second, 2, 1, [select, bid(lowMinor, units)]);
    const own = async (store: string, place: number) =>
      (await view(season, store, place)).open[0]!.bid;
    assert.deepEqual(await own(first, 0), { unitMinor: highMinor, units });
    assert.deepEqual(await own(second, 2), { unitMinor: lowMinor, units }, "no other's");
    for (let day = 1; day <= closesOn; day += 1) await closeDay(house, season, day);
    return one;
  }

  test("bids are sealed; after the close winners and what was lacked are told", async () => {
    const season = await runningSeason(house, 20);
    const first = await openStore(house, season, 0);
    const second = await openStore(house, season, 2);
    const one = await bidAgainst(season, first, second);
    const { tender, sku, lowMinor, highMinor, mostUnits: units, leadDays } = one;
    const closedFor = async (store: string, place: number) =>
      (await view(season, store, place)).closed.find((lot) => lot.tender === tender)!;
    const won = await closedFor(first, 0);
    const paid = { unitMinor: highMinor, units };
    assert.deepEqual(won.own, { ...paid, wonUnits: units, isUnpaid: false, neededMinor: null });
    assert.deepEqual(won.winners[0], { ...paid, store: Number(first), name: "Store 0" });
    const sold = won.winners.reduce((sum, winner) => sum + winner.units, 0);
    assert.equal(sold + won.leftUnits, won.units);
    const lost = await closedFor(second, 2);
    assert.deepEqual(lost.winners, won.winners, "public");
    const { wonUnits, neededMinor } = lost.own!;
    assert.ok(wonUnits === units || neededMinor === null || neededMinor > lowMinor);
    const where = { season, store: first };
    const read = { where };
    const stock = "GET /practice/seasons/:season/stores/:store/stock";
    const { arrivals } = (await house.call(people.student(0), stock, read)).body;
    const arrival = arrivals.find((coming) => coming.sku === sku)!;
    assert.deepEqual(
      [arrival.units, arrival.costMinor, arrival.dueOn],
      [units, units * highMinor, closesOn + leadDays],
    );
    const late = await hand(house, season, first, 0, closesOn + 1, [bidFor(tender)(lowMinor, 1)]);
    assert.equal(late.code, "practice/tender-closed");
    const log = "GET /practice/seasons/:season/stores/:store/decisions";
    const { items } = (await house.call(people.student(0), log, read)).body;
    const logged = items.find(({ kind }) => kind === "bid-tender")!;
    assert.equal(logged.facts["sku"], sku, "the log says what it was for");
  });

  test("a bid's deposit is what the store agreed with the maker", async () => {
    const season = await runningSeason(house, 20);
    const [store, other] = [await openStore(house, season, 0), await openStore(house, season, 2)];
    const [usual] = (await view(season, store, 0)).open;
    const engine = createSeasonEngine();
    const means = { ...house.app.means, engine };
    const row = (await readSeason(means.database, season))!;
    // As after a talk that went well.
    const { state, world } = await engine.previewOf(means.database, row, Number(store));
    const product = world.source.products.findIndex(({ sku }) => sku === usual!.sku);
    const relation = relationFor(state, Number(store), product, 0);
    state.tables.relations.columns.depositBp[relation] = 700;
    const openFor = async (number: string, place: number) => {
      const seen = await viewTenders(means, people.student(place), season, Number(number));
      assert.ok(seen.ok);
      return seen.value.open;
    };
    const [agreed, beside] = await openFor(store, 0);
    assert.equal(agreed!.depositBp, usual!.depositBp - 700);
    assert.equal(beside!.depositBp, usual!.depositBp, "with that maker only");
    assert.equal((await openFor(other, 2))[0]!.depositBp, usual!.depositBp);
    await engine.stop();
  });

  test("of many winners the first are told, and how many there were", async () => {
    const season = await runningSeason(house, 20);
    const first = await openStore(house, season, 0);
    const second = await openStore(house, season, 2);
    const { tender, units } = await bidAgainst(season, first, second);
    const run = (name: string, text: string, values: unknown[]) =>
      house.fresh.owner.rows({ name, text, values });
    await run(
      "test.small-winners",
      `update practice.tender_bid set won_units = 1
       where season_id = $1 and tender = $2 and won_units > 0`,
      [season, tender],
    );
    const more = winnersShown + 5;
    await run(
      "test.more-winners",
      `insert into practice.tender_bid (season_id, branch, day, line, tender, store, offer,
         unit_minor, units, won_units, is_unpaid, needed_minor)
       select $1, 0, $2, 10000 + n, $3, 900 + n, 0, 1, 1, (n <= $4)::int, 0, -1
       from generate_series(1, 500) n`,
      [season, closesOn, tender, more],
    );
    assert.ok(units > 2 * more, "the lot is large enough for them");
    const { closed } = await view(season, second, 2);
    const lot = closed.find((one) => one.tender === tender)!;
    assert.equal(lot.winners.length, winnersShown);
    assert.ok(lot.winnersCount > more && lot.winnersCount < 2 * more, "losing bids are not told");
    assert.equal(lot.leftUnits, units - lot.winnersCount);
    assert.ok(lot.own !== null);
    assert.equal(lot.winners[0]!.store, Number(first), "who bid most comes first");
  });

  test("a season without tenders says so", async () => {
    const season = await runningSeason(house, 4);
    const store = await openStore(house, season, 1);
    const asked = await house.call(people.student(1), does, { where: { season, store } });
    assert.equal(asked.code, "practice/module-off");
  });
});
