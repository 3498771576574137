import assert from "node:assert/strict";
import { test } from "node:test";
import { planEvent, sizeBpOf, usualEvent } from "./event-plan.ts";

const headline = { zh: "新闻", en: "News" };

test("a tariff that rises by ten points is a thousand basis points", () => {
  assert.equal(sizeBpOf("points", 10), 1_000);
});

test("twice as long is a factor of twenty thousand basis points", () => {
  assert.equal(sizeBpOf("factor", 2), 20_000);
});

test("a currency can fall by half at most, demand can grow tenfold at most", () => {
  assert.equal(sizeBpOf("percent", -80), -5_000);
  assert.equal(sizeBpOf("factor", 40), 100_000);
  assert.equal(sizeBpOf("factor", -1), 1_000);
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
