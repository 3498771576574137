import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { manualClock } from "../../../platform/clock/clock.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { demo } from "../../identity/index.ts";
import { people, practiceHouse, type PracticeHouse } from "../testing/practice-class.ts";

suite("the operator's page", () => {
  const clock = manualClock(new Date("2026-11-29T08:00:00Z"));
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse({ clock });
  });
  after(() => house.stop());

  const operator: Caller = {
    person: demo.teacher.id,
    locale: "zh",
    roles: [{ organisation: demo.school.id, role: "operator" }],
  };
  const codes = async () => {
    const { body } = await house.call(operator, "GET /status");
    return new Set(body.notes.map(({ code }) => code));
  };

  test("names the rules of the atlas that are due for review", async () => {
    assert.deepEqual([...(await codes())], ["rules-unread"]);
    clock.set(new Date("2027-01-15T08:00:00Z"));
    assert.ok((await codes()).has("rules-recheck"));
    clock.set(new Date("2028-06-01T08:00:00Z"));
    const later = await codes();
    for (const code of ["rules-ending", "rules-old", "exchange-old"])
      assert.ok(later.has(code), code);
  });

  test("is for the operator alone", async () => {
    assert.equal((await house.call(people.teacher, "GET /status")).code, "platform/not-allowed");
  });
});
