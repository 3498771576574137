import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const web = join(import.meta.dirname, "..");
const contract = join(web, "..", "contract");

/** Files of the contract that a source needs when it runs; types are gone by then. */
const factsOf = (text: string): string[] =>
  [...text.matchAll(/^import (?!type\b)([^;]*?) from "@echelon\/contract\/([^"]+)"/gms)]
    .filter(
      ([, names = ""]) => names.replaceAll(/\btype \w+,?/g, "").replaceAll(/[{}\s]/g, "") !== "",
    )
    .map(([, , path = ""]) => path);

test("the web app takes facts from the contract and leaves its validator behind", () => {
  // Why: zod makes functions of text, which the content policy refuses, and it is heavy.
  const sources = globSync("**/*.{ts,tsx}", {
    cwd: web,
    exclude: (path) => /dist|test/.test(path),
  });
  const facts = sources.flatMap((path) =>
    factsOf(readFileSync(join(web, path), "utf8")).map((fact) => ({ path, fact })),
  );
  assert.ok(facts.length > 0);
  for (const { path, fact } of facts) {
    const text = readFileSync(join(contract, fact), "utf8");
    assert.doesNotMatch(text, /^import .*"zod"/m, `${path} takes zod along with ${fact}`);
  }
});

test("an import of types alone is no fact, one among them is", () => {
  const line = (names: string) => `import ${names} from "@echelon/contract/a/b.ts";`;
  assert.deepEqual(factsOf(line("type { A }")), []);
  assert.deepEqual(factsOf(line("{ type A, type B }")), []);
  assert.deepEqual(factsOf(line("{ type A, b }")), ["a/b.ts"]);
});
