/** What the gradebook's files say: they leave the screens, so their words are written here. */
import type { GradePartId } from "@echelon/contract/assessment/gradebook-limits.ts";
import type { MasteryBand } from "@echelon/contract/assessment/mastery-bands.ts";
import type { Locale } from "@echelon/contract/platform/shapes.ts";

type Words = Readonly<Record<Locale, string>>;

export const partWords: Readonly<Record<GradePartId, Words>> = {
  outcome: { zh: "经营结果", en: "Outcome" },
  process: { zh: "过程", en: "Process" },
  reflection: { zh: "反思与方案", en: "Reflection and plan" },
  mentor: { zh: "企业导师评分", en: "Mentor" },
  exams: { zh: "考试", en: "Exams" },
};

export const sheetWords = {
  account: { zh: "账号", en: "Account" },
  number: { zh: "学号", en: "Student number" },
  name: { zh: "姓名", en: "Name" },
  factor: { zh: "互评系数", en: "Peer factor" },
  worked: { zh: "系统计算", en: "Worked out" },
  final: { zh: "教师评定", en: "Teacher's grade" },
  comment: { zh: "评语", en: "Comment" },
} as const satisfies Readonly<Record<string, Words>>;

export const reportWords = {
  title: { zh: "成绩单", en: "Grade report" },
  grade: { zh: "总评", en: "Grade" },
  passed: { zh: "合格", en: "Passed" },
  failed: { zh: "未合格", en: "Not passed" },
  passAt: { zh: "合格线", en: "Pass mark" },
  published: { zh: "成绩发布日期", en: "Published" },
  worked: { zh: "系统计算", en: "Worked out" },
  factor: { zh: "互评系数", en: "Factor from team-mates" },
  parts: { zh: "成绩构成", en: "What it is made of" },
  part: { zh: "部分", en: "Part" },
  weight: { zh: "权重 (%)", en: "Weight (%)" },
  points: { zh: "得分", en: "Points" },
  note: { zh: "说明", en: "Note" },
  nobody: { zh: "全班均无，权重分给其他部分", en: "Nobody has it: its weight goes to the others" },
  nothing: { zh: "无成绩，按 0 分计", en: "Nothing here: counts 0" },
  seasons: { zh: "经营赛季", en: "Seasons" },
  season: { zh: "赛季", en: "Season" },
  store: { zh: "店铺", en: "Store" },
  place: { zh: "名次", en: "Place" },
  score: { zh: "得分", en: "Score" },
  days: { zh: "参与天数", en: "Days taken part" },
  competencies: { zh: "能力", en: "Competencies" },
  competency: { zh: "能力点", en: "Competency" },
  standing: { zh: "现状", en: "Standing" },
  pieces: { zh: "证据数", en: "Pieces" },
  comment: { zh: "评语", en: "Comment" },
  student: { zh: "学生", en: "Student" },
  class: { zh: "班级", en: "Class" },
  asOf: { zh: "出具日期", en: "As of" },
  state: {
    zh: "成绩以发布时为准；赛季与能力按出具当日的记录。学分成绩不等同于能力证书。",
    en: "Seasons and competencies are of this day. A grade is no certificate of competencies.",
  },
} as const satisfies Readonly<Record<string, Words>>;

export const bandWords: Readonly<Record<MasteryBand, Words>> = {
  "too-little-seen": { zh: "证据太少", en: "too little seen" },
  "not-yet": { zh: "尚未达到", en: "not yet" },
  nearly: { zh: "接近", en: "nearly" },
  mastered: { zh: "已掌握", en: "mastered" },
};
