import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import fc from "fast-check";
import { foreignLinks } from "@echelon/connectors/case/foreign-links.ts";
import {
  caseLimits,
  isOpenLicense,
  readCasePackage,
} from "@echelon/connectors/case/read-package.ts";
import { exportFramework } from "./export-framework.ts";
import { frameworkView } from "./framework-view.ts";
import { officialPackage, officialSchema } from "./testing/official-case.ts";

const origin = "https://echelon.example.org";
const shared = join(import.meta.dirname, "../../../../shared/data/edtech/case");
const baseline = join(shared, "opencase_round_trip_baseline.json");
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const read = (value: unknown) => {
  const reading = readCasePackage(bytesOf(value));
  assert.ok(reading.ok, JSON.stringify(reading));
  return reading.framework;
};
const link = (identifier: string) => ({ title: identifier, identifier, uri: identifier });
const child = (of: string, above: string, associationType = "isChildOf") => ({
  associationType,
  originNodeURI: link(of),
  destinationNodeURI: link(above),
});
const item = (identifier: string) => ({ identifier, fullStatement: `says ${identifier}` });

suite("a framework of others", () => {
  test(
    "is taken in although the standard would refuse it, and what is odd is listed",
    { skip: existsSync(baseline) ? false : "the foreign package is not beside this clone" },
    () => {
      const reading = readCasePackage(readFileSync(baseline));
      assert.ok(reading.ok);
      const { items, title, odd, rubrics, language, associations } = reading.framework;
      assert.equal(title, "池之端大学 情報学部 コンピテンシーフレームワーク");
      assert.deepEqual([items.length, associations.length, rubrics, language], [36, 0, 2, "ja"]);
      const told = new Map(odd.map((one) => [`${one.code} ${one.where}`, one.count]));
      assert.equal(told.get("null CFDocument/frameworkType"), 1);
      assert.equal(told.get("unknown-field CFDocument/CFPackageURI"), 1);
      assert.equal(told.get("unknown-field CFItems/CFDocumentURI"), 36);
      assert.equal(told.get("null CFItems/listEnumeration"), 36);
      assert.equal(told.get("identifier CFItems/identifier"), 36);
      assert.ok(!odd.some(({ code }) => code === "dangling"));
      const tops = items.filter(({ parent }) => parent === null);
      assert.ok(tops.length > 0 && tops.length < items.length);
    },
  );

  test("written, read and kept is equal, and nothing of ours is odd", () => {
    for (const language of ["zh", "en"] as const) {
      const written = JSON.parse(exportFramework("case", { language, origin })) as unknown;
      const framework = read(written);
      assert.deepEqual(framework.odd, []);
      assert.deepEqual(read(framework.kept).kept, written);
      const codes = new Set(framework.items.map(({ code }) => code));
      for (const { id } of frameworkView().competencies) assert.ok(codes.has(id));
      const below = framework.items.find(({ code }) => code === "A01")!.parent;
      assert.equal(framework.items.find(({ identifier }) => identifier === below)?.code, "A");
    }
  });

  test("with a circle of parents is refused, and one that leads nowhere is told", () => {
    const circle = {
      CFDocument: { identifier: "d", title: "T" },
      CFItems: [item("a"), item("b"), item("c")],
      CFAssociations: [child("a", "b"), child("b", "c"), child("c", "a")],
    };
    const reading = readCasePackage(bytesOf(circle));
    assert.ok(!reading.ok && reading.problem.code === "cycle");
    const open = { ...circle, CFAssociations: [child("a", "b"), child("b", "gone")] };
    const framework = read(open);
    assert.deepEqual(
      framework.items.map(({ parent }) => parent),
      ["b", null, null],
    );
    const dangling = framework.odd.find(({ code }) => code === "dangling");
    assert.deepEqual(dangling, {
      code: "dangling",
      where: "CFAssociations/isChildOf",
      first: "CFAssociations/1",
      count: 1,
    });
  });

  test("keeps associations that nobody knows, and says so", () => {
    const { associations, odd } = read({
      CFDocument: { identifier: "d", title: "T" },
      CFItems: [item("a"), item("b")],
      CFAssociations: [child("a", "b", "isNear"), child("a", "b", "ext:near")],
    });
    assert.deepEqual(
      associations.map(({ type }) => type),
      ["isNear", "ext:near"],
    );
    assert.deepEqual(
      odd.filter(({ code }) => code === "association-type").map(({ where }) => where),
      ["CFAssociations/isNear"],
    );
  });

  test("is refused where it is none, too large or too deep", () => {
    const codeOf = (bytes: Uint8Array) => {
      const reading = readCasePackage(bytes);
      return reading.ok ? null : reading.problem.code;
    };
    assert.equal(codeOf(new TextEncoder().encode("{")), "unreadable");
    assert.equal(codeOf(bytesOf([])), "unreadable");
    assert.equal(codeOf(bytesOf({ CFDocument: [] })), "unreadable");
    assert.equal(codeOf(Uint8Array.of(0xff, 0xfe)), "unreadable");
    const deep = "[".repeat(100) + "]".repeat(100);
    const text = `{"CFDocument":{"identifier":"d"},"more":${deep}}`;
    assert.equal(codeOf(new TextEncoder().encode(text)), "unreadable");
    assert.equal(codeOf(new Uint8Array(caseLimits.bytesMax + 1)), "too-large");
    const many = Array.from({ length: caseLimits.itemsMax + 1 }, (_, at) => item(`i${at}`));
    assert.equal(codeOf(bytesOf({ CFDocument: {}, CFItems: many })), "too-large");
  });

  test("whatever its parts are, reading ends and each item has a parent that is here", () => {
    const name = fc.constantFrom("a", "b", "c", "d");
    const part = fc.oneof(fc.jsonValue(), fc.record({ identifier: name }));
    const association = fc.oneof(
      part,
      fc.tuple(name, name).map(([of, above]) => child(of, above)),
    );
    const any = fc.record(
      { CFDocument: part, CFItems: fc.array(part), CFAssociations: fc.array(association) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(any, (value) => {
        const reading = readCasePackage(bytesOf(value));
        if (!reading.ok) return;
        const here = new Set(reading.framework.items.map(({ identifier }) => identifier));
        for (const { parent } of reading.framework.items)
          assert.ok(parent === null || here.has(parent));
      }),
    );
  });

  test("is named by addresses alone in what is told of our mapping to it", () => {
    const foreign = read({
      CFDocument: { identifier: "d", title: "Secret title", creator: "C" },
      CFItems: [{ ...item("11111111-1111-4111-8111-111111111111"), humanCodingScheme: "X1" }],
      CFAssociations: [],
    });
    const { version, changedOn, competencies } = frameworkView();
    const names = new Map(competencies.map(({ id, name }) => [id, name.en]));
    const links = [
      { item: foreign.items[0]!.identifier, competency: "C02", relation: "exact" },
    ] as const;
    const written = foreignLinks(foreign, links, { version, changedOn, names, origin });
    const text = JSON.stringify(written);
    assert.ok(!text.includes("Secret title") && !text.includes("says "));
    assert.equal(written.CFAssociations[0]?.associationType, "exactMatchOf");
    assert.deepEqual(foreignLinks(foreign, links, { version, changedOn, names, origin }), written);
    if (officialSchema.isHere)
      assert.equal(officialPackage().safeParse(JSON.parse(text)).error, undefined);
  });

  test("may be linked to where its license is open", () => {
    for (const open of ["CC BY 4.0", "CC0", "https://creativecommons.org/licenses/by-sa/4.0/"])
      assert.ok(isOpenLicense(open), open);
    for (const closed of [null, "All rights reserved", "CC BY-NC 4.0", "CC BY-ND"])
      assert.ok(!isOpenLicense(closed), String(closed));
  });
});
