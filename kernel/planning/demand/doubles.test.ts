import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { doubleBitsMax, doubleDaysMax, groupDoubles, type Sighting } from "./doubles.ts";
import { bitsApart, textHash } from "./text-hash.ts";

const sighting = fc.record({
  day: fc.option(fc.integer({ min: 0, max: 400 })),
  titleKey: fc.constantFrom("a", "b", "c"),
  textHash: fc.option(
    fc
      .tuple(fc.constantFrom(0n, -1n, 0x0f0f0f0f0f0f0f0fn), fc.integer({ min: 0, max: 63 }))
      .map(([base, bit]) => BigInt.asIntN(64, base ^ (1n << BigInt(bit)))),
  ),
});
const block = fc
  .array(sighting, { maxLength: 30 })
  .map((all) =>
    all.map((one, at): Sighting => ({ ...one, id: `p${String(at).padStart(2, "0")}` })),
  );

const shapeOf = (all: readonly Sighting[], isNamed = true) =>
  groupDoubles(all, isNamed)
    .map(({ members, windows }) => [members.toSorted().join(), windows] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

test("the order in which postings are met does not matter", () => {
  fc.assert(
    fc.property(block, fc.infiniteStream(fc.nat()), (all, draws) => {
      const mixed = all
        .map((one) => ({ one, rank: draws.next().value as number }))
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ one }) => one);
      assert.deepEqual(shapeOf(mixed), shapeOf(all));
    }),
  );
});

test("each posting is in one group, and a group weighs one", () => {
  fc.assert(
    fc.property(block, (all) => {
      const groups = groupDoubles(all, true);
      const members = groups.flatMap((group) => group.members);
      assert.deepEqual(members.toSorted(), all.map(({ id }) => id).toSorted());
      for (const { members: of } of groups) {
        const weight = of.reduce((sum) => sum + 1 / of.length, 0);
        assert.ok(Math.abs(weight - 1) < 1e-9);
      }
    }),
  );
});

test("any two texts few bits apart share a group, whichever bits they are", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { maxLength: 8 }),
      (hash, bits) => {
        const other = bits.reduce((sum, bit) => BigInt.asIntN(64, sum ^ (1n << BigInt(bit))), hash);
        assert.equal(bitsApart(hash, other), bits.length);
        const pair = [
          { id: "a", day: 0, titleKey: "x", textHash: hash },
          { id: "b", day: 300, titleKey: "y", textHash: other },
        ];
        assert.equal(groupDoubles(pair, true).length, bits.length <= doubleBitsMax ? 1 : 2);
      },
    ),
  );
});

test("the same title is one vacancy for as long as it keeps coming", () => {
  const at = (day: number, id: string): Sighting => ({ id, day, titleKey: "x", textHash: null });
  const kept = [at(0, "a"), at(doubleDaysMax, "b"), at(2 * doubleDaysMax, "c")];
  assert.deepEqual(shapeOf(kept), [["a,b,c", 3]]);
  assert.deepEqual(shapeOf([at(0, "a"), at(doubleDaysMax + 1, "b")]), [
    ["a", 1],
    ["b", 1],
  ]);
});

test("without an enterprise a title alone joins nobody", () => {
  const one = { id: "a", day: 1, titleKey: "x", textHash: null };
  assert.equal(groupDoubles([one, { ...one, id: "b" }], false).length, 2);
  assert.equal(groupDoubles([one, { ...one, id: "b" }], true).length, 1);
});

test("texts that differ in a word are near, other texts are far", () => {
  const text =
    "负责亚马逊店铺的日常运营，优化关键词和详情页，监控库存与补货，分析竞品并制定促销计划。";
  const near = text.replace("促销", "推广");
  const far =
    "负责公司财务报表的编制与审核，协助完成年度审计，处理税务申报以及往来账款的核对工作。";
  const [a, b, c] = [text, near, far].map((one) => textHash(one)!) as [bigint, bigint, bigint];
  assert.ok(bitsApart(a, b) < bitsApart(a, c));
  assert.equal(textHash("短"), null);
  assert.equal(textHash(`　${text.replaceAll("，", ", ")}`), textHash(text.replaceAll("，", ", ")));
});
