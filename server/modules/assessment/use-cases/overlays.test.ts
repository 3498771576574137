import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { OverlayDraft, OverlayPlace } from "@echelon/contract/assessment/overlays.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { demo } from "../../identity/index.ts";
import { people, runningSeason } from "../../practice/testing/practice-class.ts";
import { sellingStore } from "../../practice/testing/selling-store.ts";
import { coreFramework } from "../applied-framework.ts";
import { frameworkOfVersion } from "../school-framework.ts";
import { piecesOfContext } from "../store/piece-store.ts";
import { holding } from "../testing/certified-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";

/** A season in which goods are sold on its first days. */
const luck = 7;
const nothing: OverlayDraft = {
  title: { zh: "本校要求", en: "Our school" },
  competencies: [],
  cores: [],
  thresholds: [],
  counts: [],
  weights: [],
};
const both = (zh: string, en: string) => ({ zh, en });
const ofSchool: OverlayPlace = { layer: "school", school: demo.school.id };
const everywhere: OverlayPlace = { layer: "region", schools: null };
const profile = { role: "R1", echelon: "E1" };

suite("what a school asks beyond the core", () => {
  let house: EvidenceHouse;
  let season: string;
  const head = holding("01900000-0000-7000-8000-0000000000dd", demo.school.id, "head");
  const operator = holding("01900000-0000-7000-8000-0000000000ee", demo.operator.id, "operator");
  const foreign = holding("01900000-0000-7000-8000-0000000000df", demo.association.id, "officer");
  const student = people.student(0);
  const c02 = coreFramework().view.competencies.find(({ id }) => id === "C02")!;

  before(async () => {
    house = await evidenceHouse();
    season = await runningSeason(house, 9, {}, luck);
    await sellingStore(house, season, { place: 0, products: 4, feeMinor: 300, priceBp: 9_000 });
    await house.closeDays(season, 1, 5);
    await house.gather();
  });
  after(() => house.stop());

  const write = (
    caller: Caller,
    overlay: string,
    draft: Partial<OverlayDraft>,
    place: OverlayPlace = ofSchool,
    rest: { after?: string | null; does?: "look" | "take" } = {},
  ) =>
    house.call(caller, "PUT /assessment/overlays/:overlay", {
      where: { overlay },
      body: { place, draft: { ...nothing, ...draft }, after: null, does: "take", ...rest },
    });
  const framework = async (caller: Caller) => (await house.call(caller, "GET /framework")).body;
  const raised = { thresholds: [{ competency: "C02", threshold: 0.95 }] };

  test("is said by its head or the operator, and by nobody else", async () => {
    for (const caller of [student, people.teacher, people.assistant])
      assert.equal((await write(caller, "nb", {})).code, "platform/not-allowed");
    assert.equal((await write(foreign, "nb", {})).code, "platform/not-allowed");
    assert.equal((await write(head, "nb", {}, everywhere)).code, "platform/not-allowed");
    const association: OverlayPlace = { layer: "school", school: demo.association.id };
    assert.equal((await write(operator, "nb", {}, association)).code, "platform/not-allowed");
    assert.deepEqual((await house.call(head, "GET /assessment/overlays")).body.overlays, []);
  });

  test("changes nothing while it is looked at, and never lowers", async () => {
    const looked = await write(head, "nb", raised, ofSchool, { does: "look" });
    assert.deepEqual(looked.body, { findings: [], version: "1.0.0", isTaken: false });
    assert.equal((await framework(student)).version, coreFramework().version);
    const lowers = { thresholds: [{ competency: "C02", threshold: 0.1 }] };
    const { body } = await write(head, "nb", lowers);
    assert.deepEqual(
      body.findings.map(({ code, path }) => [code, path]),
      [["overlay-lowers", "overlays/nb/overlay.json/thresholds/C02"]],
    );
    assert.equal(body.isTaken, false);
    const fewer = { counts: [{ competency: "C02", minCount: c02.rule.minCount - 1 }] };
    assert.equal((await write(head, "nb", fewer)).body.findings[0]?.code, "overlay-lowers");
    assert.deepEqual((await house.call(head, "GET /assessment/overlays")).body.overlays, []);
  });

  test("is seen by the people of the school, and by nobody outside", async () => {
    const added = {
      id: "A01",
      area: "A",
      name: both("直播外语表达", "Speaks in live streams"),
      courses: ["C1"],
      roles: ["R1"],
      echelon: "E1",
      rule: {
        event: "listing.published",
        measure: "completeness",
        op: ">=",
        threshold: 0.9,
        minCount: 2,
      },
      anchors: null,
    } as const;
    const listing = c02.rule;
    const competencies = [
      {
        ...added,
        courses: ["C1"],
        roles: ["R1"],
        rule: { ...added.rule, event: listing.event, measure: listing.measure },
      },
    ];
    const { body } = await write(head, "nb", {
      ...raised,
      competencies,
      cores: [{ ...profile, add: ["nb:A01"] }],
      counts: [{ competency: "C02", minCount: c02.rule.minCount + 1 }],
      weights: [{ competency: "C01", weight: 3 }],
    });
    assert.deepEqual(body, { findings: [], version: "1.0.0", isTaken: true });
    for (const caller of [student, people.teacher, head]) {
      const seen = await framework(caller);
      assert.equal(seen.version, `${coreFramework().version}+nb.1.0.0`);
      const own = seen.competencies.find(({ id }) => id === "C02");
      assert.deepEqual([own?.rule.threshold, own?.rule.minCount], [0.95, c02.rule.minCount + 1]);
      const { threshold, minCount } = c02.rule;
      assert.deepEqual(own?.raised, { threshold, minCount, by: ["nb"] });
      assert.equal(seen.competencies.find(({ id }) => id === "C01")?.weight, 3);
      const core = seen.profiles.find((one) => one.role === "R1" && one.echelon === "E1")?.core;
      assert.ok(core?.includes("nb:A01"));
    }
    for (const caller of [foreign, operator])
      assert.equal((await framework(caller)).version, coreFramework().version);
    const { body: overlays } = await house.call(people.teacher, "GET /assessment/overlays");
    assert.deepEqual(
      overlays.overlays.map(({ name, mayChange }) => [name, mayChange]),
      [["nb", false]],
    );
    assert.deepEqual((await house.call(foreign, "GET /assessment/overlays")).body.overlays, []);
  });

  test("judges no season anew that had begun, and every one that begins later", async () => {
    await house.closeDays(season, 6, 7);
    await house.gather();
    const old = await piecesOfContext(house.app.means.database, season);
    assert.ok(old.length > 0 && old.every(({ reason }) => reason === null));
    const { rows } = await house.fresh.owner.pool.query<{ version: string }>(
      "select distinct framework_version as version from assessment.piece where context_id = $1",
      [season],
    );
    assert.deepEqual(rows, [{ version: coreFramework().version }]);
    const later = await runningSeason(house, 7, {}, luck);
    await sellingStore(house, later, { place: 0, products: 4, feeMinor: 300, priceBp: 9_000 });
    await house.closeDays(later, 1, 3);
    await house.gather();
    const { rows: found } = await house.fresh.owner.pool.query<{
      competency: string;
      version: string;
      threshold: number;
    }>(
      `select competency, framework_version as version, (detail->>'threshold')::float8 as threshold
         from assessment.piece where context_id = $1 order by competency`,
      [later],
    );
    assert.ok(found.every(({ version }) => version === `${coreFramework().version}+nb.1.0.0`));
    assert.equal(found.find(({ competency }) => competency === "C02")?.threshold, 0.95);
    assert.equal(found.find(({ competency }) => competency === "nb:A01")?.threshold, 0.9);
    const { body } = await house.call(student, "GET /assessment/people/:person", {
      where: { person: student.person },
    });
    assert.ok(body.standings.some(({ competency }) => competency === "nb:A01"));
  });

  test("is asked for a certificate, and the decision tells its version", async () => {
    const where = { class: house.classId };
    const { body } = await house.call(people.teacher, "POST /assessment/classes/:class/decisions", {
      where,
      body: { ...profile, person: student.person },
    });
    assert.equal(body.frameworkVersion, `${coreFramework().version}+nb.1.0.0`);
    const core = body.missing.find(({ kind }) => kind === "core");
    assert.ok(core?.kind === "core" && core.short.some((one) => one.competency === "nb:A01"));
    const kept = await frameworkOfVersion(house.app.means.database, body.frameworkVersion);
    assert.ok(kept.view.competencies.some(({ id }) => id === "nb:A01"));
  });

  test("has versions by what changed, and is not overwritten unseen", async () => {
    const [before] = (await house.call(head, "GET /assessment/overlays")).body.overlays;
    const { draft } = before!;
    const change = async (changed: Partial<OverlayDraft>, after: string) =>
      (await write(head, "nb", { ...draft, ...changed }, ofSchool, { after })).body.version;
    assert.equal(await change({}, "1.0.0"), "1.0.0");
    assert.equal(await change({ title: both("甲", "A") }, "1.0.0"), "1.0.1");
    assert.equal(
      (await write(head, "nb", draft, ofSchool, { after: "1.0.0" })).code,
      "assessment/overlay-changed",
    );
    assert.equal((await write(head, "nb", draft)).code, "assessment/overlay-name-taken");
    const [one] = draft.competencies;
    const more = [one!, { ...one!, id: "A02" }];
    assert.equal(await change({ title: both("甲", "A"), competencies: more }, "1.0.1"), "1.1.0");
    assert.equal(await change({ weights: [] }, "1.1.0"), "2.0.0");
    await assert.rejects(
      house.fresh.owner.pool.query("update assessment.overlay_version set version = '9.9.9'"),
      /append-only/,
    );
  });

  test("must not contradict its region: both places are told, and neither is changed", async () => {
    const region = (threshold: number, does: "look" | "take" = "take") =>
      write(operator, "zj", { thresholds: [{ competency: "C02", threshold }] }, everywhere, {
        does,
      });
    const { body } = await region(0.97);
    assert.deepEqual(
      body.findings.map(({ code, path, facts }) => [code, path, facts["other"]]),
      [
        [
          "overlay-conflict",
          "overlays/nb/overlay.json/thresholds/C02",
          "overlays/zj/overlay.json/thresholds/C02",
        ],
      ],
    );
    assert.equal((await region(0.9)).body.isTaken, true);
    assert.match((await framework(student)).version, /\+zj\.1\.0\.0\.nb\.2\.0\.0$/);
    // The operator is of no school, and sees the core; a region's is held in every school.
    assert.deepEqual((await framework(operator)).overlays, []);
  });

  test("ends, and what was shown under it still tells it", async () => {
    const end = (caller: Caller, overlay: string) =>
      house.call(caller, "DELETE /assessment/overlays/:overlay", { where: { overlay } });
    assert.equal((await end(head, "zj")).code, "assessment/no-such-overlay");
    assert.equal((await end(head, "nb")).code, null);
    assert.match((await framework(student)).version, /\+zj\.1\.0\.0$/);
    const { overlays } = (await house.call(head, "GET /assessment/overlays")).body;
    assert.equal(overlays.find(({ name }) => name === "nb")?.isEnded, true);
    const version = `${coreFramework().version}+nb.1.0.0`;
    assert.equal((await frameworkOfVersion(house.app.means.database, version)).version, version);
  });
});
