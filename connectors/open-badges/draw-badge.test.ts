import assert from "node:assert/strict";
import { test } from "node:test";
import { bakePng, unbakePng } from "./bake-png.ts";
import { bakeSvg, unbakeSvg } from "./bake-svg.ts";
import { badgePng, badgeSvg } from "./draw-badge.ts";

test("a badge of each echelon is a picture that a credential can be put into", () => {
  const seen = new Set<string>();
  for (const rank of [1, 2, 3]) {
    const png = bakePng(badgePng(rank), '{"rank":1}');
    assert.deepEqual(unbakePng(png ?? new Uint8Array()), { ok: true, credential: '{"rank":1}' });
    const svg = bakeSvg(badgeSvg(rank), '{"rank":1}');
    assert.deepEqual(unbakeSvg(svg ?? ""), { ok: true, credential: '{"rank":1}' });
    seen.add(Buffer.from(badgePng(rank)).toString("base64"));
  }
  assert.equal(seen.size, 3, "echelons look different");
});
