import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { closeDay, type DayResult } from "../day.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import { contextOf } from "../decisions/decision-context.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { exampleOffSite, ownStore, playShop } from "../examples/example-off-site.ts";
import { entriesOf, ordinaryMemory } from "../examples/example-season.ts";
import { resultOf } from "../research/trial-result.ts";
import type { Season } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { salesSources } from "./channel.ts";
import { lettersBefore, responseOf } from "./letters.ts";

const shop = exampleOffSite();
const store = ownStore(shop.season);
const { world } = shop.season;
const place = store * world.sizes.markets;
const mail = salesSources.indexOf("mail");

type Letter = { readonly subject: string; readonly text: string; readonly fitMilli: number };
const letter = (fitMilli: number, text = "A lamp"): Letter => ({ subject: "News", text, fitMilli });
const mailing = (first: Letter, second?: Letter): StoreDecision => ({
  kind: "send-mail",
  market: "us",
  segment: "opted-in",
  ...first,
  ...(second === undefined ? {} : { second }),
});

/** A season after a day, in which so many buyers of the first market asked for letters. */
function withReaders(readers: number, day = 1): Season {
  const { season } = playShop(shop, {}, day);
  const state = copyState(season.state, ordinaryMemory);
  state.mailList[place] = readers;
  return { ...season, state };
}

const codes = (season: Season, decision: StoreDecision) => {
  const ruling = checkDecision(season, store, decision);
  return ruling.kind === "refused" ? ruling.code : ruling.warnings.map((one) => one.code);
};
const dayOf = (season: Season, decisions: readonly StoreDecision[], day: number, first = 100) =>
  closeDay(season, entriesOf(store, day, decisions, first), shop.work);

function lettersOf({ tables: { letters } }: DayResult) {
  const { columns, rows } = letters;
  const names = Object.keys(columns) as (keyof typeof columns)[];
  return Array.from(
    { length: rows },
    (_, row) =>
      Object.fromEntries(names.map((name) => [name, columns[name][row]!])) as Record<
        (typeof names)[number],
        number
      >,
  );
}

function mailDay({ tables: { outreach } }: DayResult) {
  const { columns, rows } = outreach;
  for (let row = 0; row < rows; row++) {
    const isIt = columns.store[row] === store && columns.source[row] === mail;
    if (isIt) return { orders: columns.orders[row]!, costMinor: columns.costMinor[row]! };
  }
  return { orders: 0, costMinor: 0 };
}

test("two letters reach every reader once, for the money of one mailing", () => {
  const fit = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000 }), fit, fit, fc.nat(900), (readers, a, b, at) => {
      const season = withReaders(readers);
      const day = (decision: StoreDecision) => dayOf(season, [decision], 2, 100 + at);
      const [one, two] = [day(mailing(letter(a))), day(mailing(letter(a), letter(b, "A jug")))];
      const arms = lettersOf(two);
      assert.deepEqual(
        arms.map(({ arm, number }) => [arm, number]),
        [0, 1].map((arm) => [arm, 100 + at]),
      );
      const sum = (name: "readers" | "orders" | "unsubscribed") =>
        arms.reduce((total, row) => total + row[name], 0);
      assert.equal(sum("readers"), readers);
      assert.equal(mailDay(two).costMinor, mailDay(one).costMinor);
      assert.equal(sum("orders"), mailDay(two).orders);
      assert.equal(
        two.state.mailList[place]! - two.tables.brand.columns.joined[0]!,
        readers - sum("unsubscribed"),
      );
      for (const row of [...arms, ...lettersOf(one)]) {
        assert.ok(row.orders <= row.came && row.came <= row.readers);
        assert.ok(row.unsubscribed <= row.readers);
      }
      // Coins fall on either side: five standard deviations are never seen.
      assert.ok(Math.abs(arms[0]!.readers - readers / 2) <= 2.5 * Math.sqrt(readers) + 1);
      // With equal letters the same readers come as with one.
      const same = day(mailing(letter(a), letter(a)));
      assert.equal(mailDay(same).orders, mailDay(one).orders);
    }),
    { numRuns: 25 },
  );
});

test("a mailing of two letters counts once among those of a week", () => {
  let season = withReaders(20_000);
  for (let day = 2; day <= 4; day++) {
    assert.equal(lettersBefore(contextOf(season), store, 0), day - 2);
    const told = codes(season, mailing(letter(1000), letter(900, "A jug")));
    assert.deepEqual(told, day < 4 ? [] : ["practice/third-letter"]);
    const { state } = dayOf(season, [mailing(letter(1000), letter(900, "A jug"))], day, 10 * day);
    season = { ...season, state };
  }
});

test("over many mailings each letter brings the readers it should, and the better one more", () => {
  const season = withReaders(40_000);
  const sums = [0, 1].map(() => ({ readers: 0, came: 0, orders: 0 }));
  for (let number = 200; number < 260; number++) {
    const day = dayOf(season, [mailing(letter(1000), letter(0, "A jug"))], 2, number);
    for (const row of lettersOf(day)) {
      sums[row.arm]!.readers += row.readers;
      sums[row.arm]!.came += row.came;
      sums[row.arm]!.orders += row.orders;
    }
  }
  [1000, 0].forEach((fitMilli, arm) => {
    const { readers, came, orders } = sums[arm]!;
    const response = responseOf(world.parameters, fitMilli, 0);
    const z = (came - readers * response) / Math.sqrt(readers * response);
    assert.ok(Math.abs(z) < 4, `arm ${arm}: ${came} of ${readers}, z ${z}`);
    assert.ok(orders <= came);
  });
  const [a, b] = sums.map(({ readers, came }) => ({ visits: readers, hits: came, worth: 1 }));
  assert.equal(resultOf(a!, b!).couldBeChance, false);
  assert.ok(sums[0]!.orders > sums[1]!.orders);
});

test("two letters are warned about that are alike, badly written, or read by too few", () => {
  const season = withReaders(20_000);
  assert.deepEqual(codes(season, mailing(letter(1000), letter(1000, "A jug"))), []);
  assert.deepEqual(codes(season, mailing(letter(1000), letter(1000))), ["practice/arms-equal"]);
  assert.deepEqual(codes(season, mailing(letter(1000), letter(100, "A jug"))), [
    "practice/text-fits-badly",
  ]);
  const few = mailing(letter(1000), letter(1000, "A jug"));
  assert.deepEqual(codes(withReaders(60), few), ["practice/sample-small"]);
  assert.equal(
    codes(season, mailing(letter(1000), letter(1001, "A jug"))),
    "practice/value-not-allowed",
  );
  const long = { ...letter(1000), subject: "x".repeat(151) };
  assert.equal(codes(season, mailing(letter(1000), long)), "practice/value-not-allowed");
  assert.equal(codes(withReaders(0), few), "practice/consent-missing");
});
