import assert from "node:assert/strict";
import { test } from "node:test";
import { examLimits } from "@echelon/contract/assessment/exam-limits.ts";
import fc from "fast-check";
import {
  afterSaving,
  type Answers,
  changeAnswer,
  clockText,
  isAnswered,
  keepAside,
  type KeptAnswer,
  mergeAnswers,
  waitingOf,
} from "./answer-keeper.ts";

const said = (place: number, count: number, text: string, turn = 1): KeptAnswer => ({
  place,
  revision: turn * examLimits.turnRevisions + count,
  answer: { text },
  isForLater: false,
});
const type = (answers: Answers, place: number, text: string, turn = 1) =>
  changeAnswer(answers, place, { answer: { text } }, turn);

test("what was typed while the line was down is sent when it is back, and only that", () => {
  const { answers: begun } = mergeAnswers([said(0, 1, "a")], [], 1);
  assert.deepEqual(waitingOf(begun), []);
  const typed = type(begun, 1, "b");
  assert.deepEqual(waitingOf(typed), [said(1, 1, "b")]);
  assert.deepEqual(waitingOf(afterSaving(typed, [said(1, 1, "b")]).answers), []);
});

test("what is typed while an answer is on its way still has to be sent", () => {
  const first = type({}, 0, "a");
  const second = type(first, 0, "ab");
  const { answers } = afterSaving(second, [said(0, 1, "a")]);
  assert.deepEqual(waitingOf(answers), [said(0, 2, "ab")]);
});

test("a newer answer of another machine stands, an older one does not come back", () => {
  const waiting = [said(0, 2, "here"), said(1, 2, "here")];
  const merged = mergeAnswers([said(0, 3, "there"), said(1, 1, "there")], waiting, 1);
  assert.deepEqual(merged.answers[0]?.answer, { text: "there" });
  assert.deepEqual(waitingOf(merged.answers), [said(1, 2, "here")]);
  assert.deepEqual(merged.aside, [said(0, 2, "here")], "and is not lost without a word");
});

test("a later machine's answer stands, however much was typed at an earlier one offline", () => {
  const [longer, later] = [said(0, 40, "typed on and on", 1), said(0, 5, "there", 2)];
  const merged = mergeAnswers([later], [longer], 3);
  assert.deepEqual(merged.answers[0]?.answer, { text: "there" });
  assert.deepEqual(waitingOf(merged.answers), []);
  assert.deepEqual(merged.aside, [longer]);
  const untouched = mergeAnswers([said(0, 3, "typed", 1)], [longer], 3);
  const again = said(0, 1, "typed on and on", 3);
  assert.deepEqual(waitingOf(untouched.answers), [again], "where no later one wrote, it stands");
  assert.deepEqual(untouched.aside, []);
  const second = mergeAnswers([again], [said(0, 9, "at the second, offline", 2)], 4);
  assert.deepEqual(waitingOf(second.answers), [], "and stands over what the second kept back");
});

test("an acknowledgment that was lost on its way sets nothing aside", () => {
  const merged = mergeAnswers([said(0, 3, "abc")], [said(0, 3, "abc")], 1);
  assert.deepEqual([waitingOf(merged.answers), merged.aside], [[], []]);
  const more = mergeAnswers([said(0, 3, "abc")], [said(0, 4, "abcd")], 1);
  assert.deepEqual([waitingOf(more.answers), more.aside], [[said(0, 4, "abcd")], []]);
});

test("of two pages that are one machine, the one that is not taken is told", () => {
  const here = type({}, 0, "here");
  const told = afterSaving(here, [said(0, 1, "there")]);
  assert.deepEqual(told.answers[0]?.answer, { text: "there" });
  assert.deepEqual(told.aside, [said(0, 1, "here")]);
  assert.deepEqual(keepAside([said(0, 1, "before"), said(2, 1, "two")], told.aside), [
    said(0, 1, "here"),
    said(2, 1, "two"),
  ]);
});

test("after a crash at any moment nothing that was typed last is lost", () => {
  // Why: what waits is written down before it is sent, so a page that dies and comes again has it.
  const step = fc.record({ place: fc.nat(3), text: fc.string(), isSent: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const server = new Map<number, KeptAnswer>();
      const last = new Map<number, string>();
      let here = mergeAnswers([], [], 1).answers;
      for (const { place, text, isSent } of steps) {
        here = type(here, place, text);
        last.set(place, text);
        const written = waitingOf(here);
        if (isSent) {
          for (const one of written) server.set(one.place, one);
          here = afterSaving(here, written).answers;
        } else here = mergeAnswers([...server.values()], written, 1).answers;
      }
      for (const [place, text] of last) assert.deepEqual(here[place]?.answer, { text });
    }),
  );
});

test("between machines, what a later one had acknowledged stands, and no word is lost", () => {
  // Why: the first machine of a broken switch comes back with more keystrokes than the second.
  const step = fc.oneof(
    fc.record({ does: fc.constant("type" as const), machine: fc.nat(1) }),
    fc.record({ does: fc.constant("send" as const), machine: fc.nat(1) }),
    fc.record({ does: fc.constant("sit" as const), machine: fc.nat(1) }),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      let kept: KeptAnswer | undefined;
      let [keptIn, turn, words] = [0, 0, 0];
      const typedIn = new Map<string, number>();
      const acknowledged = new Set<string>();
      const keptList = () => (kept === undefined ? [] : [kept]);
      const desks = [0, 1].map(() => ({
        turn: 0,
        answers: {} as Answers,
        aside: [] as readonly KeptAnswer[],
        last: "",
      }));
      for (const { does, machine } of steps) {
        const desk = desks[machine]!;
        if (does === "sit") {
          if (desk.turn !== turn || turn === 0) turn += 1;
          const merged = mergeAnswers(keptList(), waitingOf(desk.answers), turn);
          Object.assign(desk, { turn, answers: merged.answers });
          desk.aside = keepAside(desk.aside, merged.aside);
        } else if (desk.turn === 0) continue;
        else if (does === "type") {
          desk.last = `word ${words++}`;
          typedIn.set(JSON.stringify({ text: desk.last }), desk.turn);
          desk.answers = type(desk.answers, 0, desk.last, desk.turn);
        } else if (desk.turn === turn) {
          const [one] = waitingOf(desk.answers);
          if (one !== undefined && one.revision > (kept?.revision ?? 0)) {
            const said = JSON.stringify(one.answer);
            assert.ok((typedIn.get(said) ?? 0) >= keptIn, "a later machine's word stands");
            [kept, keptIn] = [one, turn];
            acknowledged.add(JSON.stringify(one.answer));
          }
          desk.answers = afterSaving(desk.answers, keptList()).answers;
        }
        const shown = [desk.answers[0], ...desk.aside].map((own) => JSON.stringify(own?.answer));
        const last = JSON.stringify({ text: desk.last });
        assert.ok(desk.last === "" || shown.includes(last) || acknowledged.has(last));
      }
    }),
    { numRuns: 1_000 },
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
