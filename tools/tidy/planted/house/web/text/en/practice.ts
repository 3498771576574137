export const practice = {
  today: { title: "Today", photo: { 0: "As it came" } },
  stores_one: "{{count}} store",
  stores_other: "{{count}} stores",
} as const;
