import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { beginnersLog, exampleSeason } from "../examples/example-season.ts";
import { newWhyBench } from "../why/expected-day.ts";
import { observeDay } from "../why/observe-day.ts";
import { firstSeat } from "../state/season.ts";
import { askQuestions, type Evidence } from "./ask-questions.ts";
import { beyondRecord } from "./beyond-record.ts";
import { expectations } from "./expectations.ts";
import { luckOf } from "./planted/luck.ts";
import { writeSeason } from "./planted/written-season.ts";
import { evidenceOf, openShown, shownTo } from "./planted/written-shown.ts";
import { restored } from "./restored-day.ts";
import { compare } from "./same-numbers.ts";
import { sharedOf, unitsOf } from "./same-words.ts";
import type { SignedEntry } from "./signed-entry.ts";
import { workOf } from "./shared-work.ts";
import { weights } from "./team-shares.ts";

const words = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 20 });

test("what two texts share depends neither on whose comes first nor on the order of words", () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const shared = sharedOf(a, b);
      assert.equal(shared, sharedOf(b, a));
      assert.equal(shared, sharedOf(a.toSorted(), b));
      assert.ok(shared <= Math.min(a.length, b.length));
      assert.equal(sharedOf(a, a), a.length);
    }),
  );
});

test("words are compared without case, accents and marks, and syllables by pairs", () => {
  assert.deepEqual(unitsOf("Écru Lamp, 2 pieces!"), ["ecru", "lamp", "2", "pieces"]);
  assert.deepEqual(unitsOf("好看的灯"), ["好看", "看的", "的灯"]);
});

const kinds = ["set-price", "set-bid"] as const;
const entry = fc.record({
  author: fc.constantFrom("x", "y"),
  day: fc.integer({ min: 1, max: 5 }),
  kind: fc.constantFrom(...kinds),
  sku: fc.constantFrom("S0", "S1"),
});

type Made = typeof entry extends fc.Arbitrary<infer T> ? T : never;

const signed = (made: readonly Made[]): SignedEntry[] =>
  made.map(({ author, day, kind, sku }, number) => ({
    store: 0,
    number,
    day,
    author,
    atSecond: number,
    decision:
      kind === "set-price"
        ? { kind, sku, market: "us", priceMinor: 1000 + number }
        : {
            kind,
            campaign: 0,
            sku,
            keyword: "",
            match: "auto",
            bidTicks: 100 + number,
            matches: [],
          },
  }));

test("nobody's work weighs more than what was decided, and what was undone weighs nothing", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 30 }), (made) => {
      const entries = signed(made);
      const all = [...workOf(entries, weights).values()].reduce((sum, one) => sum + one, 0);
      const most = entries.reduce((sum, { decision }) => sum + weights[decision.kind], 0);
      assert.ok(all <= most + 1e-9);
      // The same decision again, later on the day, adds nothing to the team's work.
      const last = entries.at(-1);
      if (last === undefined) return;
      const again = [...entries, { ...last, number: last.number + 1 }];
      const after = [...workOf(again, weights).values()].reduce((sum, one) => sum + one, 0);
      assert.ok(Math.abs(after - all) < 1e-9);
    }),
  );
});

const numbered = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 9 }),
    value: fc.integer({ min: 100, max: 120 }),
    isPublic: fc.boolean(),
    isFree: fc.boolean(),
  }),
  { maxLength: 12 },
);

test("each number is matched once, and no public one that could have been seen", () => {
  fc.assert(
    fc.property(numbered, numbered, (a, b) => {
      const of = (store: number, made: typeof a) =>
        made.map(({ day, ...rest }, number) => ({
          ref: { store, number, day },
          kind: "set-price" as const,
          about: "S0 us",
          ...rest,
        }));
      const own = of(0, a).filter(({ isFree }) => isFree);
      const { matches, compared } = compare(own, of(1, b));
      assert.ok(matches.length <= compared && compared <= own.length);
      const taken = matches.map(({ entries }) => entries[1].number);
      assert.equal(new Set(taken).size, taken.length);
      for (const { entries } of matches) {
        const one = own.find(({ ref }) => ref.number === entries[0].number)!;
        assert.ok(!one.isPublic || entries[0].day === entries[1].day);
      }
    }),
  );
});

const shown = openShown();

function written(seed: number): Evidence {
  const luck = luckOf(seed);
  const here = shownTo(luck, shown);
  return evidenceOf(here, writeSeason(luck, here));
}

test("questions do not depend on the order in which the log is read", () => {
  for (const seed of [1, 2, 3]) {
    const evidence = written(seed);
    const turned = { ...evidence, entries: evidence.entries.toReversed() };
    const name = (of: Evidence) =>
      askQuestions(of).map(({ kind, stores }) => `${kind} ${stores.join()}`);
    assert.deepEqual(name(turned).toSorted(), name(evidence).toSorted());
  }
});

test("a store alone is asked about nobody else", () => {
  const evidence = written(4);
  for (const store of [0, 1, 2]) {
    const entries = evidence.entries.filter((one) => one.store === store);
    for (const question of askQuestions({ ...evidence, entries, members: [] })) {
      assert.deepEqual(question.stores, [store]);
    }
  }
});

test("a day with nothing put back is expected as it was", () => {
  const { season, work } = exampleSeason({ days: 30 });
  const entries = beginnersLog(season.world);
  const day = observeDay(season, entries, work);
  const bench = newWhyBench(season.world, season.seed);
  const store = firstSeat(season.world);
  const was = expectations(bench, day).of(store);
  const same = expectations(bench, restored(day, store, [])).of(store);
  assert.ok(was.orders > 0);
  assert.deepEqual([same.profit, same.orders], [was.profit, was.orders]);
});

test("a title claims another material only by naming it, and no size by an apostrophe", () => {
  const { world } = shown;
  const [product] = world.source.products;
  const category = {
    ...world.source.categories[0]!,
    attributes: [
      ...world.source.categories[0]!.attributes,
      {
        key: "size",
        name: { zh: "Size", en: "Size" },
        required: false,
        values: ["s", "m"].map((id) => ({ id, name: { zh: id, en: id } })),
      },
    ],
  };
  const source = {
    ...world.source,
    categories: [category, ...world.source.categories.slice(1)],
    products: [
      { ...product!, attributes: { material: "steel", size: "m" } },
      ...world.source.products.slice(1),
    ],
  };
  const asked = (title: string) => {
    const decision: SignedEntry["decision"] = {
      kind: "publish-listing",
      sku: product!.sku,
      market: world.marketIds[0]!,
      listing: { title, keywords: [], text: "", attributes: {}, photoLevel: 0 },
      scores: { contentMilli: 0, claimMilli: 0, relevance: [] },
      priceMinor: 1,
    };
    const line = { store: 0, number: 0, day: 1, author: "x", atSecond: 0, decision };
    return beyondRecord({ ...world, source }, [line], 5).length;
  };
  assert.equal(asked("A women's thing of cotton"), 1);
  assert.equal(asked("A women's thing"), 0);
  assert.equal(asked("A steel thing, not cotton"), 0);
});
