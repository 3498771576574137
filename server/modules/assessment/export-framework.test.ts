import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { CasePackage } from "@echelon/connectors/case/case-shapes.ts";
import { uuidv5 } from "@echelon/connectors/case/identifiers.ts";
import { casePackage } from "@echelon/connectors/case/case-package.ts";
import { exportFramework } from "./export-framework.ts";
import { frameworkView } from "./framework-view.ts";
import { officialPackage, officialSchema } from "./testing/official-case.ts";

const origin = "https://echelon.example.org";
const packageIn = (language: "zh" | "en") =>
  JSON.parse(exportFramework("case", { language, origin })) as CasePackage;

const skip = officialSchema.isHere ? false : "the official schema is not beside this clone";

type Plain = Record<string, unknown>;

suite("the framework as a CASE 1.1 package", () => {
  test("keeps the official schema, in both languages", { skip }, () => {
    const shape = officialPackage();
    for (const language of ["zh", "en"] as const) {
      const { error } = shape.safeParse(packageIn(language));
      assert.equal(error, undefined);
    }
  });

  test("is refused by the official schema where it is spoiled", { skip }, () => {
    const shape = officialPackage();
    const spoil: readonly ((given: Plain) => void)[] = [
      (given) => void delete (given["CFDocument"] as Plain)["creator"],
      (given) => void ((given["CFDocument"] as Plain)["caseVersion"] = "1.0"),
      (given) => void ((given["CFDocument"] as Plain)["surplus"] = 1),
      (given) => void ((given["CFItems"] as Plain[])[0]!["identifier"] = "A01"),
      (given) => void ((given["CFItems"] as Plain[])[0]!["lastChangeDateTime"] = "yesterday"),
      (given) => void ((given["CFAssociations"] as Plain[])[0]!["associationType"] = "isNear"),
      (given) => void ((given["CFRubrics"] as Plain[])[0]!["CFRubricCriteria"] = "none"),
    ];
    for (const one of spoil) {
      const given = JSON.parse(JSON.stringify(packageIn("en"))) as Plain;
      one(given);
      assert.equal(shape.safeParse(given).success, false, String(one));
    }
  });

  test("has every echelon, area and competency once, each below the document", () => {
    const { CFItems, CFAssociations, CFDocument } = packageIn("en");
    assert.equal(CFItems.length, 3 + 10 + 71);
    const ids = new Set(CFItems.map(({ identifier }) => identifier));
    assert.equal(ids.size, CFItems.length);
    const parents = new Map(
      CFAssociations.filter(({ associationType }) => associationType === "isChildOf").map(
        ({ originNodeURI, destinationNodeURI }) => [
          originNodeURI.identifier,
          destinationNodeURI.identifier,
        ],
      ),
    );
    for (const { identifier } of CFItems) {
      let at: string | undefined = identifier;
      for (let steps = 0; steps < 3 && at !== CFDocument.identifier; steps += 1)
        at = parents.get(at ?? "");
      assert.equal(at, CFDocument.identifier);
    }
  });

  test("leads nowhere but into itself, its translation and other standards", () => {
    const [zh, en] = [packageIn("zh"), packageIn("en")];
    const known = new Set(
      [zh, en].flatMap((one) => [
        one.CFDocument.identifier,
        ...one.CFItems.map(({ identifier }) => identifier),
      ]),
    );
    for (const { originNodeURI, destinationNodeURI } of en.CFAssociations) {
      assert.ok(known.has(originNodeURI.identifier));
      const { targetType, identifier } = destinationNodeURI;
      assert.ok(targetType === "ext:special-assessment" || known.has(identifier), identifier);
    }
  });

  test("has one structure in both languages", () => {
    const structure = ({ CFItems, CFAssociations, CFRubrics }: CasePackage) => ({
      items: CFItems.map(({ humanCodingScheme, educationLevel }) => [
        humanCodingScheme,
        educationLevel,
      ]),
      associations: CFAssociations.map(({ associationType }) => associationType),
      rubrics: CFRubrics.map(({ CFRubricCriteria }) =>
        CFRubricCriteria.flatMap(({ CFRubricCriterionLevels }) =>
          CFRubricCriterionLevels.map(({ score }) => score),
        ),
      ),
    });
    const [zh, en] = [packageIn("zh"), packageIn("en")];
    assert.deepEqual(structure(zh), structure(en));
    assert.equal(structure(en).rubrics.length, 23);
    assert.deepEqual(structure(en).rubrics[0], [0, 1, 2, 3, 4]);
    assert.notEqual(zh.CFItems[0]!.fullStatement, en.CFItems[0]!.fullStatement);
  });

  test("has the same identifiers on every installation, and others at another version", () => {
    const view = frameworkView();
    const ids = (one: CasePackage) => JSON.stringify(one).match(/[0-9a-f-]{36}/g);
    const here = casePackage(view, { language: "en", origin });
    const there = casePackage(view, { language: "en", origin: "http://10.0.0.5:4100" });
    assert.deepEqual(ids(there), ids(here));
    const later = casePackage({ ...view, version: "9.0.0" }, { language: "en", origin });
    assert.notEqual(later.CFDocument.identifier, here.CFDocument.identifier);
    assert.equal(new Set(ids(here)?.map((id) => id[14])).size, 1);
    assert.equal(here.CFDocument.identifier[14], "5");
  });

  test("numbers names as RFC 9562 does", () => {
    const dns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
    assert.equal(uuidv5(dns, "www.example.com"), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
  });

  test("says nothing that nobody has read", () => {
    const unread = frameworkView().competencies.flatMap(({ id, mappings }) =>
      mappings.filter(({ verified }) => !verified).map(({ code }) => `${id} ${code}`),
    );
    assert.deepEqual(unread, ["D01 unit-5", "F02 unit-8"]);
    const { CFAssociations, CFItems } = packageIn("en");
    const codeOf = new Map(CFItems.map((one) => [one.identifier, one.humanCodingScheme]));
    const said = CFAssociations.filter(
      ({ destinationNodeURI }) => destinationNodeURI.targetType !== undefined,
    ).map(
      ({ originNodeURI, destinationNodeURI }) =>
        `${codeOf.get(originNodeURI.identifier)} ${destinationNodeURI.identifier.split("/")[1]}`,
    );
    assert.ok(said.includes("C06 unit-6"));
    for (const each of unread) assert.ok(!said.includes(each), each);
  });
});

suite("the framework as a table", () => {
  const lines = exportFramework("csv", { language: "en", origin }).trimEnd().split("\r\n");

  test("has a row for every competency, and opens as UTF-8", () => {
    assert.equal(lines.length, 72);
    assert.ok(lines[0]!.startsWith("\uFEFFversion,id,"));
  });

  test("tells a verified code of O*NET from one that is not", () => {
    const row = (id: string) => lines.find((line) => line.startsWith(`0.3.0,${id},`)) ?? "";
    assert.match(row("C01"), /,13-1199\.06,yes,/);
    assert.match(row("D01"), /,13-1161\.01,no,/);
    assert.match(row("D01"), /,special-assessment unit-5 broad,/);
  });
});
