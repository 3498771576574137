export const modules = [
  { name: "teaching", needs: ["practice"] },
  { name: "practice", needs: ["teaching", "trade"] },
  { name: "ghost", needs: [] },
] as const;
