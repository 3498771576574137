import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { checkFramework } from "./check-framework.ts";
import { type FindingCode, findingCodes } from "./finding.ts";
import { loadFramework } from "./framework-folder.ts";
import {
  type Loose,
  looseBundle,
  type LooseBundle,
  looseOverlay,
  type MoreFiles,
  readWritten,
} from "./framework-for-tests.ts";

type Plant = (bundle: LooseBundle) => MoreFiles | void;
type Planted = readonly [title: string, code: FindingCode, path: string, plant: Plant];

const competency = (bundle: LooseBundle, id: string): Loose =>
  bundle.framework.competencies.find((one: Loose) => one.id === id);

const planted: readonly Planted[] = [
  ["a file is missing", "unreadable", "measures.json", () => ({ "measures.json": null })],
  [
    "a file is no JSON object of its kind",
    "shape",
    "framework.json/roles",
    ({ framework }) => void (framework.roles = "R1"),
  ],
  [
    "a field is nobody's",
    "shape",
    "framework.json/areas/0",
    ({ framework }) => void (framework.areas[0].nmae = "A"),
  ],
  [
    "a name has no English",
    "missing-language",
    "framework.json/competencies/0/name/en",
    (bundle) => void delete competency(bundle, "A01").name.en,
  ],
  [
    "a name is English in the place of Chinese",
    "missing-language",
    "anchors.json/competencies/A05/3/zh",
    ({ anchors }) => void (anchors.competencies.A05[3].zh = "All eleven clauses"),
  ],
  [
    "a rule compares otherwise",
    "op-unknown",
    "framework.json/competencies/0/evidence/0/op",
    (bundle) => void (competency(bundle, "A01").evidence[0].op = ">"),
  ],
  [
    "no event makes a piece",
    "count-too-low",
    "framework.json/competencies/0/evidence/0/minCount",
    (bundle) => void (competency(bundle, "A01").evidence[0].minCount = 0),
  ],
  [
    "two competencies have one id",
    "duplicate-id",
    "framework.json/competencies/A01",
    (bundle) => void (competency(bundle, "A02").id = "A01"),
  ],
  [
    "a competency stands in a core twice",
    "duplicate-id",
    "framework.json/profiles/R1 E1/core/A01",
    ({ framework }) => void framework.profiles[0].core.push("A01"),
  ],
  ...(["area", "echelon"] as const).map((field): Planted => [
    `no such ${field}`,
    "dangling-reference",
    `framework.json/competencies/A01/${field}`,
    (bundle) => void (competency(bundle, "A01")[field] = "Z9"),
  ]),
  ...(["courses", "roles"] as const).map((field): Planted => [
    `none of the ${field}`,
    "dangling-reference",
    `framework.json/competencies/A01/${field}/0`,
    (bundle) => void (competency(bundle, "A01")[field][0] = "Z9"),
  ]),
  [
    "no such event",
    "dangling-reference",
    "framework.json/competencies/A01/evidence/0",
    (bundle) => void (competency(bundle, "A01").evidence[0].event = "quote.dreamt"),
  ],
  [
    "no such measure of an event",
    "dangling-reference",
    "framework.json/competencies/A01/evidence/0",
    (bundle) => void (competency(bundle, "A01").evidence[0].measure = "onTime"),
  ],
  [
    "a core asks for what there is not",
    "dangling-reference",
    "framework.json/profiles/R1 E1/core/0",
    ({ framework }) => void (framework.profiles[0].core[0] = "Z99"),
  ],
  [
    "an elective is not there",
    "dangling-reference",
    "framework.json/crossRoleE3/0",
    ({ framework }) => void (framework.crossRoleE3[0] = "Z99"),
  ],
  [
    "a certificate's level is not there",
    "dangling-reference",
    "framework.json/certificates/X-B2B/levels/0",
    ({ framework }) => void (framework.certificates[0].levels[0].echelon = "E9"),
  ],
  [
    "anchors are nobody's",
    "dangling-reference",
    "anchors.json/competencies/Z99",
    ({ anchors }) => void (anchors.competencies.Z99 = anchors.competencies.A05),
  ],
  [
    "a mapping is of nobody",
    "dangling-reference",
    "mappings.json/rows/0/of",
    ({ mappings }) => void (mappings.rows[0].of = "Z99"),
  ],
  [
    "a described measure is nobody's",
    "dangling-reference",
    "measures.json/order.shipped charm",
    ({ measures }) =>
      void measures.push({ ...measures[0], event: "order.shipped", measure: "charm" }),
  ],
  [
    "nobody asks about an event",
    "unused",
    "framework.json/events/quote.submitted costErrorPct",
    (bundle) => void (competency(bundle, "A03").evidence = competency(bundle, "A01").evidence),
  ],
  [
    "a course teaches nothing",
    "unused",
    "framework.json/courses/C9",
    ({ framework }) => void framework.courses.push({ ...framework.courses[0], id: "C9" }),
  ],
  [
    "a measure is not described",
    "measure-undescribed",
    "framework.json/events/asset.tested ctrLift",
    ({ measures }) => void measures.shift(),
  ],
  [
    "a rule asks for what is worse",
    "op-against-measure",
    "framework.json/competencies/A01/evidence/0",
    (bundle) => void (competency(bundle, "A01").evidence[0].op = "<="),
  ],
  [
    "a threshold is better than the best",
    "threshold-outside",
    "framework.json/competencies/A01/evidence/0",
    (bundle) => void (competency(bundle, "A01").evidence[0].threshold = 1.1),
  ],
  [
    "a threshold is reached by the worst",
    "threshold-outside",
    "framework.json/competencies/A03/evidence/0",
    (bundle) => void (competency(bundle, "A03").evidence[0].threshold = 15),
  ],
  [
    "the best is worse than the worst",
    "bounds-against-measure",
    "measures.json/asset.tested ctrLift",
    ({ measures }) => void (measures[0].best = -0.3),
  ],
  [
    "a profile is thin",
    "profile-thin",
    "framework.json/profiles/R2 E1",
    ({ framework }) => void framework.profiles.find((p: Loose) => p.role === "R2").core.pop(),
  ],
  [
    "a core leaves out what its role must be able to do",
    "core-incomplete",
    "framework.json/profiles/R1 E1/core",
    ({ framework }) => void framework.profiles[0].core.shift(),
  ],
  [
    "nobody says what the marks look like",
    "anchors-missing",
    "anchors.json/competencies/A05",
    ({ anchors }) => void delete anchors.competencies.A05,
  ],
  [
    "a required rubric has the general words",
    "anchors-general",
    "anchors.json/competencies/A05/2/en",
    ({ anchors }) => void (anchors.competencies.A05[2] = anchors.general[2]),
  ],
  [
    "two marks look the same",
    "anchors-alike",
    "anchors.json/competencies/A05/zh",
    ({ anchors }) => void (anchors.competencies.A05[2] = anchors.competencies.A05[3]),
  ],
  [
    "what is called verified was never read",
    "verified-without-source",
    "mappings.json/rows/0",
    ({ mappings }) => void (mappings.rows[0].seen = null),
  ],
  [
    "there are more competencies than the house bears",
    "too-many",
    "framework.json/competencies",
    ({ framework }) => {
      const [first] = framework.competencies;
      for (let at = 0; at < 2000; at += 1)
        framework.competencies.push({ ...first, id: `Q${at}`, roles: ["R1"], echelon: "E3" });
    },
  ],
  [
    "a file lies where overlays have folders",
    "unreadable",
    "overlays/xy.json/overlay.json",
    () => ({ "overlays/xy.json": {} }),
  ],
  ["a file is called as a folder is", "unreadable", "overlays", () => ({ overlays: {} })],
  [
    "a folder is called as a version is",
    "unreadable",
    "versions/0.2.0.json",
    () => ({ "versions/0.2.0.json/framework.json": {} }),
  ],
  [
    "an overlay lies in a folder of another name",
    "misnamed",
    "overlays/yz/overlay.json/name",
    () => ({ "overlays/yz/overlay.json": Object.values(looseOverlay("xy"))[0] }),
  ],
  [
    "a version lies in a file of another number",
    "misnamed",
    "versions/0.1.0.json/framework/version",
    () => ({ "versions/0.1.0.json": { ...looseBundle(), framework: ofVersion("0.2.0") } }),
  ],
  [
    "a version that there was is the current one",
    "version-repeated",
    "versions/0.3.0.json",
    () => ({ "versions/0.3.0.json": looseBundle() }),
  ],
  [
    "an overlay takes away",
    "overlay-may-not",
    "overlays/xy/overlay.json",
    () => looseOverlay("xy", { remove: ["A01"] }),
  ],
  [
    "an overlay renames",
    "overlay-may-not",
    "overlays/xy/overlay.json/thresholds/0",
    () => looseOverlay("xy", { thresholds: [{ competency: "A01", threshold: 0.9, name: "术语" }] }),
  ],
  [
    "an overlay says anew what a mark of the core looks like",
    "overlay-may-not",
    "overlays/xy/overlay.json/anchors/A05",
    ({ anchors }) => looseOverlay("xy", { anchors: { A05: anchors.competencies.B01 } }),
  ],
  [
    "an overlay adds what does not bear its name",
    "overlay-id",
    "overlays/xy/overlay.json/competencies/A99",
    (bundle) => looseOverlay("xy", { competencies: [{ ...competency(bundle, "A01"), id: "A99" }] }),
  ],
  [
    "an overlay lowers a threshold",
    "overlay-lowers",
    "overlays/xy/overlay.json/thresholds/A01",
    () => looseOverlay("xy", { thresholds: [{ competency: "A01", threshold: 0.7 }] }),
  ],
  [
    "an overlay raises a threshold beyond what can be reached",
    "threshold-outside",
    "overlays/xy/overlay.json/thresholds/A01",
    () => looseOverlay("xy", { thresholds: [{ competency: "A01", threshold: 1.2 }] }),
  ],
  [
    "two overlays of one layer contradict each other",
    "overlay-conflict",
    "overlays/yz/overlay.json/thresholds/A01",
    () => ({
      ...looseOverlay("xy", { thresholds: [{ competency: "A01", threshold: 0.85 }] }),
      ...looseOverlay("yz", { thresholds: [{ competency: "A01", threshold: 0.9 }] }),
    }),
  ],
  [
    "a competency is lost between two versions",
    "competency-lost",
    "framework.json/competencies/Z99",
    () => ({ "versions/0.2.0.json": withAnother("Z99") }),
  ],
  [
    "a changed threshold calls itself a patch",
    "version-step",
    "framework.json/version",
    (bundle) => {
      competency(bundle, "A01").evidence[0].threshold = 0.85;
      bundle.framework.version = "0.3.1";
      return { "versions/0.3.0.json": looseBundle() };
    },
  ],
  [
    "a competency supersedes what never was",
    "supersedes-unknown",
    "framework.json/competencies/A01/supersedes/0",
    (bundle) => void (competency(bundle, "A01").supersedes = ["A99@0.2.0"]),
  ],
  [
    "a competency supersedes one that is still there",
    "supersedes-present",
    "framework.json/competencies/A01/supersedes/0",
    (bundle) => {
      competency(bundle, "A01").supersedes = ["A02@0.2.0"];
      return { "versions/0.2.0.json": { ...looseBundle(), framework: ofVersion("0.2.0") } };
    },
  ],
];

