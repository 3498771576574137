import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { decideCertificate } from "@echelon/kernel/assessment/certificate/decide-certificate.ts";
import { loadFramework } from "@echelon/courses/competency-framework.ts";
import { applicationFor } from "./certificate-application.ts";

const now = new Date("2026-11-30T08:00:00Z");
const nothing = { mastery: [], practiceMinutes: 0, holds: [], extras: {}, now };

/** Everything mastered, in many contexts, by several raters. */
const everything = {
  ...nothing,
  practiceMinutes: 300 * 60,
  mastery: loadFramework().framework.competencies.map(({ id }) => ({
    person_id: "",
    competency: id,
    theta: 3,
    variance: 0.1,
    day: Math.floor(now.getTime() / 86_400_000),
    pieces: 9,
    contexts: 4,
    raters: 2,
  })),
};

suite("an application for a certificate", () => {
  test("is there for every profile of the framework, and for no other", () => {
    for (const { role, echelon } of loadFramework().framework.profiles) {
      assert.ok(applicationFor(role, echelon, nothing) !== null, `${role} ${echelon}`);
    }
    assert.equal(applicationFor("R8", "E1", nothing), null);
    assert.equal(applicationFor("R1", "E9", nothing), null);
  });

  test("of who has shown nothing lacks everything that is asked", () => {
    const { missing } = decideCertificate(applicationFor("R2", "E1", nothing)!);
    assert.deepEqual(
      missing.map(({ kind }) => kind),
      ["core", "floor", "electives", "practice-hours", "extra"],
    );
    const [core, , electives] = missing;
    assert.deepEqual(core?.kind === "core" && [core.have, core.need], [0, 5]);
    // Half of the 24 competencies of the first echelon outside a marketer's core.
    assert.deepEqual(electives?.kind === "electives" && electives.need, 12);
  });

  test("of who can do everything lacks what cannot be had here yet, and nothing else", () => {
    for (const { role, echelon } of loadFramework().framework.profiles) {
      const { missing } = decideCertificate(applicationFor(role, echelon, everything)!);
      assert.ok(missing.length > 0);
      assert.ok(
        missing.every(({ kind }) => kind === "extra"),
        `${role} ${echelon}`,
      );
    }
  });

  test("for the third echelon asks the core of who leads, too, and three roles", () => {
    const application = applicationFor("R1", "E3", nothing)!;
    assert.deepEqual(
      application.cores.map(({ role }) => role),
      ["R1", "R8"],
    );
    assert.equal(application.rule.minRoles, 3);
    assert.equal(application.breadth.length, 8);
    assert.equal(applicationFor("R8", "E3", nothing)!.cores.length, 1);
  });
});
