import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Means } from "../../../platform/module.ts";
import { silentLog } from "../../../platform/log/log.ts";
import { people } from "../../practice/testing/practice-class.ts";
import type { IssueCredentialsPayload } from "../jobs.ts";
import { certifiedClass } from "../testing/certified-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";
import { issueCredentials, issuedAtOnce, monthsAfter } from "./issue-credentials.ts";

const many = 45;

suite("a batch of credentials", () => {
  let house: EvidenceHouse;
  let here: ReturnType<typeof certifiedClass>;
  before(async () => {
    house = await evidenceHouse();
    here = certifiedClass(house);
  });
  after(() => house.stop());

  const count = async () => {
    const { rows } = await house.fresh.owner.pool.query<{
      all: number;
      each: number;
      places: number;
    }>(
      `select count(*)::int as all, count(distinct decision_id)::int as each,
         count(distinct (list_id, list_index))::int as places from exchange.credential`,
    );
    return rows[0]!;
  };
  /** One step as a worker does it; `means` may fail in the middle. */
  const step = (payload: IssueCredentialsPayload, means: Means = house.app.means) =>
    means.database.transaction((tx) =>
      issueCredentials(means, {
        tx,
        payload,
        attempt: 1,
        log: silentLog,
        signal: new AbortController().signal,
      }),
    );
  const progress = async () => {
    const { body } = await house.call(people.teacher, "GET /assessment/classes/:class/signatures", {
      where: { class: house.classId },
    });
    return body.issuing;
  };

  test("goes on where it was killed, and issues each once", async () => {
    const decisions: string[] = [];
    for (let place = 0; place < many; place += 1) {
      const profile = { role: place < 40 ? "R1" : "R2", echelon: "E1" };
      decisions.push(await here.plantPass(people.student(place % 40).person, profile));
    }
    await here.sign(here.mentor, "enterprise", decisions);
    const { body } = await here.sign(people.teacher, "school", decisions);
    const issuing = body.issuing?.id ?? assert.fail("all have signed");
    await step({ issuing, from: 0 });
    assert.deepEqual(await count(), { all: 20, each: 20, places: 20 });
    let left = 12;
    const dying: Means = {
      ...house.app.means,
      newId() {
        left -= 1;
        if (left < 0) throw new Error("killed");
        return house.app.means.newId();
      },
    };
    await assert.rejects(step({ issuing, from: issuedAtOnce }, dying), /killed/);
    assert.deepEqual(await count(), { all: 20, each: 20, places: 20 }, "half a step is none");
    assert.equal((await progress())?.done, 20);
    await house.runJobs();
    assert.deepEqual(await count(), { all: many, each: many, places: many });
    const over = await progress();
    assert.ok(over?.done === many && over.endedAt !== null);
    const { rows } = await house.fresh.owner.pool.query("select taken from exchange.status_list");
    assert.deepEqual(rows, [{ taken: many }], "its list counts what it has");
    await step({ issuing, from: 0 });
    assert.equal((await count()).all, many, "a step that is done again issues nothing");
  });

  test("stays, with its list and the keys that answer for it", async () => {
    for (const table of ["credential", "status_list", "credential_key"])
      await assert.rejects(
        house.fresh.owner.pool.query(`delete from exchange.${table}`),
        /never deleted/,
        table,
      );
  });

  test("is all or nothing to sign", async () => {
    const good = await here.plantPass(people.student(0).person, { role: "R3", echelon: "E1" });
    const { code } = await here.sign(people.teacher, "school", [
      good,
      "01900000-0000-7000-8000-0000000000ff",
    ]);
    assert.equal(code, "assessment/no-such-decision");
    assert.equal((await here.sign(people.teacher, "school", [good])).body.signed, 1);
  });

  test("ends on the same day of a later month, or on that month's last", () => {
    const after = (from: string, months: number) =>
      monthsAfter(new Date(from), months).toISOString();
    assert.equal(after("2026-03-02T08:00:00Z", 36), "2029-03-02T08:00:00.000Z");
    assert.equal(after("2028-02-29T08:00:00Z", 36), "2031-02-28T08:00:00.000Z");
    assert.equal(after("2026-10-31T08:00:00Z", 4), "2027-02-28T08:00:00.000Z");
  });
});
