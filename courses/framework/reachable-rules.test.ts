import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { entriesOf, home } from "@echelon/kernel/market/examples/example-checklist.ts";
import { tracesOf } from "@echelon/kernel/market/examples/example-traces.ts";
import { sourceOf } from "@echelon/kernel/market/offsite/channel.ts";
import { parametersOf } from "@echelon/kernel/market/parameters/parameters.ts";
import { loadFramework } from "./framework-folder.ts";

const { parameters } = parametersOf([]);
const ruleOf = (id: string) => {
  const { evidence } = loadFramework().framework.competencies.find((one) => one.id === id)!;
  return evidence[0]!;
};

/** What a post shows whose text and page keep a share of those whom a perfect one would bring. */
function engagementOf(text: number, page: number): number {
  const views = 1_000;
  const least = parameters["creative.least"];
  const floor = parameters["landing.floor"];
  const kept = (least + (1 - least) * text) * ((floor + page) / (floor + 1));
  const post = { kind: "publish-post", market: home, text: "x", spendMinor: 1 } as const;
  const brought = { source: sourceOf("post"), views, orders: 0, costMinor: 1 };
  const visits = views * parameters["post.clickRate"] * kept;
  const [shown] = tracesOf(
    {
      entries: entriesOf([2, { ...post, fitMilli: 1_000 * text }]),
      channels: [{ day: 2, market: 0, visits, ...brought }],
    },
    "engagementRate",
  );
  return shown!.value;
}

suite("a rule that the market can show", () => {
  test("is reached by good posts to a page that was written, and not by careless ones", () => {
    const { threshold } = ruleOf("D03");
    const bare = parameters["landing.bare"];
    assert.ok(engagementOf(1, 1) > 1.5 * threshold, "the best there is passes well");
    assert.ok(engagementOf(6 / 7, 6 / 7) > threshold, "one check of each failed");
    assert.ok(engagementOf(1 / 2, 1) < 1.5 * threshold);
    assert.ok(engagementOf(6 / 7, bare) < threshold, "nobody wrote the page");
    assert.ok(engagementOf(1 / 7, 1) < threshold, "a text that says nothing");
  });
});
