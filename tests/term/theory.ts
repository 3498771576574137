/** Exams in theory: a bank of the school's own beside those of the courses, and who sits them. */
import type { Question } from "@echelon/contract/assessment/question.ts";
import type { AskedQuestion } from "@echelon/contract/assessment/sittings.ts";
import { uuidv7 } from "@echelon/server/main.ts";
import type { Pupil, School } from "./school.ts";

/** What the courses that ship do not ask yet: competency, question and the number that is right. */
const ownQuestions = [
  ["A01", "FOB 货值 1,000 美元，运费 150 美元，保险费 10 美元。CIF 是多少美元？", "1160"],
  ["A01", "CIF 2,300 美元，运费 280 美元，保险费 20 美元。FOB 是多少美元？", "2000"],
  ["A01", "CFR 900 美元，运费 120 美元。FOB 是多少美元？", "780"],
  ["A01", "EXW 500 美元，内陆运费 40 美元，出口报关 15 美元。FOB 是多少美元？", "555"],
  ["A02", "协调制度（HS）全世界通用几位编码？", "6"],
  ["A02", "HS 的“品目”是编码的前几位？", "4"],
  ["A02", "HS 的“章”是编码的前几位？", "2"],
  ["A02", "HS 编码 6204.42 属于第几章？", "62"],
  [
    "A03",
    "一件成本 45 元，包装 3 元，内陆运费 2 元，汇率 7.2。FOB 成本多少美元（两位小数）？",
    "6.94",
  ],
  ["A03", "成本 8 美元，要占售价 20 % 的毛利，售价多少美元？", "10"],
  ["A03", "售价 12 美元，佣金 15 %。扣佣金后剩多少美元？", "10.2"],
  ["A03", "货值 300 美元，关税 10 %，增值税 20 %（按货值加关税）。两项税一共多少美元？", "96"],
  ["H01", "包裹 40 × 30 × 20 厘米，除数 5,000。体积重多少千克？", "4.8"],
  ["H01", "实重 3.2 千克，体积重 4.8 千克。按多少千克收费？", "4.8"],
  ["H01", "首重 0.5 千克 30 元，续重每 0.5 千克 12 元。2 千克多少元？", "66"],
  ["H01", "8 个 250 克的包裹，每千克 90 元，每件另收挂号费 18 元。一共多少元？", "324"],
] as const;

const courseTopics = ["C01", "C02", "C03", "C06", "D01", "D03", "I03", "J01"] as const;
const ownTopics = ["A01", "A02", "A03", "H01"] as const;
const questionsATopic = 4;

export interface Banks {
  readonly ids: readonly string[];
  /** What is right, by what is asked. */
  readonly known: ReadonlyMap<string, Question>;
}

/** The school's bank with its questions, and the courses'. */
export async function openBanks({ teacher, school }: School): Promise<Banks> {
  const { id: own } = await teacher.call("POST /assessment/banks", {
    body: { school, name: "外贸基础" },
  });
  for (const [topic, asks, value] of ownQuestions)
    await teacher.call("POST /assessment/banks/:bank/questions", {
      where: { bank: own },
      body: { question: numerical(asks, value), topics: [topic] },
    });
  const banks = await teacher.call("GET /assessment/banks");
  const ids = banks.flatMap((one) => (one.id === own || one.school === null ? [one.id] : []));
  const known = new Map<string, Question>();
  for (const bank of ids) {
    const { list } = await teacher.call("GET /assessment/banks/:bank", { where: { bank } });
    for (const { id: question, topics } of list) {
      if (![...courseTopics, ...ownTopics].some((one) => topics.includes(one))) continue;
      const view = await teacher.call("GET /assessment/banks/:bank/questions/:question", {
        where: { bank, question },
      });
      if ("stem" in view.question) known.set(view.question.stem.text, view.question);
    }
  }
  return { ids, known };
}

const numerical = (asks: string, value: string): Question => ({
  type: "numerical",
  name: "",
  category: "",
  idNumber: "",
  tags: [],
  stem: { format: "plain", text: asks },
  feedback: null,
  pointsMicro: 1_000_000,
  penaltyMicro: 0,
  answers: [{ value, tolerance: "0", shareMicro: 1_000_000, feedback: null }],
});

/** The class sits an exam: who has learned answers rightly, who has not takes what stands first. */
export async function sitTheory(school: School, banks: Banks, name: string): Promise<void> {
  const { teacher, id } = school;
  const { id: exam } = await teacher.call("POST /assessment/classes/:class/exams", {
    where: { class: id },
    body: {
      kind: "theory",
      name,
      language: "zh",
      passingPercent: 60,
      banks: [...banks.ids],
      sections: [...courseTopics, ...ownTopics].map((topic) => {
        return { name: topic, topics: [topic], types: [], questions: questionsATopic, points: 1 };
      }),
      minutes: 120,
      opensAt: null,
      closesAt: null,
    },
  });
  const where = { exam };
  await teacher.call("POST /assessment/exams/:exam/open", { where });
  await sit(school.able, exam, (asked) => rightOf(asked, banks));
  await sit(school.careless, exam, (asked) => rightOf(asked, banks));
  await sit(school.mate, exam, firstOf);
  await teacher.call("POST /assessment/exams/:exam/close", { where });
  await teacher.call("POST /assessment/exams/:exam/publish", { where });
}

type Answer =
  | { readonly chosen: number[] }
  | { readonly isTrue: boolean }
  | { readonly matches: string[] }
  | { readonly text: string };

const answersAtOnce = 20;

async function sit(
  { client }: Pupil,
  exam: string,
  answer: (asked: AskedQuestion) => Answer,
): Promise<void> {
  const where = { exam };
  const machine = uuidv7();
  const body = { machine };
  const { questions } = await client.call("POST /assessment/exams/:exam/sitting", { where, body });
  for (let at = 0; at < questions.length; at += answersAtOnce) {
    const answers = questions.slice(at, at + answersAtOnce).map((asked) => ({
      place: asked.place,
      revision: 1,
      answer: answer(asked),
      isForLater: false,
    }));
    await client.call("PUT /assessment/exams/:exam/sitting", {
      where,
      body: { machine, answers },
    });
  }
  await client.call("POST /assessment/exams/:exam/sitting/hand-in", { where, body });
}

function firstOf({ type, options, prompts, matches }: AskedQuestion): Answer {
  if (type === "single-choice" || type === "multiple-choice")
    return { chosen: options.slice(0, 1).map(({ place }) => place) };
  if (type === "true-false") return { isTrue: true };
  if (type === "matching") return { matches: prompts.map(() => matches[0]!) };
  return { text: "1" };
}

function rightOf({ stem }: AskedQuestion, { known }: Banks): Answer {
  const question = known.get(stem.text);
  switch (question?.type) {
    case "single-choice":
    case "multiple-choice":
      return {
        chosen: question.answers.flatMap(({ shareMicro }, place) =>
          shareMicro > 0 ? [place] : [],
        ),
      };
    case "true-false":
      return { isTrue: question.isTrue };
    case "matching":
      return { matches: question.pairs.map(({ match }) => match) };
    case "numerical":
      return { text: question.answers[0]!.value ?? "0" };
    case "short-answer":
      return { text: question.answers[0]!.pattern.replaceAll("*", "") };
    default:
      throw new Error(`nobody taught it: ${stem.text}`);
  }
}
