export const modules = [
  { name: "teaching", needs: [] },
  { name: "practice", needs: ["teaching"] },
] as const;
