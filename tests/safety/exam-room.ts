import assert from "node:assert/strict";
import { uuidv7 } from "@echelon/server/main.ts";
import { type ApiClient, createClient } from "./api-client.ts";
import { patiently } from "./patience.ts";

/** Somebody who sits an exam: a browser of its own, and what the server has acknowledged. */
export interface Sitter {
  readonly client: ApiClient;
  readonly machine: string;
  readonly questions: number;
  /** By place, the revision that the server last said it has. */
  readonly acknowledged: Map<number, number>;
}

export interface ExamRoom {
  readonly teacher: ApiClient;
  readonly exam: string;
  readonly sitters: readonly Sitter[];
  moveTo(url: string): void;
}

/** A lab of so many seats, all of whom have begun an exam of a course's bank. */
export async function openExamRoom(
  url: string,
  plan: { readonly seats: number; readonly questions: number },
): Promise<ExamRoom> {
  const teacher = createClient(url);
  const { me } = await teacher.call("POST /demo/sign-in", { body: { account: "teacher" } });
  const school = me?.memberships[0]?.organisation.id ?? "";
  const { id } = await teacher.call("POST /classes", { body: { school, name: "Exam room" } });
  const where = { class: id };
  const { code } = await teacher.call("POST /classes/:class/codes", { where, body: {} });
  const bank = (await teacher.call("GET /assessment/banks")).find((one) => one.school === null);
  assert.ok(bank !== undefined, "a course has questions");
  const { id: exam } = await teacher.call("POST /assessment/classes/:class/exams", {
    where,
    body: {
      kind: "theory",
      name: "In the lab",
      language: "zh",
      passingPercent: 60,
      banks: [bank.id],
      sections: [{ name: "", topics: [], types: [], questions: plan.questions, points: 1 }],
      minutes: 120,
      opensAt: null,
      closesAt: null,
    },
  });
  await teacher.call("POST /assessment/exams/:exam/open", { where: { exam } });
  const join = async (seat: number): Promise<Sitter> => {
    const client = createClient(url);
    await client.call("POST /join", { body: { code, name: `Seat ${seat + 1}` } });
    const machine = uuidv7();
    const paper = await client.call("POST /assessment/exams/:exam/sitting", {
      where: { exam },
      body: { machine },
    });
    return { client, machine, questions: paper.questions.length, acknowledged: new Map() };
  };
  const sitters: Sitter[] = [];
  for (let seat = 0; seat < plan.seats; seat += 1) sitters.push(await join(seat));
  return {
    teacher,
    exam,
    sitters,
    moveTo(next) {
      teacher.moveTo(next);
      for (const { client } of sitters) client.moveTo(next);
    },
  };
}

/** Answers a question and waits until the server has it, over kills too; gives milliseconds. */
export async function answer(
  { exam }: Pick<ExamRoom, "exam">,
  { client, machine, acknowledged }: Sitter,
  place: number,
): Promise<number> {
  const revision = (acknowledged.get(place) ?? 0) + 1;
  const body = {
    machine,
    answers: [{ place, revision, answer: { text: `${revision}` }, isForLater: false }],
  };
  const begun = performance.now();
  const saved = await patiently(() =>
    client.call("PUT /assessment/exams/:exam/sitting", { where: { exam }, body }),
  );
  const [kept] = saved.answers;
  assert.ok(kept !== undefined && kept.revision >= revision);
  acknowledged.set(place, kept.revision);
  return performance.now() - begun;
}

/** Everything that was acknowledged is there, with what was said last. */
export async function assertKept(
  { exam }: Pick<ExamRoom, "exam">,
  { client, machine, acknowledged }: Sitter,
): Promise<void> {
  const paper = await patiently(() =>
    client.call("POST /assessment/exams/:exam/sitting", { where: { exam }, body: { machine } }),
  );
  const kept = new Map(paper.answers.map((one) => [one.place, one]));
  for (const [place, revision] of acknowledged) {
    const one = kept.get(place);
    assert.equal(one?.revision, revision, `question ${place}`);
    assert.deepEqual(one?.answer, { text: `${revision}` });
  }
}
