import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { OwnQuestionView, QuestionsView } from "@echelon/contract/practice/questions.ts";
import type { BodyOf } from "@echelon/contract/platform/endpoint.ts";
import type { EndpointByDoes } from "@echelon/contract/endpoints.ts";
import {
  closeDay,
  hand,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { sellingStore } from "../testing/selling-store.ts";
import { askPerson } from "./ask-person.ts";

const days = 3;
const does = "/practice/seasons/:season/stores/:store/question" as const;
type Body = BodyOf<EndpointByDoes[`PUT ${typeof does}`]>;

suite("a question from the own log", () => {
  let house: PracticeHouse;
  let season: string;
  let store: string;
  before(async () => {
    house = await practiceHouse();
    season = await runningSeason(house, days);
    const wish = { products: 1, feeMinor: 0, priceBp: 9_000 };
    ({ store } = await sellingStore(house, season, { ...wish, place: 0 }));
    await sellingStore(house, season, { ...wish, place: 1 });
    await closeDay(house, season, 1);
    const { body } = await house.call(
      people.student(0),
      "GET /practice/seasons/:season/stores/:store/decisions",
      { where: { season, store }, asks: { limit: "200" } },
    );
    const { facts } = body.items.find(({ kind }) => kind === "publish-listing")!;
    const sku = String(facts["sku"]);
    const market = String(facts["market"]);
    const priceMinor = Math.round(Number(facts["priceMinor"]) * 0.88);
    await hand(house, season, store, 0, 2, [{ kind: "set-price", sku, market, priceMinor }]);
    await closeDay(house, season, 2);
  });
  after(() => house.stop());

  const all = async (caller = people.teacher) =>
    house.call(caller, "GET /practice/seasons/:season/questions", { where: { season } });
  const own = (place = 0) =>
    house.call(people.student(place), `GET ${does}`, { where: { season, store } });
  const answer = (body: Body, caller = people.student(0)) =>
    house.call(caller, `PUT ${does}`, { where: { season, store }, body });

  test("is about the price that was cut, for the teacher at any time", async () => {
    const { status, body } = await all();
    assert.equal(status, 200, JSON.stringify(body));
    const mine = (body as QuestionsView).people.find((one) => String(one.store) === store);
    assert.equal(mine?.questions.length, 3);
    const [first] = mine.questions;
    assert.deepEqual([first?.rule, first?.day], ["cut", 2]);
    assert.ok(Math.abs((first?.changeBp ?? 0) - 1_200) < 20, String(first?.changeBp));
    assert.notEqual(first?.product, null);
    assert.equal(mine.answer, null);
    for (const caller of [people.student(0), people.assistant])
      assert.equal((await all(caller)).status, 403);
  });

  test("is answered after the end, by who ran the store and nobody else", async () => {
    assert.equal((await own()).status, 409);
    assert.equal((await answer({ text: "too soon" })).status, 409);
    await closeDay(house, season, days);
    const asked = (await own()).body as OwnQuestionView;
    assert.equal(asked.question.rule, "cut");
    assert.equal(asked.answer, null);
    assert.equal((await own(1)).status, 404);
    assert.equal((await answer({ text: "I know better" }, people.teacher)).status, 403);
  });

  test("keeps what was answered, in the words of the last time", async () => {
    const text = "The stock was old and a rival was cheaper.";
    assert.equal((await answer({ text: "First thoughts." })).status, 200);
    const { status, body } = await answer({ text: `  ${text}  ` });
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(((await own()).body as OwnQuestionView).answer?.text, text);
    const people_ = ((await all()).body as QuestionsView).people;
    const mine = people_.find((one) => String(one.store) === store);
    assert.equal(mine?.answer?.text, text);
    assert.equal(mine?.answer?.question.rule, "cut");
    assert.equal((await answer({ text: "x".repeat(2_001) })).status, 400);
    assert.equal((await answer({ text: "   " })).status, 400);
  });
});

test("who decided nothing is asked about that", () => {
  const [first, ...others] = askPerson({ person: "x", log: [], days: [], nameOf: () => null });
  assert.equal(first?.rule, "quiet");
  assert.deepEqual(others, []);
});
