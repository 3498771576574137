import type { Finding, Rule } from "../rule.ts";
import type { Tree } from "../tree.ts";

const migration = /^server\/modules\/(practice|trade|service)\/store\/migrations\/.*\.sql$/;

/** One `create table` or `create unique index` with the offset of its first character. */
interface Statement {
  readonly text: string;
  readonly start: number;
}

/** Comments and strings blanked out, so that offsets stay and only SQL is read. */
function plainSql(text: string): string {
  const blank = (found: string) => found.replace(/[^\n]/g, " ");
  return text
    .replace(/--[^\n]*/g, blank)
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/'(?:[^']|'')*'/g, blank)
    .toLowerCase();
}

function statementsOf(sql: string): Statement[] {
  const statements: Statement[] = [];
  let start = 0;
  for (const text of sql.split(";")) {
    statements.push({ text, start });
    start += text.length + 1;
  }
  return statements;
}

const listed = /\b(?:primary key|unique(?: nulls not distinct)?|foreign key)\s*\(\s*([a-z_]+)/g;
const indexed = /\bunique index\b.*?\bon\s+[a-z_.]+\s*(?:using\s+\w+\s*)?\(\s*([a-z_]+)/gs;
/** A column that is a key by itself: `id uuid primary key`. */
const alone = /^\s*([a-z_]+)\s[^,\n]*?\b(?:primary key|unique|references)\b(?!\s*\()/gm;
const notColumns = ["create", "alter", "add", "constraint", "primary", "unique", "foreign"];

/** The first columns of the keys that a statement declares, with the offset of each. */
function keysOf(statement: string): { column: string; at: number }[] {
  const keys: { column: string; at: number }[] = [];
  for (const pattern of [listed, indexed, alone])
    for (const { 0: text, 1: column, index } of statement.matchAll(pattern))
      if (column !== undefined && !notColumns.includes(column))
        keys.push({ column, at: index + text.search(/\S/) });
  return keys;
}

/** What a key of this table may begin with. */
function beginnings(module: string, table: string): string[] {
  const allowed = ["season_id", "organisation_id"];
  if (module !== "practice") allowed.push("channel_id");
  if (table === `${module}.season`) allowed.push("id");
  return allowed;
}

function faultsOf(module: string, { text, start }: Statement): { at: number; advice: string }[] {
  const faults: { at: number; advice: string }[] = [];
  const table = /\b(?:table(?: if not exists)?|on)\s+([a-z_]+\.[a-z_]+)/.exec(text)?.[1] ?? "";
  if (table === "") return faults;
  const allowed = beginnings(module, table);
  for (const { column, at } of keysOf(text))
    if (!allowed.includes(column))
      faults.push({
        at: start + at,
        advice: `A key of ${table} begins with ${column}; begin it with ${allowed[0]}.`,
      });
  for (const found of text.matchAll(/\breferences\s+([a-z_]+)\./g))
    if (found[1] !== module)
      faults.push({
        at: start + found.index,
        advice: `${table} refers to another schema; keep the id, without a foreign key.`,
      });
  const counter = /\b(?:small|big)?serial\b|\bas identity\b/.exec(text);
  if (counter !== null)
    faults.push({
      at: start + counter.index,
      advice: `${table} counts by itself; ids are UUIDv7 handed in, numbers come from the log.`,
    });
  return faults;
}

function check(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const path of tree.paths) {
    const module = migration.exec(path)?.[1];
    if (module === undefined) continue;
    const text = tree.text(path);
    const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
    const sql = plainSql(text);
    const sequence = /\bcreate sequence\b/.exec(sql);
    if (sequence !== null) {
      const advice = "A sequence cannot be distributed; ids are UUIDv7 handed in.";
      findings.push({ path, line: lineAt(sequence.index), advice });
    }
    for (const statement of statementsOf(sql))
      for (const { at, advice } of faultsOf(module, statement))
        findings.push({ path, line: lineAt(at), advice });
  }
  return findings;
}

export const seasonKeys: Rule = {
  name: "season-keys",
  says: "Every key of a season's table begins with season_id, so that seasons can be distributed.",
  check,
};
