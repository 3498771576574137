export const modules = [
  { name: "teaching", needs: [] },
  { name: "trade", needs: [] },
  { name: "practice", needs: ["teaching"] },
] as const;
