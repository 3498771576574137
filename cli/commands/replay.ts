import { readFileSync } from "node:fs";
import { replaySeason } from "@echelon/server/main.ts";
import type { Command } from "../command.ts";

/** Plays an exported season again and compares the digests it was exported with. */
export const command: Command = {
  options: { file: { type: "string" }, json: { type: "boolean" } },
  async run({ terminal, say, options }) {
    const file = options["file"];
    if (typeof file !== "string") {
      terminal.tell(say("wrong-arguments", { name: "replay" }));
      return 2;
    }
    const content = contentOf(file);
    const replayed = content === null ? null : await replaySeason(content);
    if (replayed === null) {
      terminal.tell(say("replay/unreadable", { file }));
      return 1;
    }
    if (options["json"] === true) terminal.out(JSON.stringify(replayed));
    else
      for (const { day, digest, isAsRecorded } of replayed.days) {
        const mark = isAsRecorded === null ? "" : isAsRecorded ? " =" : " ≠";
        terminal.out(`${String(day).padStart(4)} ${digest}${mark}`);
      }
    return replayed.days.every(({ isAsRecorded }) => isAsRecorded !== false) ? 0 : 1;
  },
};

/** The JSON of a file, or null when there is none in it. */
function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
