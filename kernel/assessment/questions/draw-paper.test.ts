import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type BankQuestion,
  belongs,
  drawPaper,
  type PaperQuestion,
  type PaperSection,
} from "./draw-paper.ts";

const types = ["single-choice", "numerical"];
const topics = ["A01", "A02", "B01"];
const bank: fc.Arbitrary<BankQuestion[]> = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 6 }),
    type: fc.constantFrom(...types),
    topics: fc.subarray(topics),
    options: fc.nat(6),
  }),
  { selector: ({ id }) => id, maxLength: 14 },
);
const sections: fc.Arbitrary<PaperSection[]> = fc.array(
  fc.record({
    name: fc.string({ maxLength: 3 }),
    topics: fc.subarray(topics),
    types: fc.subarray(types),
    questions: fc.nat(4),
    pointsMicro: fc.constantFrom(1_000_000, 2_500_000),
  }),
  { maxLength: 4 },
);
const key = fc.record({ k0: fc.nat(), k1: fc.nat() });
const seat = fc.nat(10_000);

/** Whether sections can all be filled: no group of them wants more than there is for it (Hall). */
function isFillable(from: readonly BankQuestion[], wanted: readonly PaperSection[]): boolean {
  for (let group = 1; group < 1 << wanted.length; group += 1) {
    const among = wanted.filter((_, at) => (group >> at) & 1);
    const there = from.filter((one) => among.some((section) => belongs(one, section))).length;
    if (among.reduce((sum, { questions }) => sum + questions, 0) > there) return false;
  }
  return true;
}

test("a paper keeps its blueprint, and no question comes twice", () => {
  fc.assert(
    fc.property(bank, sections, key, seat, (questions, blueprint, secret, person) => {
      const drawn = drawPaper(questions, blueprint, secret, person);
      if (!drawn.isDrawn) return;
      const ids = drawn.questions.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      for (const [at, section] of blueprint.entries()) {
        const own: readonly PaperQuestion[] = drawn.questions.filter((one) => one.section === at);
        assert.equal(own.length, section.questions);
        for (const { id, pointsMicro, options } of own) {
          const found = questions.find((one) => one.id === id)!;
          assert.ok(belongs(found, section));
          assert.equal(pointsMicro, section.pointsMicro);
          const inOrder = options.toSorted((a, b) => a - b);
          assert.deepEqual(inOrder, [...Array(found.options).keys()]);
        }
      }
    }),
  );
});

test("a paper is refused exactly where its blueprint allows none, and the section is named", () => {
  fc.assert(
    fc.property(bank, sections, key, seat, (questions, blueprint, secret, person) => {
      const drawn = drawPaper(questions, blueprint, secret, person);
      assert.equal(drawn.isDrawn, isFillable(questions, blueprint));
      if (drawn.isDrawn) return;
      const { section, name, wanted, reached, fitting } = drawn;
      assert.deepEqual([name, wanted], [blueprint[section]!.name, blueprint[section]!.questions]);
      assert.ok(reached < wanted && reached <= fitting);
      assert.ok(isFillable(questions, blueprint.slice(0, section)));
      assert.ok(!isFillable(questions, blueprint.slice(0, section + 1)));
    }),
  );
});

test("the order of the bank's rows changes no paper", () => {
  fc.assert(
    fc.property(bank, sections, key, seat, (questions, blueprint, secret, person) => {
      const other = drawPaper(questions.toReversed(), blueprint, secret, person);
      assert.deepEqual(other, drawPaper(questions, blueprint, secret, person));
    }),
  );
});

const tenOf = (count: number): BankQuestion[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `q-${at}`,
    type: "numerical",
    topics: [],
    options: 4,
  }));
const three: PaperSection = {
  name: "all",
  topics: [],
  types: [],
  questions: 3,
  pointsMicro: 1_000_000,
};

test("over many seats every question comes as often, at every place, in every order", () => {
  const [seats, many] = [4_000, tenOf(10)];
  const [came, first, led] = [new Map<string, number>(), new Map<string, number>(), [0, 0, 0, 0]];
  for (let at = 0; at < seats; at += 1) {
    const drawn = drawPaper(many, [three], { k0: 7, k1: 11 }, at);
    assert.ok(drawn.isDrawn);
    for (const { id, options } of drawn.questions) {
      came.set(id, (came.get(id) ?? 0) + 1);
      led[options[0]!]! += 1;
    }
    const id = drawn.questions[0]!.id;
    first.set(id, (first.get(id) ?? 0) + 1);
  }
  // Five standard deviations of a binomial count.
  const near = (count: number, share: number, of: number) =>
    assert.ok(Math.abs(count - share * of) < 5 * Math.sqrt(of * share * (1 - share)), `${count}`);
  for (const { id } of many) {
    near(came.get(id)!, 0.3, seats);
    near(first.get(id)!, 0.1, seats);
  }
  for (const count of led) near(count, 0.25, 3 * seats);
});

test("a question that joins the bank changes a paper by itself at most", () => {
  fc.assert(
    fc.property(key, seat, (secret, person) => {
      const before = drawPaper(tenOf(10), [three], secret, person);
      const after = drawPaper(tenOf(11), [three], secret, person);
      assert.ok(before.isDrawn && after.isDrawn);
      const old = new Set(before.questions.map(({ id }) => id));
      const fresh = after.questions.filter(({ id }) => !old.has(id)).map(({ id }) => id);
      assert.ok(fresh.length === 0 || (fresh.length === 1 && fresh[0] === "q-10"));
    }),
  );
});
