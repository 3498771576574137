import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  afterSaving,
  changeAnswer,
  clockText,
  isAnswered,
  type KeptAnswer,
  mergeAnswers,
  waitingOf,
} from "./answer-keeper.ts";

const said = (place: number, revision: number, text: string): KeptAnswer => ({
  place,
  revision,
  answer: { text },
  isForLater: false,
});

test("what was typed while the line was down is sent when it is back, and only that", () => {
  const begun = mergeAnswers([said(0, 1, "a")], []);
  assert.deepEqual(waitingOf(begun), []);
  const typed = changeAnswer(begun, 1, { answer: { text: "b" } });
  assert.deepEqual(waitingOf(typed), [said(1, 1, "b")]);
  assert.deepEqual(waitingOf(afterSaving(typed, [said(1, 1, "b")])), []);
});

test("what is typed while an answer is on its way still has to be sent", () => {
  const first = changeAnswer({}, 0, { answer: { text: "a" } });
  const second = changeAnswer(first, 0, { answer: { text: "ab" } });
  assert.deepEqual(waitingOf(afterSaving(second, [said(0, 1, "a")])), [said(0, 2, "ab")]);
});

test("a newer answer of another machine stands, an older one does not come back", () => {
  const waiting = [said(0, 2, "here"), said(1, 2, "here")];
  const merged = mergeAnswers([said(0, 3, "there"), said(1, 1, "there")], waiting);
  assert.deepEqual(merged[0]?.answer, { text: "there" });
  assert.deepEqual(waitingOf(merged), [said(1, 2, "here")]);
});

test("after a crash at any moment nothing that was typed last is lost", () => {
  // Why: what waits is written down before it is sent, so a page that dies and comes again has it.
  const step = fc.record({ place: fc.nat(3), text: fc.string(), isSent: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const server = new Map<number, KeptAnswer>();
      const last = new Map<number, string>();
      let here = mergeAnswers([], []);
      for (const { place, text, isSent } of steps) {
        here = changeAnswer(here, place, { answer: { text } });
        last.set(place, text);
        const written = waitingOf(here);
        if (isSent) {
          for (const one of written) server.set(one.place, one);
          here = afterSaving(here, written);
        } else here = mergeAnswers([...server.values()], written);
      }
      for (const [place, text] of last) assert.deepEqual(here[place]?.answer, { text });
    }),
  );
});

test("a cleared line is no answer", () => {
  assert.ok(!isAnswered({ text: " " }) && !isAnswered(null) && !isAnswered({ chosen: [] }));
  assert.ok(!isAnswered({ matches: [null] }));
  assert.ok(isAnswered({ isTrue: false }) && isAnswered({ matches: [null, "DE"] }));
});

test("time is told as clocks tell it", () => {
  assert.deepEqual([0, 59, 309, 3_909].map(clockText), ["0:00", "0:59", "5:09", "1:05:09"]);
});
