import type { Rule } from "../rule.ts";

const door = /^server\/modules\/[a-z-]+\/index\.ts$/;

export const doors: Rule = {
  name: "doors",
  says: "A server module's index.ts is its only door, and no other folder has an index.",
  check: (tree) =>
    tree.paths
      .filter((path) => /(^|\/)index\.(ts|tsx|mts|mjs|js)$/.test(path) && !door.test(path))
      .map((path) => ({
        path,
        line: 1,
        advice: "Only a server module has an index.ts; import the file that has the idea.",
      })),
};
