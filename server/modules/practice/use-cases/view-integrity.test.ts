import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { EndpointByDoes } from "@echelon/contract/endpoints.ts";
import type { AnswerOf } from "@echelon/contract/platform/endpoint.ts";
import {
  closeDay,
  hand,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { sellingStore } from "../testing/selling-store.ts";

const days = 5;
const does = "/practice/seasons/:season/integrity" as const;

type IntegrityView = AnswerOf<EndpointByDoes[`GET ${typeof does}`]>;

/** Words that no enterprise and no search has. */
const text =
  "My aunt swears by it since her balcony flooded in April. We drove forty kilometers to try it, " +
  "argued about the hinge, laughed, and took seven home for the choir.";

suite("what is worth asking people", () => {
  let house: PracticeHouse;
  let season: string;
  const stores: string[] = [];
  before(async () => {
    house = await practiceHouse();
    season = await runningSeason(house, days);
    for (const place of [0, 1]) {
      const wish = { place, products: 1, feeMinor: 0, priceBp: 10_000 };
      stores.push((await sellingStore(house, season, wish)).store);
    }
  });
  after(() => house.stop());

  const see = async (caller = people.teacher) =>
    house.call(caller, `GET ${does}`, { where: { season } });
  const look = async (caller = people.teacher) =>
    house.call(caller, `POST ${does}`, { where: { season } });
  const found = async () => {
    await house.runJobs();
    return (await see()).body as IntegrityView;
  };
  const put = (key: string, isAside: boolean, note: string) =>
    house.call(people.teacher, `PUT ${does}/aside`, {
      where: { season },
      body: { key, isAside, note },
    });

  /** Writes the words into the listing that the store has in the first market. */
  async function write(place: number, day: number, attributes: Record<string, string>) {
    const store = stores[place]!;
    const { body } = await house.call(
      people.student(place),
      "GET /practice/seasons/:season/stores/:store/decisions",
      { where: { season, store }, asks: { limit: "200" } },
    );
    const { facts } = body.items.findLast(({ kind }) => kind === "publish-listing")!;
    const listing = { title: "As my aunt has it", keywords: [], text, attributes };
    return hand(house, season, store, place, day, [
      {
        kind: "edit-listing",
        sku: String(facts["sku"]),
        market: String(facts["market"]),
        listing: { ...listing, photoLevel: 0 },
      },
    ]);
  }

  test("is asked of closed days only, and of nobody before somebody looks", async () => {
    assert.equal((await look()).status, 409);
    const view = (await see()).body as IntegrityView;
    assert.deepEqual([view.look, view.questions, view.lastDay], [null, [], 0]);
  });

  test("names two stores whose words agree, and a text that claims too much", async () => {
    assert.equal((await write(0, 1, {})).status, 200);
    await closeDay(house, season, 1);
    const certificate = { certificate: "Gold award of the ministry" };
    assert.equal((await write(1, 2, certificate)).status, 200);
    for (const day of [2, 3]) await closeDay(house, season, day);
    const asked = (await look()).body as IntegrityView;
    assert.deepEqual([asked.look?.toDay, asked.look?.isDone], [3, false]);
    const view = await found();
    assert.deepEqual([view.look?.isDone, view.look?.isCurrent], [true, true]);
    const alike = view.questions.find(({ kind }) => kind === "same-words");
    assert.deepEqual(alike?.stores.map(String), stores);
    assert.ok(alike?.kind === "same-words");
    const [listing] = alike.listings;
    assert.equal(listing?.shared, listing?.words);
    assert.deepEqual(
      listing?.sides.map((side) => [String(side.store), side.day, side.text]),
      [
        [stores[0], 1, text],
        [stores[1], 2, text],
      ],
    );
    const beyond = view.questions.find(({ kind }) => kind === "beyond-record");
    assert.ok(beyond?.kind === "beyond-record");
    assert.deepEqual(beyond.stores.map(String), [stores[1]]);
    assert.deepEqual(beyond.listings[0]?.attributes[0]?.stated, certificate.certificate);
    assert.equal(beyond.listings[0]?.days, 2);
  });

  test("is set aside with a note and taken up again, and all of it is kept", async () => {
    const { questions } = (await see()).body as IntegrityView;
    const { key } = questions[0]!;
    assert.equal((await put("same-words/8-9", true, "")).status, 404);
    assert.equal((await put(key, true, "They share a desk.")).status, 200);
    const { body } = await put(key, false, "");
    const { remarks } = body as IntegrityView;
    assert.deepEqual(
      remarks.map(({ isAside, note }) => [isAside, note]),
      [
        [true, "They share a desk."],
        [false, ""],
      ],
    );
    assert.ok(remarks.every((one) => one.key === key && one.by !== ""));
  });

  test("a day that was looked at is not played again", async () => {
    const before = (await see()).body as IntegrityView;
    const again = (await look()).body as IntegrityView;
    assert.deepEqual(again.look, before.look);
  });

  test("nobody sees it but who steers the season", async () => {
    for (const caller of [people.student(0), people.assistant]) {
      for (const ask of [see, look]) assert.equal((await ask(caller)).status, 403);
    }
    assert.equal((await see(people.stranger)).status, 404);
  });
});
