import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { z } from "zod";
import { topic } from "@echelon/contract/platform/events.ts";
import { refuse } from "@echelon/contract/platform/outcome.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { job, jobKind } from "../jobs/job-kind.ts";
import type { Module } from "../module.ts";
import { type FreshApp, freshApp } from "./fresh-app.ts";

const count = jobKind({
  name: "tally.count-one",
  payload: z.strictObject({ id: z.string() }),
  effect: ({ id }) => `tally:${id}`,
});

const tally: Module = {
  name: "tally",
  needs: [],
  jobs: () => [
    job(count, async ({ tx, payload }) => {
      await tx.client.query("insert into platform.effect (key) values ($1)", [
        `counted:${payload.id}`,
      ]);
    }),
  ],
};

suite("a use case's transaction", () => {
  let house: FreshApp;
  before(async () => {
    house = await freshApp({ modules: [tally] });
  });
  after(() => house.stop());

  const keys = async (like: string) => {
    const found = await house.fresh.database.rows<{ key: string }>({
      name: "test.keys",
      text: "select key from platform.effect where key like $1 order by key",
      values: [like],
    });
    return found.map(({ key }) => key);
  };

  test("does a job once however often it was asked for", async () => {
    const { database } = house.app.means;
    for (const id of ["a", "b", "a"])
      await database.transaction((tx) => enqueue(tx, count, { id }));
    await house.runJobs();
    assert.deepEqual(await keys("counted:%"), ["counted:a", "counted:b"]);
  });

  test("leaves neither rows nor jobs nor events behind when it refuses", async () => {
    const { database } = house.app.means;
    const outcome = await database.transaction(async (tx) => {
      await tx.client.query("insert into platform.effect (key) values ('half-written')");
      await enqueue(tx, count, { id: "never" });
      tx.announce(topic("tally", "1"));
      return refuse({ code: "platform/not-found" });
    });
    assert.equal(outcome.ok, false);
    await house.runJobs();
    assert.deepEqual(await keys("half-written"), []);
    assert.deepEqual(await keys("counted:never"), []);
  });
});
