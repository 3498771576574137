import assert from "node:assert/strict";
import { test } from "node:test";
import { create } from "qrcode";
import { writeQr } from "./write-qr.ts";

test("the drawing has exactly the code's dark modules, with four of white around", () => {
  const text = "http://192.168.1.20:4100/join/7K2MQ4RD";
  const svg = new TextDecoder().decode(writeQr(text));
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const drawn = new Set<string>();
  for (const [, x = "", y = "", width = ""] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(width); step += 1)
      drawn.add(`${Number(x) + step - 4},${Number(y) - 4}`);
  }
  const dark = new Set<string>();
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x) !== 0) dark.add(`${x},${y}`);
  }
  assert.deepEqual(drawn, dark);
  assert.match(svg, new RegExp(`viewBox="0 0 ${modules.size + 8} ${modules.size + 8}"`));
});

test("no text of the caller stands in the drawing", () => {
  assert.doesNotMatch(new TextDecoder().decode(writeQr("<script>")), /script/);
});
