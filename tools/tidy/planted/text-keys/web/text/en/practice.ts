export const practice = {
  today: { title: "Today", when: "When" },
  stores_one: "store",
  stores_other: "stores",
};
