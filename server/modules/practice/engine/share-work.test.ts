import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { shareWork } from "./share-work.ts";

suite("shared work", () => {
  test("is done once for those who ask meanwhile, and anew for who asks afterwards", async () => {
    const share = shareWork<number>();
    let made = 0;
    const make = async () => ++made;
    assert.deepEqual(await Promise.all([share("a", make), share("a", make)]), [1, 1]);
    assert.deepEqual(await Promise.all([share("a", make), share("b", make)]), [2, 3]);
  });

  test("that failed fails for all who waited, and for nobody later", async () => {
    const share = shareWork<number>();
    const fail = () => Promise.reject(new Error("no"));
    const failed = await Promise.allSettled([share("a", fail), share("a", fail)]);
    assert.deepEqual(
      failed.map(({ status }) => status),
      ["rejected", "rejected"],
    );
    assert.equal(await share("a", async () => 7), 7);
  });
});
