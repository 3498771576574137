import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { areaOf, teamAreas } from "@echelon/contract/practice/team-areas.ts";
import type { TeamChange } from "@echelon/contract/practice/team-roles.ts";
import type { TeamChangeTable } from "../store/schema.ts";
import { mayBeRefused, permissionOf, rulesOf, spentOf, type Teammate } from "./team-rules.ts";

// Few areas and small amounts, so that what is asked often meets what was told.
const people = ["a", "b", "c", "d"] as const;
const kinds = (Object.keys(areaOf) as (keyof typeof areaOf)[]).filter((kind) =>
  [null, ...teamAreas.slice(0, 4)].includes(areaOf[kind]),
);
const spans = [{ branch: 0, before: 1_000 }];
const instant = (second: number) => new Date(second * 1_000);

const person = fc.constantFrom(...people);
const area = fc.constantFrom(...teamAreas.slice(0, 3));
const amount = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });
const change: fc.Arbitrary<TeamChange> = fc.oneof(
  fc.record({ kind: fc.constant("name-captain" as const), person }),
  fc.record({
    kind: fc.constant("assign-roles" as const),
    person,
    areas: fc.uniqueArray(area),
    limitMinor: amount,
  }),
  fc.record({ kind: fc.constant("set-budget" as const), area, amountMinor: amount }),
);
const told: fc.Arbitrary<TeamChangeTable[]> = fc
  .array(fc.record({ change, day: fc.integer({ min: 1, max: 5 }) }), { maxLength: 12 })
  .map((lines) =>
    lines
      .toSorted((one, other) => one.day - other.day)
      .map((line, number) => ({
        season_id: "",
        store: 0,
        number,
        branch: 0,
        author_id: "a",
        at: instant(100 + number),
        ...line,
      })),
  );
const team: fc.Arbitrary<Teammate[]> = fc
  .subarray([...people], { minLength: 2 })
  .map((here) => here.map((one) => ({ person: one, joinedAt: instant(1) })));

test("somebody may decide everything, whatever a team was told and whoever has left it", () => {
  fc.assert(
    fc.property(told, team, fc.constantFrom(...kinds), (lines, mates, kind) => {
      const rules = rulesOf(lines, mates, spans);
      const mays = mates.filter((one) => {
        const permission = permissionOf(rules, one.person, [], (name) => name);
        return permission.toDecide(kind) === null;
      });
      assert.ok(mates.some((one) => one.person === rules.captain));
      assert.ok(mays.some((one) => one.person === rules.captain));
    }),
  );
});

test("nobody is sent to who has left, or has no such area", () => {
  fc.assert(
    fc.property(told, team, fc.constantFrom(...kinds), (lines, mates, kind) => {
      const rules = rulesOf(lines, mates, spans);
      for (const one of mates) {
        const no = permissionOf(rules, one.person, [], (name) => name).toDecide(kind);
        if (no === null) continue;
        const owners = String(no.facts["who"]).split(", ");
        assert.ok(owners.length > 0);
        for (const owner of owners) {
          assert.ok(mates.some((mate) => mate.person === owner));
          assert.equal(permissionOf(rules, owner, [], String).toDecide(kind), null);
        }
      }
    }),
  );
});

test("who may be refused is, for some decision or some sum, and nobody else ever", () => {
  fc.assert(
    fc.property(told, team, (lines, mates) => {
      const rules = rulesOf(lines, mates, spans);
      const sum = { costMinor: 100, addedMinor: 100 };
      for (const one of mates) {
        const isRefused = kinds.some((kind) => {
          const permission = permissionOf(rules, one.person, [], String);
          return permission.toDecide(kind) !== null || permission.toSpend(kind, sum) !== null;
        });
        assert.equal(mayBeRefused(rules, one.person), isRefused);
      }
    }),
  );
});

test("what is allowed never passes a budget or the own limit, one decision after the other", () => {
  const wish = fc.record({
    kind: fc.constantFrom(...kinds),
    costMinor: fc.integer({ min: 0, max: 10 }),
  });
  fc.assert(
    fc.property(told, team, fc.array(wish, { maxLength: 30 }), (lines, mates, wishes) => {
      const rules = rulesOf(lines, mates, spans);
      const first = mates.find((one) => one.person !== rules.captain);
      const permission = permissionOf(rules, first!.person, [], String);
      const spending = wishes.flatMap(({ kind, costMinor }) => {
        const of = areaOf[kind];
        const may = permission.toSpend(kind, { costMinor, addedMinor: costMinor }) === null;
        if (!may || of === null) return [];
        const limit = rules.roles.get(first!.person)?.limitMinor ?? null;
        assert.ok(limit === null || costMinor <= limit);
        return [{ area: of, day: 5, minor: costMinor }];
      });
      for (const [of, minor] of spentOf(rules, spending)) {
        assert.ok(minor <= rules.budgets.get(of)!.amountMinor);
      }
    }),
  );
});

test("what was said of somebody before coming to the store, or coming back, is forgotten", () => {
  fc.assert(
    fc.property(told, team, (lines, mates) => {
      const late = mates.map((mate) => ({ ...mate, joinedAt: instant(10_000) }));
      const rules = rulesOf(lines, late, spans);
      assert.equal(rules.captain, late[0]!.person);
      assert.equal(rules.roles.size, 0);
      assert.deepEqual(rules.budgets, rulesOf(lines, mates, spans).budgets);
    }),
  );
});
