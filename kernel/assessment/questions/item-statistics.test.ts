import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type ExamItem, itemPeopleMin, itemStatistics, type Sitting } from "./item-statistics.ts";

const items: readonly ExamItem[] = [
  { pointsMicro: 1_000_000, optionShares: [1_000_000, 0, 0, -500_000] },
  { pointsMicro: 2_000_000, optionShares: [] },
  { pointsMicro: 1_000_000, optionShares: [0, 1_000_000] },
];
const answer = (options: number) =>
  fc.option(
    fc.record({
      shareMicro: fc.constantFrom(0, 500_000, 1_000_000),
      chosen: fc.uniqueArray(fc.nat(Math.max(0, options - 1)), { maxLength: 2 }),
    }),
    { freq: 6 },
  );
const sittings: fc.Arbitrary<Sitting[]> = fc.array(
  fc.tuple(...items.map(({ optionShares }) => answer(optionShares.length))),
  { maxLength: 60 },
);
const near = (a: number | null, b: number | null) =>
  a === null || b === null ? assert.equal(a, b) : assert.ok(Math.abs(a - b) < 1e-9, `${a}, ${b}`);

test("shares stay shares, correlations correlations, and counts add up", () => {
  fc.assert(
    fc.property(sittings, (people) => {
      itemStatistics(items, people).forEach((found, at) => {
        const own = people.flatMap((sitting) => sitting[at] ?? []);
        assert.equal(found.people, own.length);
        assert.equal(found.facility === null, own.length === 0);
        for (const share of [found.facility, ...found.options.map(({ meanRest }) => meanRest)])
          assert.ok(share === null || (share >= 0 && share <= 1 + 1e-9));
        const r = found.discrimination;
        assert.ok(r === null || Math.abs(r) <= 1 + 1e-9);
        assert.equal(
          found.options.reduce((sum, { chosen }) => sum + chosen, 0),
          found.options.length === 0 ? 0 : own.reduce((sum, one) => sum + one.chosen.length, 0),
        );
        if (own.length < itemPeopleMin) assert.deepEqual([r, found.flags], [null, []]);
      });
    }),
  );
});

test("the order of people changes nothing", () => {
  fc.assert(
    fc.property(sittings, (people) => {
      const there = itemStatistics(items, people);
      const back = itemStatistics(items, people.toReversed());
      there.forEach((found, at) => {
        near(found.facility, back[at]!.facility);
        near(found.discrimination, back[at]!.discrimination);
        assert.deepEqual(
          found.options.map(({ chosen }) => chosen),
          back[at]!.options.map(({ chosen }) => chosen),
        );
      });
    }),
  );
});

test("of right and wrong, discrimination is the point-biserial correlation's definition", () => {
  const score = fc.integer({ min: 0, max: 4 });
  const rows = fc.array(fc.tuple(fc.boolean(), score), { minLength: itemPeopleMin, maxLength: 80 });
  const two: readonly ExamItem[] = [
    { pointsMicro: 1_000_000, optionShares: [] },
    { pointsMicro: 3_000_000, optionShares: [] },
  ];
  fc.assert(
    fc.property(rows, (people) => {
      const [found] = itemStatistics(
        two,
        people.map(([isRight, rest]) => [
          { shareMicro: isRight ? 1_000_000 : 0, chosen: [] },
          { shareMicro: rest * 250_000, chosen: [] },
        ]),
      );
      const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length;
      const all = people.map(([, rest]) => rest / 4);
      const spread = Math.sqrt(mean(all.map((one) => (one - mean(all)) ** 2)));
      const [right, wrong] = [true, false].map((is) =>
        people.filter(([isRight]) => isRight === is).map(([, rest]) => rest / 4),
      ) as [number[], number[]];
      const p = right.length / people.length;
      if (spread === 0 || p === 0 || p === 1) assert.equal(found!.discrimination, null);
      else
        near(
          found!.discrimination,
          ((mean(right) - mean(wrong)) / spread) * Math.sqrt(p * (1 - p)),
        );
    }),
  );
});

/** Forty people, the second item right for the better half; what they choose at the first. */
const forty = (choose: (who: number) => number): Sitting[] =>
  Array.from({ length: 40 }, (_, who) => {
    const chosen = choose(who);
    return [
      { shareMicro: chosen === 0 ? 1_000_000 : 0, chosen: [chosen] },
      { shareMicro: who < 20 ? 1_000_000 : 0, chosen: [] },
      null,
    ];
  });
const flagsOf = (choose: (who: number) => number) => itemStatistics(items, forty(choose))[0]!.flags;

test("a key that is wrong shows: the better ones choose something else", () => {
  assert.deepEqual(
    flagsOf((who) => (who < 20 ? 1 : 0)),
    ["negative-discrimination", "unused-distractor", "distractor-above-answer"],
  );
});

test("a good item has nothing to look at; too easy, too hard and unused ones are told", () => {
  assert.deepEqual(
    flagsOf((who) => (who < 20 ? 0 : 1 + (who % 3))),
    [],
  );
  assert.deepEqual(
    flagsOf(() => 0),
    ["too-easy", "unused-distractor"],
  );
  assert.deepEqual(
    flagsOf((who) => 1 + (who % 3)),
    ["too-hard"],
  );
  assert.deepEqual(
    flagsOf((who) => (who % 2 === 0 ? 0 : 1 + (who % 3))),
    ["weak-discrimination"],
  );
});

test("an item that nobody was asked has no figures", () => {
  const found = itemStatistics(
    items,
    forty(() => 0),
  )[2]!;
  assert.deepEqual(found, {
    people: 0,
    facility: null,
    discrimination: null,
    options: [
      { chosen: 0, meanRest: null },
      { chosen: 0, meanRest: null },
    ],
    flags: [],
  });
});
