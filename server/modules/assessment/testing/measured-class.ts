import assert from "node:assert/strict";
import type { BodyOf } from "@echelon/contract/platform/endpoint.ts";
import type { EndpointByDoes } from "@echelon/contract/endpoints.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { uuidv7 } from "../../../platform/ids.ts";
import { demo } from "../../identity/index.ts";
import { people } from "../../practice/testing/practice-class.ts";
import { wordsOf } from "../bank-question.ts";
import { findCourse, testQuestions } from "../measuring.ts";
import type { EvidenceHouse } from "./evidence-house.ts";

type Known = readonly [Answer["answer"], Answer["answer"]];
type Answer = BodyOf<EndpointByDoes["PUT /assessment/exams/:exam/sitting"]>["answers"][number];

/** The programme head of the demonstration's school. */
export const head: Caller = {
  person: "01900000-0000-7000-8000-0000000000bb",
  locale: "zh",
  roles: [{ organisation: demo.school.id, role: "head" }],
};

/** Answers by what a question asks: the right one, and one that is wrong. */
function knownAnswers(): ReadonlyMap<string, Known> {
  return new Map(
    testQuestions(findCourse("store-operation")!, "en").map(({ question }): [string, Known] => {
      const asks = wordsOf(question.stem);
      if (question.type === "single-choice") {
        const right = question.answers.findIndex(({ shareMicro }) => shareMicro > 0);
        const wrong = question.answers.findIndex(({ shareMicro }) => shareMicro === 0);
        return [asks, [{ chosen: [right] }, { chosen: [wrong] }]];
      }
      assert.equal(question.type, "numerical", "the tests of this course ask in two ways");
      return [asks, [{ text: question.answers[0]!.value ?? "" }, { text: "-987654" }]];
    }),
  );
}

/** A class that is measured in the course of store operation, with what its people do. */
export function measuredClass(house: EvidenceHouse) {
  const answers = knownAnswers();
  const machine = uuidv7();
  const where = (measurement: string) => ({ where: { measurement } });
  const view = async (id: string, caller: Caller = people.teacher) =>
    (await house.call(caller, "GET /assessment/measurements/:measurement", where(id))).body;
  return {
    view,
    make: (
      change: Partial<BodyOf<EndpointByDoes["POST /assessment/classes/:class/measurements"]>> = {},
      caller: Caller = people.teacher,
    ) =>
      house.call(caller, "POST /assessment/classes/:class/measurements", {
        where: { class: house.classId },
        body: {
          course: "store-operation",
          language: "en",
          minutes: 25,
          opensAt: null,
          closesAt: null,
          ...change,
        },
      }),
    openAfter: (id: string, caller: Caller = people.teacher) =>
      house.call(caller, "POST /assessment/measurements/:measurement/after", {
        ...where(id),
        body: { opensAt: null, closesAt: null },
      }),
    drop: (id: string) =>
      house.call(people.teacher, "DELETE /assessment/measurements/:measurement", where(id)),
    own: (id: string, caller: Caller) =>
      house.call(caller, "GET /assessment/measurements/:measurement/own", where(id)),
    close: (exam: string) =>
      house.call(people.teacher, "POST /assessment/exams/:exam/close", { where: { exam } }),
    examOf: async (id: string, moment: "before" | "after") =>
      (await view(id)).tests.find((one) => one.moment === moment)!.exam,
    /** Sits a test: so many answers are given, so many of them are right. Tells what was asked. */
    async sit(caller: Caller, exam: string, right: number, given = 12): Promise<string[]> {
      const { body } = await house.call(caller, "POST /assessment/exams/:exam/sitting", {
        where: { exam },
        body: { machine },
      });
      const asked = body.questions.map(({ stem }) => wordsOf(stem));
      // By name, so that the same questions are right whatever the order of a paper.
      const sorted = asked.toSorted();
      const sent = asked
        .map((asks, place) => ({ asks, place, at: sorted.indexOf(asks) }))
        .filter(({ at }) => at < given)
        .map(({ asks, place, at }) => ({
          place,
          revision: 1,
          answer: answers.get(asks)![at < right ? 0 : 1],
          isForLater: false,
        }));
      const saved = await house.call(caller, "PUT /assessment/exams/:exam/sitting", {
        where: { exam },
        body: { machine, answers: sent },
      });
      assert.equal(saved.code, null);
      await house.call(caller, "POST /assessment/exams/:exam/sitting/hand-in", {
        where: { exam },
        body: { machine },
      });
      return sorted;
    },
  };
}
