import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { namesToForget, nightlyName } from "./nightly.ts";

suite("nightly backups", () => {
  const night = (number: number) => nightlyName(new Date(Date.UTC(2026, 2, 1 + number)));
  const nights = Array.from({ length: 60 }, (_, at) => night(at));

  test("are kept for seven nights, and one of each of four weeks", () => {
    const forgotten = new Set(namesToForget(nights));
    const kept = nights.filter((name) => !forgotten.has(name));
    assert.deepEqual(kept.slice(-7), nights.slice(-7));
    // 2026-04-29 is a Wednesday; the Sundays before it close their weeks.
    assert.deepEqual(kept.slice(0, -7), ["nightly-2026-04-12.tar", "nightly-2026-04-19.tar"]);
  });

  test("are all that is ever forgotten", () => {
    assert.deepEqual(namesToForget(["echelon-2020-01-01T000000Z.tar", "notes.txt", night(1)]), []);
  });

  test("are forgotten the same, night after night", () => {
    let kept: string[] = [];
    for (const name of nights) {
      kept.push(name);
      const forgotten = new Set(namesToForget(kept));
      kept = kept.filter((one) => !forgotten.has(one));
      assert.ok(kept.length <= 11);
    }
    assert.equal(kept.length, 9);
  });
});
