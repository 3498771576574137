import assert from "node:assert/strict";
import { test } from "node:test";
import { clockPhase, clockText, seasonProgress, secondsLeft } from "./season-time.ts";

const season = {
  state: "running" as const,
  isClosing: false,
  closesAt: "2026-03-02T08:05:00.000Z",
  serverNow: "2026-03-02T08:00:00.000Z",
  preparedPercent: 100,
  day: 3,
  days: 7,
};
const received = Date.parse("2031-01-01T00:00:00Z");

test("the time left is the server's, however wrong the device's clock is", () => {
  assert.equal(secondsLeft(season.closesAt, season.serverNow, received, received), 300);
  assert.equal(secondsLeft(season.closesAt, season.serverNow, received, received + 29_000), 271);
});

test("a close that is due is zero seconds away, never less", () => {
  assert.equal(secondsLeft(season.closesAt, season.serverNow, received, received + 900_000), 0);
});

test("a clock shows minutes and seconds, and hours where there are some", () => {
  assert.equal(clockText(271), "04:31");
  assert.equal(clockText(3_871), "1:04:31");
  assert.equal(clockText(0), "00:00");
});

test("a day whose time is over is closing until the server says so", () => {
  assert.deepEqual(clockPhase(season, received, received + 300_000), { kind: "closing" });
});

test("a close that is days away is told by its date", () => {
  const far = { ...season, closesAt: "2026-03-06T08:00:00.000Z" };
  assert.deepEqual(clockPhase(far, received, received), { kind: "dated", at: far.closesAt });
});

test("a season whose last day has closed is finished, whatever its state is still called", () => {
  assert.deepEqual(clockPhase({ ...season, day: 8 }, received, received), { kind: "finished" });
});

test("a paused season shows no time although it has one", () => {
  const paused = { ...season, state: "paused" as const };
  assert.deepEqual(clockPhase(paused, received, received), { kind: "paused" });
});

test("a season is half done when half of its days have closed", () => {
  assert.equal(seasonProgress(4, 6), 50);
  assert.equal(seasonProgress(1, 7), 0);
  assert.equal(seasonProgress(8, 7), 100);
});
