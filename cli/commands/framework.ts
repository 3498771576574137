import { resolve } from "node:path";
import {
  checkFramework,
  exportFramework,
  frameworkFormats,
  importFramework,
} from "@echelon/server/main.ts";
import type { Call, Command } from "../command.ts";

/** Asks the competency framework for faults, writes it for others, or reads one of theirs. */
export const command: Command = {
  options: {
    json: { type: "boolean" },
    format: { type: "string" },
    in: { type: "string" },
    origin: { type: "string" },
  },
  positionals: ["action", "[folder]"],
  async run(call) {
    const [action] = call.positionals;
    if (action === "check") return check(call);
    if (action === "export") return write(call);
    if (action === "import") return read(call);
    call.terminal.tell(call.say("wrong-arguments", { name: "framework" }));
    return 2;
  },
};

/** 0 where there is nothing to find. */
function check({ terminal, say, options, positionals }: Call): number {
  const [, folder] = positionals;
  const checked = checkFramework(folder && resolve(terminal.folder, folder));
  const { version, competencies, findings } = checked;
  if (options["json"] === true) terminal.out(JSON.stringify(checked));
  else if (findings.length === 0)
    terminal.out(say("framework/well", { version: version ?? "", competencies }));
  else
    for (const { code, path, facts } of findings)
      terminal.out(`${path}: ${say(`framework/${code}`, facts)}`);
  return findings.length === 0 ? 0 : 1;
}

/** 0 where it is a package that could be taken in; what is odd about it is told as well. */
async function read({ terminal, say }: Call): Promise<number> {
  const bytes = await terminal.input();
  if (bytes === null) {
    terminal.tell(say("framework/too-large"));
    return 1;
  }
  const found = importFramework(bytes);
  terminal.out(JSON.stringify(found));
  return "problem" in found ? 1 : 0;
}

function write({ terminal, say, options }: Call): number {
  const format = frameworkFormats.find((one) => one === options["format"]);
  const language = (["zh", "en"] as const).find((one) => one === (options["in"] ?? "en"));
  const origin = originOf(String(options["origin"] ?? "http://127.0.0.1:4100"));
  if (format === undefined || language === undefined || origin === null) {
    terminal.tell(say("wrong-arguments", { name: "framework" }));
    return 2;
  }
  terminal.out(exportFramework(format, { language, origin }).trimEnd());
  return 0;
}

/** An address without a path; null where it is none. */
function originOf(said: string): string | null {
  const url = URL.parse(said);
  return url !== null && /^https?:$/.test(url.protocol) ? url.origin : null;
}
