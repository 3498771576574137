export const practice = {
  today: { title: "今天", photo: { 0: "原图" } },
  stores_other: "{{count}} 家店铺",
} as const;
