export const practice = { today: { title: "今天", stores_other: "{{count}} 家店铺" } } as const;