function ofVersion(version: string): Loose {
  return { ...looseBundle().framework, version };
}

/** A version that knew one competency more. */
function withAnother(id: string): LooseBundle {
  const bundle = looseBundle();
  bundle.framework.version = "0.2.0";
  bundle.framework.competencies.push({ ...competency(bundle, "A01"), id });
  return bundle;
}

suite("a fault in the framework is found where it stands", () => {
  for (const [title, code, path, plant] of planted)
    test(title, () => {
      const bundle = looseBundle();
      const more = plant(bundle) ?? {};
      const { findings } = readWritten(bundle, more);
      const found = findings.map((one) => `${one.code} ${one.path}`);
      assert.ok(found.includes(`${code} ${path}`), found.slice(0, 10).join("\n"));
    });

  test("a fault of the core is told once, however many overlays lie upon it", () => {
    const bundle = looseBundle();
    competency(bundle, "A01").area = "Z9";
    bundle.framework.profiles[0].core.shift();
    const alone = readWritten(bundle).findings;
    const { findings } = readWritten(bundle, { ...looseOverlay("xy"), ...looseOverlay("yz") });
    assert.ok(alone.length > 1);
    assert.deepEqual(findings, alone);
  });

  test("each kind of fault is planted once at least", () => {
    const codes = new Set(planted.map(([, code]) => code));
    assert.deepEqual(
      findingCodes.filter((code) => !codes.has(code)),
      [],
    );
  });

  test("what is written as it ships has none", () => {
    assert.deepEqual(readWritten(looseBundle()).findings, []);
    assert.deepEqual(checkFramework(loadFramework()), []);
  });
});
