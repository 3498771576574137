import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { people, practiceHouse, type PracticeHouse } from "../testing/practice-class.ts";

suite("a first practice", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  const start = (place: number, insteadOf?: string) =>
    house.call(people.student(place), "POST /practice/rehearsal", {
      body: insteadOf === undefined ? {} : { insteadOf },
    });
  const count = async (place: number) => {
    const { rows } = await house.fresh.owner.pool.query<{ count: number }>(
      "select count(*)::int as count from practice.season where owner_id = $1",
      [people.student(place).person],
    );
    return rows[0]?.count;
  };

  test("is one although two clicks ask for it", async () => {
    const both = await Promise.all([start(0), start(0)]);
    assert.deepEqual(
      both.map(({ code }) => code),
      [null, null],
    );
    assert.equal(both[0].body.id, both[1].body.id);
    assert.equal(await count(0), 1);
  });

  test("is the first store, or a longer one for who asks for it", async () => {
    const ask = (place: number, preset: string) =>
      house.call(people.student(place), "POST /practice/rehearsal", { body: { preset } });
    const plain = await start(3);
    assert.deepEqual([plain.body.preset, plain.body.days], ["first-store", 7]);
    const long = await ask(4, "self-paced");
    assert.deepEqual([long.body.days, long.body.modules.warehouses], [28, true]);
    assert.equal((await ask(5, "operations-contest")).code, "practice/no-such-preset");
  });

  test("is begun anew once although two clicks ask for that", async () => {
    const first = await start(1);
    const over = first.body.id;
    const both = await Promise.all([start(1, over), start(1, over)]);
    assert.equal(both[0].body.id, both[1].body.id);
    assert.notEqual(both[0].body.id, over);
    const late = await start(1, over);
    assert.equal(late.body.id, both[0].body.id, "the second click may come when all is done");
    assert.equal(await count(1), 2);
  });

  test("is not begun anew all day long", async () => {
    let refused: string | null = null;
    let last = (await start(2)).body.id;
    for (let times = 0; times < 8 && refused === null; times += 1) {
      const { code, body } = await start(2, last);
      refused = code;
      if (code === null) last = body.id;
    }
    assert.equal(refused, "platform/too-many-requests");
    assert.equal(await count(2), 6);
    assert.equal((await start(2)).code, null, "the one that is there stays open");
  });
});
