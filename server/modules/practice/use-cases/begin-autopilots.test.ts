import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import {
  choosableSkus,
  closeDay,
  hand,
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
  type Wish,
} from "../testing/practice-class.ts";

suite("a bot for who hands nothing in", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  /** A season of stores that have each chosen a product on day 1. */
  const begin = async (places: number, change: Parameters<typeof runningSeason>[2] = {}) => {
    const season = await runningSeason(house, 7, { absence: "autopilot", teamSize: 1, ...change });
    const stores: { store: string; name: string; sku: string }[] = [];
    for (let place = 0; place < places; place += 1) {
      const store = await openStore(house, season, place);
      const [sku = ""] = await choosableSkus(house, season, store, place);
      await hand(house, season, store, place, 1, [{ kind: "select-product", sku }]);
      stores.push({ store, name: `Store ${place}`, sku });
    }
    return { season, stores };
  };
  const close = async (season: string, ...days: number[]) => {
    for (const day of days) await closeDay(house, season, day);
  };
  const rule = (sku: string): Wish => ({
    kind: "set-reorder-rule",
    sku,
    pointUnits: 20,
    upToUnits: 70,
  });
  const since = async (season: string) => {
    const { body } = await house.call(people.teacher, "GET /practice/seasons/:season/wall", {
      where: { season },
    });
    return body.tiles.map(({ autopilotSince }) => autopilotSince);
  };
  const stewards = async (season: string) =>
    (
      await house.call(people.teacher, "GET /practice/seasons/:season/log", {
        where: { season },
        asks: { store: "-1", limit: "100" },
      })
    ).body.items
      .toReversed()
      .filter(({ kind }) => kind.endsWith("autopilot"))
      .map(({ kind, day, facts, isSuperseded, isByClose }) => ({
        kind,
        day,
        name: facts["name"],
        isSuperseded,
        isByClose,
      }));
  const handBack = (season: string, store: string, by = people.teacher) =>
    house.call(by, "POST /practice/seasons/:season/stores/:store/hand-back", {
      where: { season, store },
    });
  const digests = async (season: string) =>
    (
      await house.call(people.teacher, "GET /practice/seasons/:season/days", { where: { season } })
    ).body
      .filter(({ isSuperseded }) => !isSuperseded)
      .toSorted((a, b) => a.day - b.day)
      .map(({ digest }) => digest);

  test("all absent: each store is handed to one after three missed rounds", async () => {
    const { season, stores } = await begin(2);
    await close(season, 1, 2, 3);
    assert.deepEqual(await since(season), [null, null], "two rounds were missed");
    await close(season, 4);
    assert.deepEqual(await since(season), [5, 5]);
    assert.deepEqual(
      await stewards(season),
      stores.map(({ name }) => ({
        kind: "begin-autopilot",
        day: 5,
        name,
        isSuperseded: false,
        isByClose: true,
      })),
    );
    await close(season, 5, 6);
    assert.equal((await stewards(season)).length, 2, "it begins once");
  });

  test("one absent: the others' stores are their own, and nobody waits", async () => {
    const { season, stores } = await begin(2);
    const [here] = stores;
    for (const day of [1, 2, 3, 4]) {
      await hand(house, season, here!.store, 0, day, [rule(here!.sku)]);
      await close(season, day);
    }
    assert.deepEqual(await since(season), [null, 5]);
    await close(season, 5);
    const { body: board } = await house.call(
      people.student(0),
      "GET /practice/seasons/:season/leaderboard",
      { where: { season } },
    );
    const row = (store: string) => board.rows.find((one) => String(one.store) === store);
    assert.deepEqual(row(stores[1]!.store)?.autopilot, { from: 5, to: null });
    assert.equal(row(here!.store)?.autopilot, null);
    assert.equal(row(stores[1]!.store)?.rank, board.rows.length, "nobody keeps a place by absence");
    const { body: view } = await house.call(
      people.student(1),
      "GET /practice/seasons/:season/stores/:store",
      { where: { season, store: stores[1]!.store } },
    );
    assert.equal(view.autopilotSince, 5);
  });

  test("what a bot makes counts for nobody until the store is handed back", async () => {
    const { season, stores } = await begin(1);
    const { store, sku } = stores[0]!;
    await hand(house, season, store, 0, 1, [{ kind: "place-purchase", sku, units: 300 }]);
    await close(season, 1, 2, 3, 4);
    const standing = async () => {
      const { body } = await house.call(
        people.teacher,
        "GET /practice/seasons/:season/leaderboard",
        { where: { season } },
      );
      const found = body.rows.find((one) => String(one.store) === store);
      return [found?.profitMinor, found?.scoreMilli, found?.orders];
    };
    // Penalties are a loss of the days since then: they would show at once.
    const penalize = (amountMinor: number) =>
      house.call(people.teacher, "POST /practice/seasons/:season/stores/:store/adjustments", {
        where: { season, store },
        body: { amountMinor, reason: "so that something happens" },
      });
    const before = await standing();
    await penalize(-50_000);
    await close(season, 5);
    assert.deepEqual(await standing(), before);
    const wall = await house.call(people.teacher, "GET /practice/seasons/:season/wall", {
      where: { season },
    });
    assert.ok(wall.body.tiles[0]!.profitMinor < Number(before[0]), "the wall says how it stands");
    await handBack(season, store);
    await close(season, 6);
    assert.ok(Number((await standing())[0]) < Number(before[0]), "handed back, all counts again");
  });

  test("absent then back: whoever hands something in has the store from that day on", async () => {
    const { season, stores } = await begin(2);
    await close(season, 1, 2, 3, 4);
    const [first, second] = stores;
    const decided = await hand(house, season, first!.store, 0, 5, [rule(first!.sku)]);
    assert.equal(decided.code, null);
    // Handing in the day without a change is handing something in.
    const ready = await house.call(
      people.student(1),
      "PUT /practice/seasons/:season/stores/:store/ready",
      { where: { season, store: second!.store }, body: { day: 5, isReady: true } },
    );
    assert.equal(ready.code, null);
    assert.equal(ready.body.autopilotSince, null);
    assert.deepEqual(await since(season), [null, null]);
    await hand(house, season, first!.store, 0, 5, [rule(first!.sku)]);
    assert.deepEqual(
      (await stewards(season)).map(({ kind, day, name }) => [kind, day, name]),
      [
        ["begin-autopilot", 5, first!.name],
        ["begin-autopilot", 5, second!.name],
        ["end-autopilot", 5, first!.name],
        ["end-autopilot", 5, second!.name],
      ],
    );
    await close(season, 5, 6);
    assert.deepEqual(await since(season), [null, null], "rounds are counted anew");
  });

  test("two of a class who come back at once both have their stores", async () => {
    const { season, stores } = await begin(2);
    await close(season, 1, 2, 3, 4);
    const answers = await Promise.all(
      stores.map(({ store, sku }, place) => hand(house, season, store, place, 5, [rule(sku)])),
    );
    assert.deepEqual(
      answers.map(({ code }) => code),
      [null, null],
    );
    assert.deepEqual(await since(season), [null, null]);
  });

  test("a refused decision brings nobody back", async () => {
    const { season, stores } = await begin(1);
    await close(season, 1, 2, 3, 4);
    const wrong = await hand(house, season, stores[0]!.store, 0, 5, [rule("NO-SUCH-SKU")]);
    assert.equal(wrong.code, "practice/no-such-product");
    assert.deepEqual(await since(season), [5]);
  });

  test("autopilot handed back: by who steers alone, and only where one flies", async () => {
    const { season, stores } = await begin(1);
    const store = stores[0]!.store;
    assert.equal((await handBack(season, store)).code, "practice/not-on-autopilot");
    await close(season, 1, 2, 3, 4);
    for (const by of [people.student(0), people.assistant, people.stranger]) {
      const answer = await handBack(season, store, by);
      assert.ok(answer.status === 403 || answer.status === 404, String(answer.status));
    }
    assert.equal((await handBack(season, "999")).code, "practice/no-such-store");
    assert.equal((await handBack(season, store)).code, null);
    assert.deepEqual(await since(season), [null]);
    assert.equal((await handBack(season, store)).code, "practice/not-on-autopilot");
    await close(season, 5, 6);
    assert.deepEqual(await since(season), [null], "three rounds are missed anew first");
  });

  test("a season taken back has the same bots, and closes to the same digests", async () => {
    const { season, stores } = await begin(1);
    await close(season, 1, 2, 3, 4, 5, 6);
    const played = await digests(season);
    const rewind = (day: number) =>
      house.call(people.teacher, "POST /practice/seasons/:season/rewind", {
        where: { season },
        body: { day, reason: "once more" },
      });
    // The day on which it began, one on which it flew, and one from before.
    for (const day of [5, 6, 3]) {
      assert.equal((await rewind(day)).code, null);
      assert.deepEqual(await since(season), [day >= 5 ? 5 : null], `day ${day}`);
      for (let at = day; at <= 6; at += 1) await close(season, at);
      assert.deepEqual(await digests(season), played, `from day ${day}`);
      assert.deepEqual(await since(season), [5]);
    }
    const counting = (await stewards(season)).filter(({ isSuperseded }) => !isSuperseded);
    assert.deepEqual(
      counting.map((one) => [one.kind, one.day, one.name]),
      [["begin-autopilot", 5, stores[0]!.name]],
    );
  });

  test("rounds of several days are missed as rounds", async () => {
    const season = await runningSeason(house, 7, { absence: "autopilot", daysPerRound: 2 });
    await openStore(house, season, 0);
    await close(season, 1, 3);
    assert.deepEqual(await since(season), [null], "four days, two rounds");
    await close(season, 5);
    assert.deepEqual(await since(season), [7]);
  });

  test("no bot where decisions go on", async () => {
    const { season } = await begin(1, { absence: "carry-forward" });
    await close(season, 1, 2, 3, 4, 5);
    assert.deepEqual(await since(season), [null]);
    assert.deepEqual(await stewards(season), []);
  });
});
