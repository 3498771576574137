import { createHash } from "node:crypto";

/** 1 January 2026 in Unix milliseconds: the time that the ids of the demonstration carry. */
const demoMillis = 1_767_225_600_000;

/** A UUIDv7 that is the same in every demonstration, made of a name. */
export function demoId(name: string): string {
  const bytes = createHash("sha256")
    .update(`echelon demonstration: ${name}`)
    .digest()
    .subarray(0, 16);
  bytes.writeUIntBE(demoMillis, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

/**
 * Who is in the demonstration. All of it is invented; the names say so where they could be real.
 */
export const demo = {
  school: {
    id: demoId("school"),
    kind: "school",
    slug: "zhijiang",
    name: { zh: "之江跨境学院（示范）", en: "Zhijiang Cross-Border College (demo)" },
  },
  association: {
    id: demoId("association"),
    kind: "association",
    slug: "zjca",
    name: { zh: "之江跨境电商协会（示范）", en: "Zhijiang Cross-Border Trade Association (demo)" },
  },
  government: {
    id: demoId("government"),
    kind: "government",
    slug: "zjtalent",
    name: { zh: "之江市商务人才办公室（示范）", en: "Zhijiang Office for Trade Talent (demo)" },
  },
  operator: {
    id: demoId("operator"),
    kind: "operator",
    slug: "operator",
    name: { zh: "运行方（示范）", en: "Operator (demo)" },
  },
  teacher: { id: demoId("teacher"), name: "周岚" },
  assistant: { id: demoId("assistant"), name: "陈默" },
  mentors: [
    { id: demoId("mentor 1"), name: "方正平" },
    { id: demoId("mentor 2"), name: "吴小溪" },
  ],
  student: (place: number) => demoId(`student ${place}`),
} as const;

/** Forty invented students, by number 2301001 to 2301040. */
export const demoStudents: readonly string[] = (
  "李明轩 王雨桐 张子涵 刘思远 陈佳怡 杨浩然 赵欣妍 黄梓睿 周若曦 吴俊杰 徐诗涵 孙宇航 胡静雯 朱天佑 高梦瑶 林泽宇 何雅琪 郭志强 " +
  "马晓彤 罗文博 梁诗雨 宋嘉豪 郑婉清 谢子轩 韩雪莹 唐宇辰 冯可欣 于浩宇 董心怡 萧逸凡 程语嫣 曹睿哲 袁梦洁 邓凯文 许晴 傅子墨 " +
  "沈佳宁 曾庆余 彭雨萱 吕星辰"
).split(" ");
