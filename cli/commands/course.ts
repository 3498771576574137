import { resolve } from "node:path";
import { checkCourses } from "@echelon/server/main.ts";
import type { Command } from "../command.ts";

/** Asks courses for faults: all that ship, or one in a folder. */
export const command: Command = {
  options: { json: { type: "boolean" } },
  positionals: ["action", "[folder]"],
  async run({ terminal, say, options, positionals }) {
    const [action, folder] = positionals;
    if (action !== "check") {
      terminal.tell(say("wrong-arguments", { name: "course" }));
      return 2;
    }
    const checked = checkCourses(folder && resolve(terminal.folder, folder));
    if (options["json"] === true) terminal.out(JSON.stringify(checked));
    else
      for (const { folder: place, findings, ...sizes } of checked) {
        if (findings.length === 0) terminal.out(say("course/well", { place, ...sizes }));
        for (const { code, path, facts } of findings)
          terminal.out(`${place}/${path}: ${say(`course/${code}`, facts)}`);
      }
    return checked.every(({ findings }) => findings.length === 0) ? 0 : 1;
  },
};
