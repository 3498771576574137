import type { Finding, Rule } from "../rule.ts";
import { objectsExported, keyOf } from "../syntax.ts";
import type { Tree } from "../tree.ts";
import { languages, textKeys } from "./text-keys.ts";

const table = /^contract\/([a-z-]+)\/refusals\.ts$/;
const page = /^docs\/reference\/refusals\/([a-z-]+)\.md$/;
/** A module may keep the sentences that come with its rooms in a file of its own. */
const sentences = /^web\/text\/(zh|en)\/refusals(?:-[a-z-]+)?\.ts$/;
const code = /^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/;
const chinese = /[\u4e00-\u9fff]/;
const english = /[a-z]{3,} [a-z]{2,}/i;

/** Where a code stands. */
interface Place {
  readonly path: string;
  readonly line: number;
}

/** The codes of all modules with the place of each; a code without a status is a finding. */
function codesDeclared(tree: Tree): { codes: Map<string, Place>; findings: Finding[] } {
  const codes = new Map<string, Place>();
  const findings: Finding[] = [];
  for (const path of tree.paths) {
    const module = table.exec(path)?.[1];
    if (module === undefined) continue;
    const source = tree.source(path);
    for (const object of objectsExported(source))
      for (const property of object.properties) {
        if (property.type !== "Property") continue;
        const place = { path, line: source.lineAt(property.start) };
        const name = keyOf(property) ?? "";
        codes.set(name, place);
        if (!code.test(name) || !name.startsWith(`${module}/`))
          findings.push({ ...place, advice: `"${name}" should read ${module}/what-is-refused.` });
        const status = /\b[45]\d\d\b/.test(
          source.text.slice(property.value.start, property.value.end),
        );
        if (!status) findings.push({ ...place, advice: `"${name}" needs its HTTP status.` });
      }
  }
  return { codes, findings };
}

/** The manual's sections, by the code in their heading, with what is written under each. */
function sectionsOf(tree: Tree): Map<string, Place & { text: string }> {
  const sections = new Map<string, Place & { text: string }>();
  for (const path of tree.paths) {
    if (!page.test(path)) continue;
    let heading = "";
    tree
      .text(path)
      .split("\n")
      .forEach((text, index) => {
        const found = /^## `?([a-z0-9-]+\/[a-z0-9-]+)`?\s*$/.exec(text)?.[1];
        if (found !== undefined) {
          heading = found;
          sections.set(found, { path, line: index + 1, text: "" });
          return;
        }
        const section = sections.get(heading);
        if (section !== undefined)
          sections.set(heading, { ...section, text: `${section.text}${text}\n` });
      });
  }
  return sections;
}

function check(tree: Tree): Finding[] {
  const { codes, findings } = codesDeclared(tree);
  const sections = sectionsOf(tree);
  for (const [name, { path, line, text }] of sections) {
    if (!codes.has(name))
      findings.push({ path, line, advice: `No contract refuses with ${name}; drop the section.` });
    if (!chinese.test(text) || !english.test(text))
      findings.push({ path, line, advice: `Explain ${name} in Chinese and in English.` });
  }
  for (const [name, place] of codes)
    if (!sections.has(name)) {
      const manual = `docs/reference/refusals/${name.split("/")[0] ?? ""}.md`;
      findings.push({ ...place, advice: `Explain ${name} under "## ${name}" in ${manual}.` });
    }
  for (const language of languages) findings.push(...textFindings(tree, language, codes));
  return findings;
}

function textFindings(tree: Tree, language: string, codes: Map<string, Place>): Finding[] {
  const door = `web/text/${language}/refusals.ts`;
  const fileOf = (module: string) => `web/text/${language}/refusals-${module}.ts`;
  if (!tree.has(door)) {
    if (codes.size === 0) return [];
    return [{ path: door, line: 1, advice: "Write the sentence of every refusal code here." }];
  }
  /** A module with a file of its own has its sentences there, and the door has all others. */
  const pathOf = (name: string) => {
    const own = fileOf(name.split("/")[0] ?? "");
    return tree.has(own) ? own : door;
  };
  const findings: Finding[] = [];
  const told = new Set<string>();
  for (const path of tree.paths.filter((one) => sentences.exec(one)?.[1] === language))
    for (const [name, line] of textKeys(tree.source(path)).keys) {
      if (!codes.has(name))
        findings.push({ path, line, advice: `No contract refuses with ${name}; drop the text.` });
      else if (pathOf(name) !== path)
        findings.push({ path, line, advice: `${name} is told in ${pathOf(name)}; move it there.` });
      else told.add(name);
    }
  for (const [name, place] of codes)
    if (!told.has(name))
      findings.push({ ...place, advice: `Write the sentence of ${name} in ${pathOf(name)}.` });
  return findings;
}

export const refusals: Rule = {
  name: "refusals",
  says: "Every refusal code has a status, a page in the manual, and a sentence in both languages.",
  check,
};
