/**
 * How the forty invented students of the demonstration run their stores: what they sell, where, and
 * with which habits. The habits are those that teachers know, good and bad, so that the class shows
 * success, trouble and everything between.
 */

/** How a student writes: for the search, by the product's name, in Chinese only, or too loudly. */
export type DemoWords = "careful" | "plain" | "foreign" | "loud";

export type DemoHabits = {
  readonly words: DemoWords;
  readonly photos: 0 | 1 | 2 | 3;
  /** Share of the suggested price that is asked, basis points. */
  readonly priceBp: number;
  readonly service: "cheapest" | "balanced" | "quickest";
  /** Days promised to the buyer: what nine, five or one of ten parcels keep. */
  readonly promise: "p90Days" | "p50Days" | "p10Days";
  readonly ads: DemoAds | null;
  readonly supply: DemoSupply;
  /** Writes its listings anew on this day, as one who has learned; 0 never. */
  readonly learnsOn: number;
  /** How it treats buyers after the sale; null leaves what every store begins with. */
  readonly answers: DemoAnswers | null;
  /** Sends part of its stock ahead to the first market's warehouse. */
  readonly usesWarehouse: boolean;
};

/** Standing answers from a day on, and whether somebody is hired where they are not enough. */
export type DemoAnswers = {
  readonly from: number;
  readonly disputes: "ask" | "refund" | "contest";
  readonly returns: "ask" | "resell" | "home" | "scrap";
  readonly handAnswers: number;
  readonly hires: boolean;
};

/** What is bought: some of all and then by a rule, nothing, or one product for all the cash. */
export type DemoSupply =
  | { readonly kind: "rule"; readonly from: number; readonly batches: number }
  | { readonly kind: "none" }
  | { readonly kind: "all-in"; readonly cashBp: number };

export type DemoAds = {
  readonly from: number;
  readonly dollarsADay: number;
  /** Share of the break-even bid, basis points. */
  readonly bidBp: number;
  readonly match: "auto" | "phrase";
};

export type DemoStudent = {
  readonly store: string;
  readonly habits: DemoHabits;
  /** In order of choice; the first two come with starter stock. */
  readonly skus: readonly string[];
  readonly markets: readonly string[];
  /** Enters the season on this day. */
  readonly from: number;
  /** Looks in every so many days. */
  readonly every: number;
  /** The last day on which anything is decided. */
  readonly until: number;
};

const attentive: DemoAnswers = {
  from: 2,
  disputes: "refund",
  returns: "resell",
  handAnswers: 30,
  hires: true,
};
/** Has no money to give away, and answers when there is nothing else to do. */
const sparing: DemoAnswers = {
  from: 4,
  disputes: "contest",
  returns: "scrap",
  handAnswers: 20,
  hires: false,
};

const careful: DemoHabits = {
  words: "careful",
  photos: 2,
  priceBp: 10_000,
  service: "balanced",
  promise: "p90Days",
  ads: { from: 3, dollarsADay: 15, bidBp: 6_000, match: "phrase" },
  supply: { kind: "rule", from: 1, batches: 3 },
  learnsOn: 0,
  answers: attentive,
  usesWarehouse: false,
};
const thrifty: DemoHabits = {
  ...careful,
  photos: 1,
  priceBp: 8_200,
  service: "cheapest",
  ads: null,
  supply: { kind: "rule", from: 2, batches: 1 },
  answers: sparing,
};
const proud: DemoHabits = {
  ...careful,
  photos: 3,
  priceBp: 14_500,
  service: "quickest",
  ads: { from: 4, dollarsADay: 10, bidBp: 8_000, match: "auto" },
  supply: { kind: "none" },
  answers: { ...attentive, disputes: "contest", hires: false },
};
const eager: DemoHabits = {
  ...careful,
  words: "plain",
  photos: 1,
  service: "cheapest",
  ads: { from: 2, dollarsADay: 90, bidBp: 30_000, match: "auto" },
  supply: { kind: "rule", from: 2, batches: 1 },
  answers: null,
};
const plain: DemoHabits = {
  ...careful,
  words: "plain",
  photos: 1,
  priceBp: 10_500,
  service: "cheapest",
  promise: "p50Days",
  ads: null,
  supply: { kind: "none" },
  answers: null,
};
const learner: DemoHabits = {
  ...plain,
  promise: "p90Days",
  learnsOn: 6,
  answers: { ...attentive, from: 6 },
  supply: { kind: "rule", from: 1, batches: 3 },
};
const hasty: DemoHabits = {
  ...plain,
  words: "foreign",
  photos: 0,
  priceBp: 12_500,
  promise: "p10Days",
};
const loud: DemoHabits = { ...plain, words: "loud", priceBp: 9_500, promise: "p10Days" };
/** Has seen how fast the class sells, and buys for two weeks at once. */
const farsighted: DemoHabits = { ...careful, supply: { kind: "rule", from: 1, batches: 9 } };
const bold: DemoHabits = { ...careful, supply: { kind: "all-in", cashBp: 9_800 } };
const reckless: DemoHabits = { ...bold, supply: { kind: "all-in", cashBp: 10_400 } };
const planner: DemoHabits = { ...careful, usesWarehouse: true };

