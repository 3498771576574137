import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { backup } from "@echelon/server/main.ts";
import type { Command } from "../command.ts";
import { withInstallation } from "../open.ts";

export const command: Command = {
  options: { "with-keys": { type: "boolean" }, lean: { type: "boolean" } },
  positionals: ["[file]"],
  run: (call) =>
    withInstallation(call, async (installation) => {
      const [named] = call.positionals;
      const file = named === undefined ? usualFile(installation.config.home) : resolve(named);
      const made = await backup(installation, {
        file,
        isLean: call.options["lean"] === true,
        withKeys: call.options["with-keys"] === true,
      });
      call.terminal.out(call.say("backup/made", { ...made }));
      return 0;
    }),
};

function usualFile(home: string): string {
  const folder = join(home, "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(":", "");
  return join(folder, `echelon-${stamp}Z.tar`);
}
