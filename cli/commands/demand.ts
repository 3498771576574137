import { accessSync, constants } from "node:fs";
import { PostingMapping } from "@echelon/contract/planning/posting-record.ts";
import { classifyPostingsOf, type PostingsListener, readPostingsOf } from "@echelon/server/main.ts";
import type { Call, Command } from "../command.ts";

/** Reads postings into records, or says of records which role and echelon they are for. */
export const command: Command = {
  options: { file: { type: "string" }, mapping: { type: "string" } },
  positionals: ["action"],
  async run(call) {
    const { terminal, say, options, positionals } = call;
    const [action = ""] = positionals;
    const file = options["file"];
    if (typeof file !== "string" || (action !== "import" && action !== "classify")) {
      terminal.tell(say("wrong-arguments", { name: "demand" }));
      return 2;
    }
    if (!isReadable(file)) {
      terminal.tell(say("demand/no-file", { file }));
      return 1;
    }
    return action === "import" ? readIn(call, file) : classify(call, file);
  },
};

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

async function readIn(call: Call, file: string): Promise<number> {
  const text = String(call.options["mapping"] ?? "{}");
  const mapping = mappingIn(text);
  if (mapping === null) {
    call.terminal.tell(call.say("demand/no-mapping", { mapping: text }));
    return 2;
  }
  const today = new Date().toISOString().slice(0, "2026-11-30".length);
  return ended(call, await readPostingsOf(file, mapping, today, listener(call)));
}

function mappingIn(text: string): PostingMapping | null {
  try {
    const parsed = PostingMapping.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function classify(call: Call, file: string): Promise<number> {
  return ended(call, await classifyPostingsOf(file, listener(call)));
}

/** A record a line on one side; what a person is told on the other. */
function listener({ terminal, say }: Call): PostingsListener<unknown> {
  return {
    take: (row) => terminal.out(JSON.stringify(row)),
    refuse: ({ row, column, code, value }) =>
      terminal.tell(say("demand/problem", { row, column, what: say(`demand/${code}`), value })),
    tell: (rows) => terminal.tell(say("demand/rows", { rows })),
  };
}

type Ended = Awaited<ReturnType<typeof readPostingsOf>>;

/** 0 where every row was taken. */
function ended({ terminal, say }: Call, end: Ended): number {
  if (!end.ok) {
    const isLarge = end.refusal.code === "planning/import-too-large";
    const rowsMax = Number(end.refusal.facts?.["rowsMax"] ?? 0);
    terminal.tell(isLarge ? say("demand/import-too-large", { rowsMax }) : say("demand/no-table"));
    return 1;
  }
  const { rows, taken, refused } = end.value;
  terminal.tell(say("demand/counts", { rows, taken, refused }));
  return refused === 0 && taken > 0 ? 0 : 1;
}
