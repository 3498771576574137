import assert from "node:assert/strict";
import type { BodyOf } from "@echelon/contract/platform/endpoint.ts";
import type { EndpointByDoes } from "@echelon/contract/endpoints.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { uuidv7 } from "../../../platform/ids.ts";
import { demo } from "../../identity/index.ts";
import { upload } from "../../identity/testing/upload.ts";
import { people } from "../../practice/testing/practice-class.ts";
import type { EvidenceHouse } from "./evidence-house.ts";

type Plan = Extract<
  BodyOf<EndpointByDoes["POST /assessment/classes/:class/exams"]>,
  { kind: "theory" }
>;
type Answer = BodyOf<EndpointByDoes["PUT /assessment/exams/:exam/sitting"]>["answers"][number];

/** Six questions of two competencies, and one that a person marks. */
export const bankFile = `// [tag:C01]
::one:: [html]<p>Which is <b>right</b>?</p> { =A#Yes. ~B#No: B is wrong. ~C ~D }

// [tag:C01]
::two:: Two is even. {T}

// [tag:C01]
::three:: How many days has a week? {#7:0}

// [tag:C03]
::four:: Which are even? { ~%50%2 ~%50%4 ~%-50%3 ~%-50%5 }

// [tag:C03]
::five:: Match. { =DE -> Germany =FR -> France }

// [tag:C03]
::six:: The capital of France is {=Paris =paris*}.

::essay:: Why? {}
`;

/** What people ask of the house about sittings. */
function sittingCalls(house: EvidenceHouse) {
  const ofExam = (exam: string) => ({ where: { exam } });
  const sit = (caller: Caller, exam: string, machine: string) =>
    house.call(caller, "POST /assessment/exams/:exam/sitting", {
      ...ofExam(exam),
      body: { machine },
    });
  const save = (caller: Caller, exam: string, machine: string, answers: Answer[]) =>
    house.call(caller, "PUT /assessment/exams/:exam/sitting", {
      ...ofExam(exam),
      body: { machine, answers },
    });
  const pulse = (caller: Caller, exam: string, machine: string) =>
    house.call(caller, "GET /assessment/exams/:exam/sitting", {
      ...ofExam(exam),
      asks: { machine },
    });
  const handIn = (caller: Caller, exam: string, machine: string) =>
    house.call(caller, "POST /assessment/exams/:exam/sitting/hand-in", {
      ...ofExam(exam),
      body: { machine },
    });
  const ownState = async (caller: Caller, exam: string) =>
    (await house.call(caller, "GET /assessment/exams")).body.find(({ id }) => id === exam)?.state;
  return { ofExam, sit, save, pulse, handIn, ownState };
}

/** What a teacher does with banks. */
function bankCalls(house: EvidenceHouse) {
  const makeBank = (caller: Caller = people.teacher) =>
    house.call(caller, "POST /assessment/banks", {
      body: { school: demo.school.id, name: `Bank ${uuidv7().slice(-4)}` },
    });
  const readFile = (bank: string, does: "look" | "take", text = bankFile) =>
    upload(house, {
      caller: people.teacher,
      path: `/assessment/banks/${bank}/file`,
      fileName: "bank.gift",
      bytes: new TextEncoder().encode(text),
      fields: { format: "gift", does },
    });
  /** A bank with the questions above. */
  const filledBank = async (): Promise<string> => {
    const { id } = (await makeBank()).body;
    const taken = await readFile(id, "take");
    assert.equal(taken.body.taken, 7, JSON.stringify(taken.body));
    return id;
  };
  return { makeBank, readFile, filledBank };
}

const planOf = (bank: string, change: Partial<Plan> = {}): Plan => ({
  kind: "theory",
  name: "Midterm",
  language: "en",
  passingPercent: 60,
  banks: [bank],
  sections: [
    { name: "Account", topics: ["C01"], types: [], questions: 3, points: 2 },
    { name: "Pages", topics: ["C03"], types: [], questions: 3, points: 1 },
  ],
  minutes: 60,
  opensAt: null,
  closesAt: null,
  ...change,
});

/** A class that sits exams, with what its people do. */
export function examClass(house: EvidenceHouse) {
  const sittings = sittingCalls(house);
  const banks = bankCalls(house);
  const { ofExam } = sittings;
  const { teacher } = people;
  let bank: string | undefined;
  const make = (wish: Plan, caller: Caller = teacher) =>
    house.call(caller, "POST /assessment/classes/:class/exams", {
      where: { class: house.classId },
      body: wish,
    });
  const open = (exam: string) =>
    house.call(teacher, "POST /assessment/exams/:exam/open", ofExam(exam));
  return {
    ...sittings,
    ...banks,
    plan: planOf,
    make,
    open,
    close: (exam: string) =>
      house.call(teacher, "POST /assessment/exams/:exam/close", ofExam(exam)),
    publish: (exam: string) =>
      house.call(teacher, "POST /assessment/exams/:exam/publish", ofExam(exam)),
    extra: (exam: string, minutes: number, person: string | null = null) =>
      house.call(teacher, "PUT /assessment/exams/:exam/extra-minutes", {
        ...ofExam(exam),
        body: { person, minutes },
      }),
    view: async (exam: string) =>
      (await house.call(teacher, "GET /assessment/exams/:exam", ofExam(exam))).body,
    /** An exam of the questions above that can be begun; all of them draw on one bank. */
    async opened(change: Partial<Plan> = {}): Promise<string> {
      bank ??= await banks.filledBank();
      const { id } = (await make(planOf(bank, change))).body;
      assert.equal((await open(id)).code, null);
      return id;
    },
  };
}

/** The answer to a question of the bank above that is right. */
export function rightAnswer(asks: string): Answer["answer"] {
  if (asks.includes("right")) return { chosen: [0] };
  if (asks.startsWith("Two")) return { isTrue: true };
  if (asks.startsWith("How many")) return { text: "7" };
  if (asks.startsWith("Which are even")) return { chosen: [0, 1] };
  if (asks.startsWith("Match")) return { matches: ["Germany", "France"] };
  if (asks.startsWith("The capital")) return { text: "Paris" };
  return { text: "Because." };
}
