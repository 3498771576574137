import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { overlay, overlaysMax } from "./check-overlays.ts";
import { checkVersions, stepBetween, stepOf } from "./check-versions.ts";
import { loadFramework } from "./framework-folder.ts";
import { looseOverlay } from "./framework-for-tests.ts";
import { Overlay } from "./framework-shape.ts";

const core = loadFramework();
const ids = core.framework.competencies.map(({ id }) => id);

function overlayOf(name: string, parts: Partial<Overlay>): Overlay {
  const [written] = Object.values(looseOverlay(name, parts));
  return Overlay.parse(written);
}

const anOverlay = fc
  .record({
    layer: fc.constantFrom("region" as const, "school" as const),
    thresholds: fc.array(
      fc.record({
        competency: fc.constantFrom(...ids),
        threshold: fc.double({ noNaN: true, noDefaultInfinity: true }),
      }),
      { maxLength: 6 },
    ),
    counts: fc.array(
      fc.record({
        competency: fc.constantFrom(...ids),
        minCount: fc.integer({ min: 1, max: 99 }),
      }),
      { maxLength: 6 },
    ),
    cores: fc.array(
      fc.record({
        role: fc.constantFrom("R1", "R5"),
        echelon: fc.constantFrom("E1", "E2"),
        add: fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: 3 },
    ),
  })
  .map((parts) => (name: string) => overlayOf(name, parts));

suite("overlays", () => {
  test("whatever overlays say, no competency becomes easier, leaves a core or is renamed", () => {
    fc.assert(
      fc.property(fc.array(anOverlay, { maxLength: 4 }), (made) => {
        const { bundle } = overlay(
          core,
          made.map((one, at) => one(`o${at}`)),
        );
        core.framework.competencies.forEach((before, at) => {
          const after = bundle.framework.competencies[at]!;
          const [was, is] = [before.evidence[0]!, after.evidence[0]!];
          assert.deepEqual({ ...after, evidence: [] }, { ...before, evidence: [] });
          assert.ok(is.minCount >= was.minCount);
          assert.ok(
            was.op === ">=" ? is.threshold >= was.threshold : is.threshold <= was.threshold,
          );
        });
        core.framework.profiles.forEach(({ core: before }, at) => {
          const after = bundle.framework.profiles[at]!.core;
          assert.deepEqual(after.slice(0, before.length), before);
        });
      }),
    );
  });

  test("a school raises what its region raised, and may not lower it again", () => {
    const region = overlayOf("zj", { thresholds: [{ competency: "A01", threshold: 0.85 }] });
    const school = (threshold: number) =>
      overlayOf("nb", { layer: "school", thresholds: [{ competency: "A01", threshold }] });
    const higher = overlay(core, [school(0.9), region]);
    assert.deepEqual(higher.findings, []);
    assert.equal(higher.bundle.framework.competencies[0]!.evidence[0]!.threshold, 0.9);
    const lower = overlay(core, [school(0.82), region]);
    assert.deepEqual(
      lower.findings.map(({ code, path, facts }) => [code, path, facts["other"]]),
      [
        [
          "overlay-conflict",
          "overlays/nb/overlay.json/thresholds/A01",
          "overlays/zj/overlay.json/thresholds/A01",
        ],
      ],
    );
    assert.equal(lower.bundle.framework.competencies[0]!.evidence[0]!.threshold, 0.85);
  });

  test("a school weighs a competency anew after its region, but two schools do not", () => {
    const weighs = (name: string, layer: Overlay["layer"], weight: number) =>
      overlayOf(name, { layer, weights: [{ competency: "H01", weight }] });
    const later = overlay(core, [weighs("nb", "school", 3), weighs("zj", "region", 2)]);
    assert.deepEqual([later.findings, later.weights.get("H01")], [[], 3]);
    const both = overlay(core, [weighs("nb", "school", 3), weighs("hz", "school", 2)]);
    assert.deepEqual(
      both.findings.map(({ code, facts }) => [code, facts["other"]]),
      [["overlay-conflict", "overlays/nb/overlay.json/weights/H01"]],
    );
  });

  test("a region adds a competency of its own with its event, measure and anchors", () => {
    const [first] = core.framework.competencies;
    const added = {
      ...first!,
      id: "zj:A01",
      evidence: [{ event: "fair.attended", measure: "leads", op: ">=", threshold: 5, minCount: 1 }],
      rubric: { required: true },
    } as const;
    const parts: Partial<Overlay> = {
      competencies: [added],
      events: [
        { event: "fair.attended", name: { zh: "参展", en: "fairs attended" }, measures: ["leads"] },
      ],
      measures: [
        {
          ...core.measures[0]!,
          event: "fair.attended",
          measure: "leads",
          unit: "count",
          worst: 0,
          best: 20,
        },
      ],
      cores: [{ role: "R1", echelon: "E2", add: ["zj:A01"] }],
    };
    const anchors = { "zj:A01": core.anchors.competencies["A05"]! };
    assert.deepEqual(overlay(core, [overlayOf("zj", { ...parts, anchors })]).findings, []);
    assert.deepEqual(
      overlay(core, [overlayOf("zj", parts)]).findings.map(({ code, path }) => [code, path]),
      [["anchors-missing", "overlays/zj/overlay.json/competencies/zj:A01"]],
    );
  });

  test("there are two hundred overlays at most", () => {
    const many = Array.from({ length: overlaysMax + 1 }, (_, at) => overlayOf(`o${at}`, {}));
    assert.deepEqual(overlay(core, many.slice(1)).findings, []);
    assert.deepEqual(
      overlay(core, many).findings.map(({ code }) => code),
      ["too-many"],
    );
  });
});

suite("versions", () => {
  const { framework } = core;
  const of = (version: string, changes: Partial<typeof framework> = {}) => ({
    ...core,
    framework: { ...framework, version, ...changes },
  });
  const [first, ...rest] = framework.competencies;

  test("texts are a patch, additions minor, changed rules and cores major", () => {
    const renamed = { ...first!, name: { zh: "术语", en: "Terms" } };
    const harder = { ...first!, evidence: [{ ...first!.evidence[0]!, threshold: 0.9 }] };
    const added = { ...first!, id: "A98" };
    const [profile, ...profiles] = framework.profiles;
    const inCore = { ...profile!, core: [...profile!.core, "A98"] };
    const withKnown = { ...profile!, core: [...profile!.core, "A02"] };
    const step = (changes: Partial<typeof framework>) => stepBetween(core, of("9.0.0", changes));
    assert.equal(step({}), "none");
    assert.equal(step({ competencies: [renamed, ...rest] }), "patch");
    assert.equal(step({ competencies: [...framework.competencies, added] }), "minor");
    const grown = { competencies: [...framework.competencies, added] };
    assert.equal(step({ ...grown, profiles: [inCore, ...profiles] }), "minor");
    assert.equal(step({ competencies: [harder, ...rest] }), "major");
    assert.equal(step({ profiles: [withKnown, ...profiles] }), "major");
    assert.equal(step({ competencies: rest }), "major");
    const measures = core.measures.map((one, at) => (at === 0 ? { ...one, best: 0.3 } : one));
    assert.equal(stepBetween(core, { ...of("9.0.0"), measures }), "major");
  });

  test("a renamed competency keeps the old one's credentials valid", () => {
    const heir = { ...first!, id: "A97", supersedes: ["A01@0.3.0"] };
    const profiles = framework.profiles.map((one) => ({
      ...one,
      core: one.core.map((id) => (id === "A01" ? "A97" : id)),
    }));
    const after = of("1.0.0", { competencies: [heir, ...rest], profiles });
    assert.deepEqual(checkVersions([core], after), []);
    const { supersedes: _, ...alone } = heir;
    const lost = of("1.0.0", { competencies: [alone, ...rest], profiles });
    assert.deepEqual(
      checkVersions([core], lost).map(({ code }) => code),
      ["competency-lost"],
    );
  });

  test("a later version has a higher number, and the number says how far it is", () => {
    assert.equal(stepOf("1.2.3", "1.2.4"), "patch");
    assert.equal(stepOf("1.2.3", "1.10.0"), "minor");
    assert.equal(stepOf("1.2.3", "2.0.0"), "major");
    assert.equal(stepOf("1.2.3", "1.1.9"), null);
    const patched = of("0.3.0", { areas: framework.areas.toReversed() });
    assert.deepEqual(
      checkVersions([core], patched).map(({ code, facts }) => [code, facts["needed"]]),
      [["version-step", "patch"]],
    );
  });
});
