import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { checkData } from "@echelon/server/main.ts";
import { bookLaws } from "./book-laws.ts";
import { type Lab, openLab } from "./lab.ts";
import { askForClose, handIn } from "./scripted-class.ts";
import { sized } from "./run-length.ts";

const days = sized(10, 24);
const studentCount = sized(4, 12);

suite("the books of a season", () => {
  let lab: Lab;
  before(async () => {
    lab = await openLab({ students: studentCount, scenario: "class-40", days, bots: 12 });
    await playAll(lab);
  });
  after(() => lab.stop());

  const breaches = async (text: string) => (await lab.house.fresh.owner.pool.query(text)).rows;
  const check = () => {
    const { config, log } = lab.house.app.means;
    return checkData({ config, log, at: lab.house.fresh.at, close: async () => {} });
  };

  for (const law of bookLaws) {
    test(law.title, async () => {
      assert.deepEqual(await breaches(law.breaches), []);
    });

    test(`${law.title}, and a breach is seen`, async () => {
      const client = await lab.house.fresh.owner.pool.connect();
      try {
        await client.query("begin");
        assert.ok((await client.query(law.planted)).rowCount! > 0, "something was planted");
        assert.notEqual((await client.query(law.breaches)).rows.length, 0);
      } finally {
        await client.query("rollback");
        client.release();
      }
    });
  }

  test("are well in the eyes of `echelon check`, which names a document that is not", async () => {
    assert.deepEqual(await check(), []);
    const change = (by: number) =>
      breaches(`update practice.posting set amount_minor = amount_minor + ${by}
                 where season_id = '${lab.group.season}' and branch = 0 and day = 2 and line = 0`);
    await change(1);
    const [finding, ...others] = await check();
    await change(-1);
    assert.equal(finding?.code, "practice/document-unbalanced");
    assert.deepEqual([finding?.facts["season"], finding?.facts["day"]], [lab.group.season, 2]);
    assert.deepEqual(others, []);
  });
});

/** All days, with what a steward does: help, a penalty, an event, and one day played again. */
async function playAll({ group }: Lab): Promise<void> {
  const { teacher, season, students } = group;
  for (let day = 1; day <= days; day += 1) {
    await Promise.all(students.map((student) => handIn(student, day)));
    if (day === 5) await steer(group, day);
    await askForClose(teacher, group, day);
    if (day !== 6) continue;
    const body = { day: 6, reason: "the class wants to see it once more" };
    await teacher.call("POST /practice/seasons/:season/rewind", { where: { season }, body });
    await askForClose(teacher, group, day);
  }
}

async function steer({ teacher, season, students }: Lab["group"], day: number): Promise<void> {
  for (const [index, amountMinor] of [25_000, -10_000].entries()) {
    const where = students[index]!.where;
    const body = { amountMinor, reason: "as agreed in class" };
    await teacher.call("POST /practice/seasons/:season/stores/:store/adjustments", { where, body });
  }
  await teacher.call("POST /practice/seasons/:season/events", {
    where: { season },
    body: {
      kind: "viral-demand",
      from: day + 1,
      days: 2,
      markets: [],
      categories: [],
      sizeBp: 20_000,
      noticeDays: 1,
      headline: { zh: "爆款", en: "It went viral" },
    },
  });
}