type Rhythm = Partial<Pick<DemoStudent, "from" | "every" | "until">>;

const student = (
  store: string,
  habits: DemoHabits,
  skus: string,
  markets: string,
  rhythm: Rhythm = {},
): DemoStudent => ({
  store,
  habits,
  skus: skus.split(" "),
  markets: markets.split(" "),
  from: 1,
  every: 1,
  until: Number.MAX_SAFE_INTEGER,
  ...rhythm,
});

/** By place in the class, as `demoStudents` names them. */
export const demoStores: readonly DemoStudent[] = [
  student("明轩杯壶", farsighted, "YKB-101 TZH-931 YKB-103", "us gb de"),
  student("雨桐小铺", learner, "YWG-833 YWG-841 YWG-801", "us gb jp"),
  student("子涵的灯", careful, "NBS-402 NBS-403", "us gb ca"),
  student("思远户外", planner, "WYO-303 WYO-301", "us de"),
  student("佳怡家居", thrifty, "HZS-513 TZH-933 TZH-932", "us fr gb"),
  student("浩然工具", eager, "YKT-213 YKT-212", "us ca"),
  student("欣妍首饰盒", proud, "ZJM-901 YWG-801", "us jp kr"),
  student("梓睿数码配件", eager, "YWG-831 YWG-833", "us"),
  student("若曦丝语", proud, "HZS-501 HZS-502", "fr us jp"),
  student("俊杰杂货", hasty, "YWG-812 YWG-813", "us de", { until: 2 }),
  student("诗涵厨房", careful, "TZH-931 YKB-111", "us gb"),
  student("宇航 Outdoor", learner, "WYO-301 WYO-302", "us ca au", { every: 2 }),
  student("静雯手帐", careful, "NBS-411 NBS-412", "jp us kr"),
  student("天佑五金", plain, "YKT-211 YKT-213", "us", { every: 3 }),
  student("梦瑶衣橱", learner, "HZS-522 HZS-521", "us gb"),
  student("泽宇杯子店", thrifty, "YKB-104 YKB-101", "us gb au"),
  student("雅琪伞坊", careful, "SXU-922 SXU-921", "gb jp us"),
  student("志强百货", loud, "TZH-931 TZH-932", "us"),
  student("晓彤童装", planner, "HUK-603 HUK-601", "us au"),
  student("文博潮玩", eager, "YWG-811 YWG-812", "us gb", { every: 2 }),
  student("诗雨餐桌", careful, "LQC-203 LQC-202", "us fr"),
  student("嘉豪家居", bold, "TZH-932 TZH-933", "us ca"),
  student("婉清生活", plain, "NBA-313 NBA-311", "us gb", { until: 3 }),
  student("子轩机械", proud, "YKT-202 YKT-201", "us de"),
  student("雪莹袜屋", thrifty, "ZJM-911 ZJM-913 ZJM-912", "us de gb"),
  student("宇辰行囊", learner, "JXB-101 JXB-102", "us ca"),
  student("可欣派对", careful, "YWG-822 YWG-821", "us gb ca"),
  student("浩宇好物", loud, "YWG-834 YWG-833", "us", { every: 2 }),
  student("心怡浴室", careful, "HZS-511 HZS-513", "us fr"),
  student("逸凡鞋铺", thrifty, "WZF-703 YWG-802", "us au"),
  student("语嫣礼物", planner, "YWG-842 YWG-841", "us gb"),
  student("睿哲随便卖", hasty, "YWG-814 YWG-811", "us", { until: 1 }),
  student("梦洁收纳", careful, "TZH-933 TZH-932", "us jp"),
  student("凯文 Lighting", eager, "NBS-403 NBS-404", "us"),
  student("许晴发饰", learner, "ZJM-902 YWG-802 YWG-803", "us kr", { from: 3 }),
  student("子墨茶器", plain, "LQC-202 LQC-201", "us jp", { every: 2 }),
  student("佳宁保温杯", careful, "YKB-103 YKB-101", "us ca de"),
  student("庆余年货", reckless, "YWG-821 YWG-822", "us"),
  student("雨萱美护", careful, "NBA-311 NBA-312", "us gb", { from: 2 }),
  student("星辰小家电", hasty, "NBA-301 NBA-303", "us", { every: 3 }),
];
