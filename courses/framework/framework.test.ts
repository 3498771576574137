import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { nameOf } from "./check-framework.ts";
import { loadFramework, readFrameworkFolder } from "./framework-folder.ts";

suite("the framework that ships", () => {
  const { framework, measures, anchors, mappings } = loadFramework();

  test("has no fault, nor has an overlay or an earlier version of it", () => {
    assert.deepEqual(readFrameworkFolder(import.meta.dirname).findings, []);
  });

  test("has three echelons, eight roles, ten areas, eight courses and 71 competencies", () => {
    const { echelons, roles, areas, courses, competencies, profiles, events } = framework;
    const lists = [echelons, roles, areas, courses, competencies, profiles, events, measures];
    assert.deepEqual(
      lists.map((list) => list.length),
      [3, 8, 10, 8, 71, 23, 49, 70],
    );
    assert.deepEqual(
      echelons.map(({ id }) => competencies.filter((one) => one.echelon === id).length),
      [29, 32, 10],
    );
  });

  test("takes all competencies of the third echelon, and no others, as its electives", () => {
    const third = framework.competencies.filter(({ echelon }) => echelon === "E3");
    assert.deepEqual(
      framework.crossRoleE3,
      third.map(({ id }) => id),
    );
  });

  test("says of 23 competencies what each of five marks looks like, and of no other", () => {
    const judged = framework.competencies.filter(({ rubric }) => rubric.required);
    assert.deepEqual(
      Object.keys(anchors.competencies).toSorted(),
      judged.map(({ id }) => id),
    );
    assert.equal(judged.length, 23);
  });

  test("has no two anchors in common, whatever the competency", () => {
    for (const language of ["zh", "en"] as const) {
      const words = Object.values(anchors.competencies).flatMap((five) =>
        five.map((anchor) => anchor[language]),
      );
      assert.equal(new Set(words).size, 115);
    }
  });

  test("gives every anchor enough words to name what one can see", () => {
    for (const [id, five] of Object.entries(anchors.competencies))
      for (const { zh, en } of five.slice(1)) {
        assert.ok(zh.length >= 15, `${id}: ${zh}`);
        assert.ok(en.split(" ").length >= 10, `${id}: ${en}`);
      }
  });

  test("measures a person's own act or a store's result, by name", () => {
    const byName = new Map(measures.map((one) => [nameOf(one), one.by]));
    assert.equal(byName.get("customs.declared acceptedFirstTime"), "person");
    assert.equal(byName.get("ledger.closed minCashDays"), "team");
  });

  test("maps the eight units of the exam, which weigh a hundred percent", () => {
    const units = new Map(
      mappings.rows
        .filter(({ standard }) => standard === "special-assessment")
        .map(({ code, weight }) => [code, weight ?? 0]),
    );
    assert.equal(units.size, 8);
    assert.equal(
      [...units.values()].reduce((sum, weight) => sum + weight, 0),
      100,
    );
  });
});
