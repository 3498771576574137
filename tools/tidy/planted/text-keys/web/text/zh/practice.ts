const more = { a: "甲" };
export const practice = {
  today: { title: "今天", why: "为什么" },
  ...more,
  stores_other: "店铺",
};
