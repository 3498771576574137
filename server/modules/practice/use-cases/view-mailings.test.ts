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
const student = people.student(0);

suite("letters to buyers", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  test("two letters of one mailing are told apart, with how they differ", async () => {
    const season = await runningSeason(house, 60, {}, 1);
    const selling = { place: 0, products: 3, feeMinor: 0, priceBp: 7_000 };
    const { store } = await sellingStore(house, season, selling);
    const where = { season, store };
    const see = async () => (await house.call(student, `GET ${at}/off-site`, { where })).body;
    let day = 1;
    const most = async () => (await see()).markets.toSorted((a, b) => b.mailList - a.mailList)[0]!;
    while ((await most()).mailList < 20 && day < 40) {
      await closeDay(house, season, day);
      day += 1;
    }
    const { market, mailList } = await most();
    assert.ok(mailList >= 20, `${mailList} readers on day ${day}`);
    const first = { subject: "News of the house", text: "A plain thing for every day." };
    const second = { subject: "For you", text: "It is here again, and it is good. Come and see." };
    const wish: Wish = { kind: "send-mail", market, segment: "opted-in", ...first, second };
    const check = await house.call(student, `POST ${at}/check`, {
      where,
      body: { wishes: [wish, wish] },
    });
    const [told, again] = check.body.items;
    assert.ok(told?.kind === "accepted" && told.creative !== null && told.secondCreative !== null);
    assert.ok(told.warnings.some(({ code }) => code === "practice/sample-small"));
    assert.equal(again?.kind, "accepted");
    await hand(house, season, store, 0, day, [wish]);
    const standing = await see();
    assert.equal(standing.markets.find((one) => one.market === market)!.letters, 1);
    assert.equal(standing.running.filter(({ source }) => source === "mail").length, 1);
    await closeDay(house, season, day);
    const [mailing] = (await see()).mailings;
    assert.deepEqual([mailing!.day, mailing!.market], [day, market]);
    assert.deepEqual(
      mailing!.letters.map(({ subject }) => subject),
      [first.subject, second.subject],
    );
    const { letters, came, orders } = mailing!;
    assert.equal(
      letters.reduce((sum, { readers }) => sum + readers, 0),
      mailList,
    );
    assert.ok(letters.every((one) => one.orders <= one.came && one.came <= one.readers));
    assert.ok(came!.low <= came!.high && orders!.low <= orders!.high);
    const log = await house.call(student, `GET ${at}/decisions`, { where });
    const logged = log.body.items.find(({ kind }) => kind === "send-mail");
    assert.deepEqual(
      [logged?.facts["subject"], logged?.facts["secondSubject"]],
      [first.subject, second.subject],
    );
    await hand(house, season, store, 0, day + 1, [
      { kind: "send-mail", market, segment: "opted-in", ...first },
    ]);
    await closeDay(house, season, day + 1);
    const [single] = (await see()).mailings;
    assert.deepEqual([single!.letters.length, single!.came, single!.orders], [1, null, null]);
  });
});
