export const practice = {
  today: { title: "Today", stores_one: "{{count}} store", stores_other: "{{count}} stores" },
} as const;
