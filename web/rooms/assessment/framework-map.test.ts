import assert from "node:assert/strict";
import { suite, test } from "node:test";
import {
  asksOf,
  byArea,
  chosenOf,
  coreSize,
  electivesOf,
  type Framework,
} from "./framework-map.ts";

const both = (zh: string, en: string) => ({ zh, en });

function competency(id: string, echelon: string, roles: string[], zh: string, en: string) {
  return {
    id,
    area: id[0]!,
    name: both(zh, en),
    courses: ["C1"],
    roles,
    echelon,
    rule: {
      event: "quote.submitted",
      eventName: both("提交报价", "quotations handed in"),
      measure: "incotermCorrect",
      measureName: both("正确率", "share that is right"),
      unit: "share" as const,
      op: ">=" as const,
      threshold: 0.8,
      worst: 0,
      best: 1,
      minCount: 5,
      by: "person" as const,
    },
    anchors: null,
    mappings: [],
    weight: 1,
    raised: null,
    supersedes: [],
  };
}

const framework: Framework = {
  version: "1.0.0",
  changedOn: "2026-11-30",
  overlays: [],
  echelons: [{ id: "E3", name: both("高级人才", "Senior talent"), about: both("统筹", "Leads") }],
  roles: [
    {
      id: "R1",
      name: both("店铺运营专员", "Store operations specialist"),
      titles: { zh: [], en: [] },
      escoTerm: "",
      mappings: [],
    },
  ],
  areas: [
    { id: "A", name: both("国际贸易", "International trade") },
    { id: "C", name: both("店铺运营", "Store operations") },
    { id: "K", name: both("领导", "Leadership") },
  ],
  courses: [{ id: "C1", name: both("国际贸易实务", "International trade practice") }],
  marks: [],
  competencies: [
    competency("A01", "E1", ["R5", "R1"], "贸易术语选择", "Choose Incoterms"),
    competency("C01", "E1", ["R1"], "店铺开设", "Open a store"),
    competency("C04", "E2", ["R1"], "定价策略", "Set and adjust prices"),
    competency("A08", "E3", ["R8"], "形势研判", "Read trade policy"),
  ],
  profiles: [
    { role: "R1", echelon: "E1", core: ["A01", "C01"] },
    { role: "R1", echelon: "E2", core: ["A01", "C01", "C04"] },
  ],
  crossRoleE3: ["A08"],
  certificates: [],
  majors: [],
  standards: [],
};

const ids = (role: string | null, echelon: string | null, words = "") =>
  chosenOf(framework, { role, echelon, words }).map(({ id }) => id);

suite("the map of competencies", () => {
  test("shows all of them, those of an echelon, or what a role asks for", () => {
    assert.deepEqual(ids(null, null), ["A01", "C01", "C04", "A08"]);
    assert.deepEqual(ids(null, "E1"), ["A01", "C01"]);
    assert.deepEqual(ids("R1", "E1"), ["A01", "C01"]);
    assert.deepEqual(ids("R1", "E2"), ["A01", "C01", "C04"]);
    assert.deepEqual(ids("R1", null), ["A01", "C01", "C04"]);
    assert.deepEqual(ids("R8", "E1"), []);
    assert.equal(coreSize(framework, "R1", "E2"), 3);
    assert.equal(coreSize(framework, "R8", "E1"), 0);
  });

  test("finds by every word, in either language, by code, role and course", () => {
    assert.deepEqual(ids(null, null, "incoterms"), ["A01"]);
    assert.deepEqual(ids(null, null, "定价"), ["C04"]);
    assert.deepEqual(ids(null, null, "c01"), ["C01"]);
    assert.deepEqual(ids(null, null, "Ｃ０１"), ["C01"]);
    assert.deepEqual(ids(null, null, "operations specialist"), ["A01", "C01", "C04"]);
    assert.deepEqual(ids(null, null, "prices incoterms"), []);
    assert.deepEqual(ids("R1", "E1", "定价"), []);
  });

  test("puts them by area, and no area stands empty", () => {
    const parts = byArea(framework, chosenOf(framework, { role: "R1", echelon: "E2", words: "" }));
    assert.deepEqual(
      parts.map(({ area, competencies }) => [area.id, competencies.map(({ id }) => id)]),
      [
        ["A", ["A01"]],
        ["C", ["C01", "C04"]],
      ],
    );
  });

  test("says of which echelon everybody shows some, and how many there are", () => {
    const electives = electivesOf(framework);
    assert.deepEqual([electives?.echelon.id, electives?.count], ["E3", 1]);
    assert.equal(electivesOf({ ...framework, crossRoleE3: [] }), undefined);
  });

  test("says in the address only what was chosen", () => {
    assert.deepEqual(asksOf({ role: "R1", echelon: null, words: "" }), { role: "R1" });
    assert.deepEqual(asksOf({ role: null, echelon: null, words: "" }), {});
  });
});
