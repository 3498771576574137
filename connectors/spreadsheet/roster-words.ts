/** The words of class lists in both languages: headings, roles, states. */
import type { RosterColumn } from "@echelon/contract/teaching/roster.ts";
import type { ClassRole } from "@echelon/contract/teaching/shapes.ts";

/** The first of each is what the Chinese template says, the second the English one. */
export const rosterAliases: Readonly<Record<RosterColumn, readonly [string, string, ...string[]]>> =
  {
    number: ["学号", "Student number", "工号", "学籍号", "学生学号", "Number", "Student ID", "ID"],
    name: ["姓名", "Name", "学生姓名", "Full name", "Student name"],
    class: ["班级", "Class", "行政班", "班级名称"],
    role: ["身份", "Role", "角色"],
    status: ["状态", "Status", "学籍状态", "在读状态"],
  };

export const roleNames: Readonly<
  Record<"student" | "teacher" | "assistant", readonly [string, string]>
> = {
  student: ["学生", "student"],
  teacher: ["教师", "teacher"],
  assistant: ["助教", "assistant"],
};

export const roleWords: ReadonlyMap<string, ClassRole> = new Map([
  ...["学生", "student"].map((word) => [word, "student"] as const),
  ...["教师", "老师", "teacher"].map((word) => [word, "teacher"] as const),
  ...["助教", "assistant"].map((word) => [word, "assistant"] as const),
  ...["企业导师", "导师", "mentor"].map((word) => [word, "mentor"] as const),
]);

export const statusNames: readonly (readonly [string, string])[] = [
  ["在读", "active"],
  ["离校", "left"],
];

export const statusWords: ReadonlyMap<string, boolean> = new Map([
  ...["在读", "在籍", "在校", "正常", "active", "是"].map((word) => [word, true] as const),
  ...["离校", "退学", "休学", "毕业", "转出", "left", "否"].map((word) => [word, false] as const),
]);
