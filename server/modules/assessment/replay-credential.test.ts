import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Caller } from "../../platform/http/caller.ts";
import { replaySegment } from "../practice/index.ts";
import { people, runningSeason } from "../practice/testing/practice-class.ts";
import { sellingStore } from "../practice/testing/selling-store.ts";
import { replayCredential } from "./replay-credential.ts";
import { certifiedClass } from "./testing/certified-class.ts";
import { type EvidenceHouse, evidenceHouse } from "./testing/evidence-house.ts";

/** A season in which goods are sold on its first days. */
const luck = 7;

suite("a replayable credential", () => {
  let house: EvidenceHouse;
  let season: string;
  let file: Buffer;
  let id: string;
  let here: ReturnType<typeof certifiedClass>;
  const student = people.student(0);
  before(async () => {
    house = await evidenceHouse();
    season = await runningSeason(house, 7, {}, luck);
    await sellingStore(house, season, { place: 0, products: 4, feeMinor: 300, priceBp: 9_000 });
    await house.closeDays(season, 1, 4);
    await house.gather();
    here = certifiedClass(house);
    id = await here.certify(await here.plantPass(student.person), student);
    file = await here.file(student, id, "json");
  });
  after(() => house.stop());

  const replay = (bytes: Uint8Array = file) => replayCredential(house.app.means, bytes);
  const owner = (text: string) => house.fresh.owner.pool.query(text);

  test("names its season by world, seed, log and state, and plays again to the same", async () => {
    const { verdict, seasons } = await replay();
    assert.equal(verdict, "valid");
    assert.deepEqual(
      seasons.map((one) => [one.segment.season, one.segment.day, one.replay]),
      [[season, 4, "same"]],
    );
  });

  test("is played again by a job, and its holder and its issuer see what came of it", async () => {
    const where = { credential: id };
    const seen = async (caller: Caller) =>
      (await house.call(caller, "GET /credentials/:credential/replay", { where })).body;
    const start = (caller: Caller) =>
      house.call(caller, "POST /credentials/:credential/replay", { where });
    assert.equal(await seen(student), null);
    const begun = (await start(student)).body;
    assert.deepEqual([begun.total, begun.done, begun.endedAt, begun.isStuck], [1, 0, null, false]);
    assert.equal((await start(people.teacher)).body.id, begun.id, "one at a time");
    await house.runJobs();
    const over = await seen(here.head);
    assert.ok(over !== null && over.endedAt !== null && over.id === begun.id);
    assert.deepEqual(
      over.seasons.map((one) => [one.season, one.day, one.outcome]),
      [[season, 4, "same"]],
    );
    assert.notEqual(over.seasons[0]?.name, "");
    for (const other of [people.student(1), here.mentor, people.assistant]) {
      const asked = { where };
      const looked = await house.call(other, "GET /credentials/:credential/replay", asked);
      assert.equal(looked.code, "exchange/no-such-credential");
      assert.equal((await start(other)).code, "exchange/no-such-credential");
    }
    const again = (await start(here.head)).body;
    assert.notEqual(again.id, begun.id);
    await house.fresh.owner.pool.query("delete from graphile_worker._private_jobs");
    assert.equal((await seen(student))?.isStuck, true);
    assert.notEqual((await start(student)).body.id, again.id, "one that nobody goes on with");
    await house.runJobs();
    assert.equal((await seen(student))?.seasons[0]?.outcome, "same");
  });

  test("still does so when the season has gone on, and when a day was taken back", async () => {
    await house.closeDays(season, 5, 5);
    assert.equal((await replay()).seasons[0]?.replay, "same");
    const { code } = await house.call(people.teacher, "POST /practice/seasons/:season/rewind", {
      where: { season },
      body: { day: 3, reason: "a test" },
    });
    assert.equal(code, null);
    await house.closeDays(season, 3, 3);
    assert.equal((await replay()).seasons[0]?.replay, "same");
  });

  test("says what was changed behind it", async () => {
    const changed = async (change: string, back: string) => {
      await owner(change);
      const [one] = (await replay()).seasons;
      await owner(back);
      return one?.replay;
    };
    const hidden = "set day = day + 300 where store >= 0 and day = 1";
    const shown = "set day = day - 300 where store >= 0 and day > 300";
    await owner("alter table practice.log_entry disable trigger log_entry_is_append_only");
    assert.equal(
      await changed(`update practice.log_entry ${hidden}`, `update practice.log_entry ${shown}`),
      "other-log",
    );
    assert.equal(
      await changed(
        "update practice.season set seed_secret = decode(repeat('08', 32), 'hex')",
        "update practice.season set seed_secret = decode(repeat('07', 32), 'hex')",
      ),
      "other-seed",
    );
    assert.equal((await replay()).seasons[0]?.replay, "same", "all is as it was");
  });

  test("of which the recorded state is another one comes to other figures", async () => {
    const { segment } = (await replay()).seasons[0]!;
    const sql = house.app.means.database;
    assert.equal(await replaySegment(sql, segment), "same");
    assert.equal(await replaySegment(sql, { ...segment, state: "0".repeat(32) }), "other-figures");
    assert.equal(await replaySegment(sql, { ...segment, engine: 1 }), "other-engine");
    assert.equal(await replaySegment(sql, { ...segment, season: student.person }), "season-gone");
  });

  test("that is not genuine names whatever it likes, and nothing is played for it", async () => {
    const forged = Buffer.from(file.toString("utf8").replace("R1", "R2"));
    const { verdict, seasons } = await replay(forged);
    assert.equal(verdict, "not-genuine");
    assert.deepEqual(seasons, []);
  });
});
