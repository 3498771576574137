import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type FreshDatabase, freshDatabase } from "../testing/fresh-database.ts";
import { createRateLimits, type RateLimits } from "./rate-limit.ts";

suite("rate limits", () => {
  let fresh: FreshDatabase;
  before(async () => {
    fresh = await freshDatabase([]);
  });
  after(() => fresh.drop());

  test("let a burst pass, then a steady rate, for each key its own", async () => {
    let now = 0;
    const limits = createRateLimits(fresh.database, () => now);
    const take = async (key: string) => (await limits.take("public-page", key)).isAdmitted;
    for (let count = 0; count < 60; count += 1) assert.equal(await take("a"), true);
    assert.equal(await take("a"), false);
    assert.equal(await take("b"), true);
    now += 1_000;
    assert.deepEqual([await take("a"), await take("a")], [true, false]);
  });

  test("of a strict kind are counted by all servers together", async () => {
    const [one, two] = [1, 2].map(() => createRateLimits(fresh.database, () => 0)) as [
      RateLimits,
      RateLimits,
    ];
    const admissions = await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        (at % 2 === 0 ? one : two).take("sign-in-account", "school.2026001"),
      ),
    );
    assert.equal(admissions.filter((admission) => admission.isAdmitted).length, 10);
    const refused = admissions.find((admission) => !admission.isAdmitted);
    assert.ok(refused?.isAdmitted === false && refused.seconds > 50 && refused.seconds <= 60);
  });

  test("of a strict kind admit whoever waits as long as the refusal said", async () => {
    const limits = createRateLimits(fresh.database, () => 0);
    const take = () => limits.take("heavy-work", "patient");
    for (let count = 0; count < 10; count += 1) assert.equal((await take()).isAdmitted, true);
    for (let count = 0; count < 5; count += 1) {
      const refused = await take();
      assert.ok(!refused.isAdmitted);
      await letPass(refused.seconds);
      assert.deepEqual(await take(), { isAdmitted: true });
    }
  });

  async function letPass(seconds: number): Promise<void> {
    await fresh.database.rows({
      name: "test.let-pass",
      text: "update platform.bucket set filled_at = filled_at - $1 * interval '1 second'",
      values: [seconds],
    });
  }
});
