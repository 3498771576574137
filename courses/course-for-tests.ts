/** A made-up course of the least size that is whole, as loose files in which tests plant faults. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readCourse } from "./check-course.ts";
import type { CourseReading } from "./course-folder.ts";

/** As it was parsed, of no type: a fault is what the types forbid. */
export type Loose = ReturnType<typeof JSON.parse>;

/** Files by path; a string is text, anything else becomes JSON. */
export type LooseCourse = Record<string, Loose>;

const said = (zh: string, en: string) => ({ zh, en });
const lessonIds = ["one", "two", "three", "four", "five", "six", "seven", "eight"].map(
  (name, at) => `0${at + 1}-${name}`,
);
const tasks = ["open", "price", "advertise", "serve"];
const types = [
  "single-choice",
  "multiple-choice",
  "true-false",
  "numerical",
  "matching",
  "short-answer",
];

export function looseCourse(): LooseCourse {
  const files: LooseCourse = {
    "course.json": courseFile(),
    "sources.json": [
      {
        id: "fees",
        publisher: "Made Up Ltd",
        title: "A fee table of nobody",
        url: "https://example.com/fees",
        published: "2026",
        seen: "2026-11-30",
        verified: false,
        says: said("佣金是一成五。", "The commission is 15 percent."),
      },
    ],
    "project.json": projectFile(),
    "guide/zh.md": "## 课前\n\n先看一遍。\n",
    "guide/en.md": "## Before\n\nRead it once.\n",
    "pictures/way.zh.svg": picture("路线", "从工厂到买家"),
    "pictures/way.en.svg": picture("The way", "From the plant to the buyer"),
  };
  lessonIds.forEach((id, at) => {
    files[`lessons/${id}/zh.md`] = lessonText(at, "zh");
    files[`lessons/${id}/en.md`] = lessonText(at, "en");
    files[`questions/${id}.json`] = questionsOf(id, at);
  });
  for (const id of tasks) files[`tasks/${id}.json`] = taskFile(id);
  return files;
}

function courseFile(): Loose {
  const week = (lessons: string[], hours: number, at: number) => ({
    week: at + 1,
    hours,
    lessons,
    plan: said("讲与练。", "Talk and practice."),
  });
  return {
    id: "C3",
    slug: "made-up",
    version: "1.0.0",
    name: said("示例课程", "Made-up course"),
    about: said("为测试而写。", "Written for tests."),
    competencies: ["C01", "C04"],
    goals: [
      { id: "g1", text: said("会开店。", "Opens a store."), competencies: ["C01"] },
      { id: "g2", text: said("会定价。", "Sets prices."), competencies: ["C04"] },
    ],
    lessons: lessonIds.map((id, at) => ({
      id,
      name: said(`第${at + 1}课`, `Lesson ${at + 1}`),
      minutes: 90,
      goals: [at < 4 ? "g1" : "g2"],
      tasks: tasks.slice(at, at + 1),
    })),
    timetables: [
      { hours: 32, weeks: lessonIds.map((id, at) => week([id], 4, at)) },
      { hours: 64, weeks: lessonIds.map((id, at) => week([id], 8, at)) },
    ],
  };
}

const filler = {
  zh: "一家店先把货、价、运费和税算清楚，再决定卖给谁、卖多少。",
  en: "A store first works out goods, price, freight and tax, then decides whom to sell to.",
};

function lessonText(at: number, language: "zh" | "en"): string {
  const isZh = language === "zh";
  const checks = [0, 1, 2].map((index) => `q-${at}-${index}`).join(" ");
  const body = Array.from({ length: isZh ? 80 : 70 }, () => filler[language]).join(isZh ? "" : " ");
  return `## ${isZh ? "情景" : "A case"}

${body} ${isZh ? "佣金一成五" : "The commission is 15 percent"}[^fees].

![${isZh ? "路线图" : "A map of the way"}](way)

| ${isZh ? "项目 | 金额" : "Line | Amount"} |
|---|---|
| ${isZh ? "售价" : "Price"} | 19.99 |

\`\`\`sum
${isZh ? "毛利" : "Margin"} = 19.99 − 6.40 − 3.00 = 10.59 USD
${isZh ? "毛利率" : "Share"} = 10.59 ÷ 19.99 ≈ 53.0%
\`\`\`

\`\`\`check
${checks}
\`\`\`

## ${isZh ? "小结" : "In short"}

- ${isZh ? "先算后卖。" : "Work it out, then sell."}

\`\`\`try
1. ${isZh ? "打开市场。" : "Open the market."}
\`\`\`
`;
}

