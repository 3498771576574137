import assert from "node:assert/strict";
import { test } from "node:test";
import { InjectEventRequest } from "@echelon/contract/practice/season.ts";
import { sizesOf } from "@echelon/kernel/market/world/shock.ts";
import {
  eventKinds,
  eventSize,
  isFarOut,
  planEvent,
  presets,
  sizeBounds,
  sizeBpOf,
  usualEvent,
} from "./event-plan.ts";

const headline = { zh: "新闻", en: "News" };

test("a tariff that rises by ten points is a thousand basis points", () => {
  assert.equal(sizeBpOf("points", 10), 1_000);
});

test("twice as long is a factor of twenty thousand basis points", () => {
  assert.equal(sizeBpOf("factor", 2), 20_000);
});

test("a currency can fall by half at most, demand can grow tenfold at most", () => {
  assert.equal(sizeBounds("exchange-jump").min, -50);
  assert.deepEqual(sizeBounds("viral-demand"), { min: 0.1, max: 10 });
  assert.deepEqual(sizeBounds("tariff-step"), { min: 0, max: 1_000 });
});

test("the server takes the bounds of a form, and nothing beyond them", () => {
  for (const kind of eventKinds.filter((one) => presets[one].unit !== "none")) {
    const { min, max } = sizeBounds(kind);
    const isTaken = (size: number) => {
      const sizeBp = sizeBpOf(presets[kind].unit, size);
      const { least, most } = sizesOf(kind);
      const asked = planEvent({ ...usualEvent(kind, 1, 9), size }, headline);
      return InjectEventRequest.safeParse(asked).success && sizeBp >= least && sizeBp <= most;
    };
    assert.deepEqual([isTaken(min), isTaken(max)], [true, true], kind);
    assert.deepEqual([isTaken(min - 0.01), isTaken(max + 0.01)], [false, false], kind);
  }
});

test("what is out of bounds is sent as it is, and refused, not cut in silence", () => {
  assert.equal(sizeBpOf("points", 99_999), 9_999_900);
});

test("an unusually strong event is asked about, a usual one is not", () => {
  assert.ok(isFarOut("tariff-step", 1_000));
  assert.ok(isFarOut("viral-demand", 5.1));
  assert.ok(isFarOut("viral-demand", 0.19));
  assert.ok(!isFarOut("viral-demand", 5));
  assert.ok(!isFarOut("viral-demand", 0.2));
  assert.ok(isFarOut("exchange-jump", -50));
  for (const kind of eventKinds) assert.ok(!isFarOut(kind, presets[kind].size), kind);
});

test("an event begins on the next day and is announced today", () => {
  const event = usualEvent("viral-demand", 4, 60);
  assert.deepEqual([event.from, event.noticeDays], [5, 1]);
});

test("on the last day an event can only be a surprise of that day", () => {
  const event = usualEvent("news", 7, 7);
  assert.deepEqual([event.from, event.noticeDays], [7, 0]);
});

test("places that a kind does not ask for are not sent", () => {
  const strike = { ...usualEvent("carrier-strike", 1, 9), markets: ["us"], categories: ["x-cups"] };
  const request = planEvent(strike, headline);
  assert.deepEqual([request.markets, request.categories, request.sizeBp], [[], [], 0]);
});

test("a size is read again as it was asked for", () => {
  for (const kind of eventKinds) {
    const { unit, size } = presets[kind];
    const said = eventSize(kind, sizeBpOf(unit, size));
    assert.deepEqual(
      said === null ? "none" : [said.unit, said.value],
      unit === "none" ? "none" : [unit, size],
    );
  }
  assert.equal(eventSize("relief-removed", 0), null);
});

test("only what can stay begins without an end, and what happens once is asked for no days", () => {
  for (const kind of eventKinds) {
    const { span, days } = presets[kind];
    if (span === "days") assert.ok(days > 0, kind);
    if (span === "may-stay") assert.equal(days, 0, kind);
  }
  assert.equal(presets["exchange-jump"].span, "once");
});
