import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import {
  closeDay,
  hand,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
  type Wish,
} from "../testing/practice-class.ts";
import { sellingStore } from "../testing/selling-store.ts";

const at = "/practice/seasons/:season/stores/:store" as const;

suite("bids on the names of stores", () => {
  let house: PracticeHouse;
  let season: string;
  let known: string;
  let rival: string;
  let sku: string;
  before(async () => {
    house = await practiceHouse();
    season = await runningSeason(house, 40, { bots: 24 }, 1);
    // Dear enough, and of such a stock, that both have goods on the days that are looked at.
    const selling = { products: 1, feeMinor: 0, priceBp: 24_000 };
    ({ store: known } = await sellingStore(house, season, { ...selling, place: 0 }));
    ({ store: rival } = await sellingStore(house, season, { ...selling, place: 1 }));
    await closeDay(house, season, 1);
    sku = (await look(rival, 1)).products.offers[0]!.sku;
    for (const [place, store] of [known, rival].entries()) {
      const bought = await hand(house, season, store, place, 2, [
        { kind: "place-purchase", sku, units: 800 },
      ]);
      assert.equal(bought.code, null);
    }
  });
  after(() => house.stop());

  async function look(store: string, place: number) {
    const where = { season, store };
    const person = people.student(place);
    const products = await house.call(person, `GET ${at}/products`, { where });
    const names = await house.call(person, `GET ${at}/name-bids`, { where });
    const ads = await house.call(person, `GET ${at}/advertising`, { where });
    return { products: products.body, names: names.body, ads: ads.body };
  }
  const bid = (store: string, bidTicks: number): Wish => ({
    kind: "bid-on-name",
    campaign: 0,
    sku,
    store: Number(store),
    bidTicks,
  });
  const check = async (wishes: Wish[]) => {
    const where = { season, store: rival };
    const { body } = await house.call(people.student(1), `POST ${at}/check`, {
      where,
      body: { wishes },
    });
    return body.items.map((one) =>
      one.kind === "refused" ? one.refusal.code : one.warnings.map(({ code }) => code),
    );
  };
  const spend: Wish = {
    kind: "buy-display",
    market: "us",
    text: "It is a plain thing for every day, and it comes from a small store.",
    spendMinor: 100_000,
    days: 14,
  };
  const campaign: Wish = {
    kind: "open-campaign",
    name: "Names",
    dailyBudgetTicks: 1_000_000,
    markets: ["us"],
  };

  test("the own name stands first, then the market's, as one may read them", async () => {
    const { names } = await look(rival, 1);
    assert.equal(names.slots, 2);
    assert.deepEqual(
      names.stores.slice(0, 1).map(({ store, name }) => [store, name]),
      [[Number(rival), "Store 1"]],
    );
    const other = names.stores.find(({ store }) => store === Number(known))!;
    assert.deepEqual([other.name, other.isNear], ["Store 0", true]);
    const hide = (areHidden: boolean) =>
      house.call(people.teacher, "PUT /practice/seasons/:season/names", {
        where: { season },
        body: { areHidden },
      });
    await hide(true);
    const hidden = (await look(rival, 1)).names.stores;
    assert.equal(hidden.find(({ store }) => store === Number(known))!.name, "");
    assert.equal(hidden[0]!.name, "Store 1");
    await hide(false);
  });

  test("a bid is checked before it is handed in", async () => {
    const wishes = [bid(known, 500), campaign, bid(known, 500), bid(rival, 500), bid("5999", 500)];
    assert.deepEqual(await check(wishes), [
      "practice/no-such-campaign",
      [],
      [],
      ["practice/own-name"],
      "practice/no-such-store",
    ]);
  });

  test("it is told beside the keywords, by the name of the store", async () => {
    const text = "It is a plain thing for every day, and it comes from a small store.";
    const spend = {
      kind: "buy-display",
      market: "us",
      text,
      spendMinor: 150_000,
      days: 8,
    } as const;
    await hand(house, season, known, 0, 2, [spend]);
    await hand(house, season, rival, 1, 2, [campaign, bid(known, 20_000)]);
    const { names, ads } = await look(rival, 1);
    assert.deepEqual(
      names.bids.map(({ named, bidTicks, clicks }) => [named.name, bidTicks, clicks]),
      [["Store 0", 20_000, 0]],
    );
    assert.ok(names.bids[0]!.breakEvenTicks > 0);
    assert.deepEqual(ads.campaigns[0]!.entries, [], "it is no keyword");
    const log = await house.call(people.student(1), `GET ${at}/decisions`, {
      where: { season, store: rival },
    });
    const told = log.body.items.find(({ kind }) => kind === "bid-on-name");
    assert.deepEqual([told?.facts["store"], told?.facts["bidTicks"]], ["Store 0", 20_000]);
  });

  test("what it brought is told by name, and what of it came because of it", async () => {
    const arrivals = await Promise.all(
      [known, rival].map(async (store, place) => {
        const where = { season, store };
        const { body } = await house.call(people.student(place), `GET ${at}/stock`, { where });
        return body.arrivals[0]!.dueOn;
      }),
    );
    // Who is searched for has nothing to show before; then some days of visits are to be seen.
    // Few search a name at first: in some seasons nobody clicks for days.
    const least = Math.max(...arrivals) + 3;
    let last = 1;
    let row = (await look(rival, 1)).names.bids[0];
    for (let day = 2; day <= least || (row!.clicks === 0 && day <= least + 10); day += 1) {
      if (day % 14 === 2) await hand(house, season, known, 0, day, [spend]);
      await closeDay(house, season, day);
      last = day;
      if (day >= least) [row] = (await look(rival, 1)).names.bids;
    }
    const { ads } = await look(rival, 1);
    assert.ok(row!.impressions > 0 && row!.clicks > 0, `${row!.impressions} ${row!.clicks}`);
    assert.ok(row!.ticks >= row!.clicks * ads.reserveTicks);
    assert.ok(row!.ticks <= row!.clicks * 20_000);
    assert.equal(ads.campaigns[0]!.week.ticks, row!.ticks, "the campaign has no other bid");
    const worth = async (place: number, store: string, day: number) =>
      (
        await house.call(people.student(place), `GET ${at}/name-worth`, {
          where: { season, store },
          asks: { day: String(day) },
        })
      ).body;
    // A name is searched by few: of the days of the row, one on which somebody clicked.
    let clicked = last;
    while (clicked > last - 7 && !((await worth(1, rival, clicked)).others?.ticks ?? 0))
      clicked -= 1;
    const { own, others } = await worth(1, rival, clicked);
    assert.equal(own, null);
    assert.ok(others!.attributedMilli > 0 && others!.ticks > 0, `day ${clicked} of ${last}`);
    assert.ok(others!.addedMilli > 0 && others!.addedMilli <= others!.attributedMilli + 1);
    assert.deepEqual(await worth(0, known, last), { day: last, own: null, others: null });
    assert.deepEqual((await worth(1, rival, last + 1)).others, null, "the day is open");
  });
});
