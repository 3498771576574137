import assert from "node:assert/strict";
import type { Caller } from "../../../platform/http/caller.ts";
import { demo } from "../../identity/index.ts";
import { people } from "../../practice/testing/practice-class.ts";
import type { EvidenceHouse } from "./evidence-house.ts";

const mentorOf = (enterprise: string, id: string): Caller => ({
  person: id,
  locale: "zh",
  roles: [{ organisation: enterprise, role: "mentor" }],
});

/** Competencies with anchors of their own. */
export const criteria = ["K05", "D07", "B05", "K04"] as const;
const inClass = 4;

/** What people ask of the house about assignments and works. */
function callsTo(house: EvidenceHouse) {
  const here = { where: { class: house.classId } };
  const make = (caller: Caller, competencies: readonly string[] = criteria) =>
    house.call(caller, "POST /assessment/classes/:class/assignments", {
      ...here,
      body: {
        title: "A plan",
        brief: "Say what you will do.",
        competencies: [...competencies],
        dueOn: null,
      },
    });
  const handIn = (caller: Caller, assignment: string, text = "My plan") =>
    house.call(caller, "PUT /assessment/assignments/:assignment/work", {
      where: { assignment },
      body: { text },
    });
  const close = (assignment: string) =>
    house.call(people.teacher, "POST /assessment/assignments/:assignment/close", {
      where: { assignment },
    });
  const publish = (assignment: string) =>
    house.call(people.teacher, "POST /assessment/assignments/:assignment/publish", {
      where: { assignment },
    });
  const look = (caller: Caller, work: string) =>
    house.call(caller, "GET /assessment/works/:work", { where: { work } });
  const give = (caller: Caller, work: string, marks: readonly number[], isDone = true) =>
    house.call(caller, "PUT /assessment/works/:work/marks", {
      where: { work },
      body: {
        marks: marks.map((mark, at) => ({ competency: criteria[at]!, mark, note: `m${mark}` })),
        isDone,
      },
    });
  const assignmentAs = async (caller: Caller, id: string) => {
    const { body } = await house.call(caller, "GET /assessment/classes/:class/assignments", here);
    return body.find((assignment) => assignment.id === id) ?? assert.fail("no such assignment");
  };
  /** What a rater was given of an assignment. */
  const given = async (caller: Caller, assignment: string) =>
    (await house.call(caller, "GET /assessment/queue")).body.filter(
      (item) => item.assignment === assignment,
    );
  const declare = (caller: Caller, person: string, rater: string) =>
    house.call(caller, "POST /assessment/classes/:class/conflicts", {
      ...here,
      body: { person, rater, reason: "own-intern" },
    });
  return { make, handIn, close, publish, look, give, assignmentAs, given, declare };
}

/** A class whose work a teacher and two mentors mark, with what each of them does. */
export function ratingClass(house: EvidenceHouse) {
  const [one, two] = demo.mentors;
  const [first, second] = house.enterprises as [string, string];
  const mentors = [mentorOf(first, one.id), mentorOf(second, two.id)] as const;
  const raters = [people.teacher, ...mentors] as const;
  const students = Array.from({ length: inClass }, (_, place) => people.student(place));
  const calls = callsTo(house);
  const { make, handIn, close, give, given } = calls;
  return {
    ...calls,
    mentors,
    raters,
    students,
    /** An assignment that all students have handed something in for, being marked. */
    async marking(): Promise<string> {
      const { id } = (await make(people.teacher)).body;
      for (const student of students) assert.equal((await handIn(student, id)).code, null);
      assert.equal((await close(id)).code, null);
      return id;
    },
    /** Everybody marks what they were given. */
    async markAll(
      assignment: string,
      markOf: (rater: Caller, work: string) => readonly number[],
    ): Promise<void> {
      for (const rater of raters) {
        for (const { work, state } of await given(rater, assignment)) {
          if (state !== "to-mark") continue;
          assert.equal((await give(rater, work, markOf(rater, work))).code, null);
        }
      }
    },
    /** A work that only the teacher and one of the mentors mark, with that mentor. */
    async paired(assignment: string): Promise<{ work: string; mentor: Caller; other: Caller }> {
      for (const mentor of mentors) {
        const own = (await given(mentor, assignment)).find(({ isAnchor }) => !isAnchor);
        const other = mentors.find((rater) => rater !== mentor)!;
        if (own !== undefined) return { work: own.work, mentor, other };
      }
      return assert.fail("everybody marks everything");
    },
  };
}
