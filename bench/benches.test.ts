import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { benches, runBench } from "./benches.ts";
import { roomsIn } from "./web-rooms.ts";
import { entryOf, weigh, type Built } from "./web-weight.ts";

/** Promises by bench: a bench that is gone, or says less than it said, is seen. */
const promises: Readonly<Record<string, readonly string[]>> = {
  "close-to-screen.ts": ["close-to-screen"],
  "market-growth.ts": ["market-growth, shoppers", "market-growth, stores"],
  "market-memory.ts": ["market-memory"],
  "market-vs-c.ts": ["market-vs-c"],
  "market-vs-shoppers.ts": ["market-vs-shoppers", "market-vs-shoppers (ten times the visits)"],
  "market-why.ts": ["market-why"],
  "market-workers.ts": ["market-workers"],
  "mastery-fold.ts": ["mastery-fold"],
  "matching.ts": ["matching", "matching, verifier"],
  "replay.ts": ["replay"],
  "seat-plan.ts": ["seat-plan", "seat-plan, compression"],
  "seat-policies.ts": ["seat-policies"],
  "start.ts": ["start"],
  "web.ts": ["web, first load", "web, largest room"],
};

suite("the benches", () => {
  test("each promise has its bench", () => {
    assert.deepEqual(benches(), Object.keys(promises));
  });

  test("each bench runs in its small form and says what it promises", async () => {
    const waiting = Object.entries(promises);
    const run = async (): Promise<void> => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const [name, said] = next;
        assertLines(name, said, await runBench(name, ["--smoke"]));
      }
    };
    await Promise.all([run(), run()]);
  });

  test("a promise that does not hold ends with 1", async () => {
    const { code, outcomes } = await runBench("planted/does-not-hold.ts", []);
    assert.equal(code, 1);
    assert.deepEqual(outcomes, [
      {
        promise: "planted",
        ours: 3,
        against: 1,
        peer: "a third of it",
        ratio: 3,
        limit: 2,
        holds: false,
      },
    ]);
  });

  test("a chunk weighs once, with all that it imports and their styles, and not what waits", () => {
    const sizes: Readonly<Record<string, number>> = {
      "app.js": 100,
      "app.css": 20,
      "shared.js": 7,
      "room.js": 3,
      "room.css": 1,
      "table.js": 2,
      "charts.js": 1_000,
    };
    const built: Built = {
      packed: (file) => sizes[file]!,
      manifest: {
        "index.html": {
          file: "app.js",
          isEntry: true,
          imports: ["_shared.js"],
          dynamicImports: ["room.tsx"],
          css: ["app.css"],
        },
        "_shared.js": { file: "shared.js" },
        "_table.js": { file: "table.js", imports: ["_shared.js"], css: ["room.css"] },
        "room.tsx": {
          file: "room.js",
          imports: ["_shared.js", "_table.js", "index.html"],
          dynamicImports: ["charts.ts"],
          css: ["room.css"],
        },
        "charts.ts": { file: "charts.js" },
      },
    };
    assert.equal(entryOf(built.manifest), "index.html");
    assert.equal(weigh(built, ["index.html"]), 127);
    assert.equal(weigh(built, ["room.tsx"], ["index.html"]), 6);
    assert.equal(weigh(built, ["charts.ts"], ["index.html"]), 1_000);
    assert.throws(() => weigh(built, ["gone.tsx"]), /no gone\.tsx/);
  });

  test("rooms are read with the words they wait for, and one that is not read is an error", () => {
    const routes = `const both = ["practice", "said"] as const;
      room(store, "today", both, () => import("./today.tsx")),
      room(own, "account", ["identity"], () => import("./account.tsx"));`;
    assert.deepEqual(roomsIn("rooms/store/routes.ts", routes), [
      { file: "rooms/store/today.tsx", words: ["practice", "said"] },
      { file: "rooms/store/account.tsx", words: ["identity"] },
    ]);
    const more = routes.replace('["identity"]', '[...both, "luck"]');
    assert.deepEqual(
      roomsIn("r.ts", more).map(({ words }) => words),
      [
        ["practice", "said"],
        ["practice", "said", "luck"],
      ],
    );
    assert.throws(() => roomsIn("r.ts", more.replace("...both", "...all")), /which words/);
    assert.throws(() => roomsIn("r.ts", `lazy(() => import("./x.tsx"))`), /0 of 1 rooms/);
    assert.throws(() => roomsIn("r.ts", routes.replace("const both", "let all")), /which words/);
  });
});

function assertLines(
  name: string,
  said: readonly string[],
  ran: Awaited<ReturnType<typeof runBench>>,
): void {
  assert.equal(ran.code, 0, `${name}: ${ran.said}`);
  assert.deepEqual(
    ran.outcomes.map(({ promise }) => promise),
    said,
  );
  for (const outcome of ran.outcomes) {
    if ("skipped" in outcome) {
      assert.ok(outcome.skipped.length > 0, name);
      continue;
    }
    const { ours, against, ratio, limit, peer, holds } = outcome;
    for (const figure of [ours, against, ratio, limit]) {
      assert.ok(Number.isFinite(figure) && figure > 0, `${name}: ${JSON.stringify(outcome)}`);
    }
    assert.equal(typeof holds, "boolean");
    assert.ok(peer.length > 0);
  }
}