/** Eight questions a lesson: three for its check, one or two for each test, the rest for banks. */
function questionsOf(lesson: string, at: number): Loose[] {
  return Array.from({ length: 8 }, (_, index) => {
    const isForm = index >= 4;
    const type = types[(isForm ? at + Math.floor(index / 2) : at + index) % types.length]!;
    const form = isForm && (index < 6 || at % 2 === 0) ? (index % 2 === 0 ? "a" : "b") : null;
    return question({ id: `q-${at}-${index}`, lesson, form, type });
  });
}

function question(base: { id: string; lesson: string; form: string | null; type: string }): Loose {
  const whole = {
    ...base,
    competencies: ["C01"],
    stem: said("哪一个对？", "Which one is right?"),
    why: said("因为如此。", "Because it is so."),
  };
  const choice = (text: string, right: boolean) => ({ text: said(text, text), right });
  switch (base.type) {
    case "single-choice":
      return { ...whole, answers: [choice("1", true), choice("2", false), choice("3", false)] };
    case "multiple-choice":
      return { ...whole, answers: [choice("1", true), choice("2", true), choice("3", false)] };
    case "true-false":
      return { ...whole, isTrue: true };
    case "numerical":
      return { ...whole, value: "12.50", tolerance: "0.01" };
    case "matching":
      return {
        ...whole,
        pairs: ["1", "2", "3"].map((one) => ({ prompt: said(one, one), match: said(one, one) })),
      };
    default:
      return { ...whole, accepts: { zh: ["佣金"], en: ["commission"] } };
  }
}

function taskFile(id: string): Loose {
  return {
    id,
    version: 1,
    name: said("开一家店", "Open a store"),
    brief: said("上架三件商品。", "List three products."),
    minutes: 40,
    scenario: "first-week",
    changes: { days: 7 },
    bots: 12,
    competencies: ["C01"],
    passBp: 6000,
    checklist: {
      operationsBp: 0,
      units: [
        {
          id: "listings",
          name: said("刊登", "Listings"),
          tasks: [
            {
              id: "complete",
              name: said("完整刊登", "Complete listings"),
              asks: said("三个完整的刊登。", "Three complete listings."),
              points: 10,
              measure: "complete-listings",
              least: 0,
              level: 8000,
              steps: [{ from: 3, shareBp: 10_000 }],
            },
          ],
        },
      ],
      deductions: [],
    },
    reference: { products: 3, markets: 1, photoLevel: 1, isWide: false, seed: 7 },
  };
}

function projectFile(): Loose {
  return {
    name: said("开店项目", "A store"),
    brief: said("开一家店并写报告。", "Open a store and report."),
    hours: 8,
    delivers: [said("报告", "A report")],
    competencies: ["C01", "C04"],
    criteria: ["C01", "C04", "C01", "C04"].map((competency) => ({
      competency,
      name: said("结果", "Result"),
      anchors: [0, 1, 2, 3, 4].map((mark) => said(`看得见${mark}项`, `Shows ${mark} things`)),
    })),
  };
}

function picture(title: string, desc: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 200" role="img">
<title>${title}</title><desc>${desc}</desc>
<rect class="fill-soft" x="10" y="10" width="200" height="80"/>
<text x="20" y="50" font-size="16" font-family="sans-serif" fill="currentColor">1</text>
</svg>`;
}

/** Reads what it writes into a folder of its own, which is gone afterward. */
export function readWrittenCourse(files: LooseCourse): CourseReading {
  const home = mkdtempSync(join(tmpdir(), "echelon-course-"));
  const folder = join(home, "made-up");
  try {
    mkdirSync(folder);
    for (const [path, content] of Object.entries(files)) {
      if (content === null) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      const text = typeof content === "string" ? content : JSON.stringify(content);
      writeFileSync(join(folder, path), text);
    }
    return readCourse(folder);
  } finally {
    rmSync(home, { recursive: true });
  }
}
