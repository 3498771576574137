import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Caller } from "../../../platform/http/caller.ts";
import { demo } from "../../identity/index.ts";
import {
  closeDay,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";

suite("marks that leave the house", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  test("leave a line that says who took them", async () => {
    const season = await runningSeason(house);
    await closeDay(house, season, 1);
    const where = { season };
    await house.call(people.teacher, "GET /practice/seasons/:season/gradebook", {
      where,
      asks: { language: "en" },
    });
    await house.call(people.teacher, "GET /practice/seasons/:season/season.json", { where });
    const refused = await house.call(
      people.student(0),
      "GET /practice/seasons/:season/season.json",
      {
        where,
      },
    );
    assert.equal(refused.code, "platform/not-allowed");
    const organisation = demo.school.id;
    const head: Caller = {
      person: demo.teacher.id,
      locale: "zh",
      roles: [{ organisation, role: "head" }],
    };
    const audit = await house.call(head, "GET /organisations/:organisation/audit", {
      where: { organisation },
    });
    const lines = audit.body.items.filter(({ deed }) => deed.endsWith("-exported"));
    assert.deepEqual(
      lines
        .map(({ deed, by, facts }) => [deed, by?.name, facts["day"]])
        .toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))),
      [
        ["gradebook-exported", demo.teacher.name, 1],
        ["season-exported", demo.teacher.name, 1],
      ],
    );
  });
});
