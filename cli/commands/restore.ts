import { resolve } from "node:path";
import { restore } from "@echelon/server/main.ts";
import type { Command } from "../command.ts";
import { withInstallation } from "../open.ts";

export const command: Command = {
  positionals: ["file"],
  run: (call) =>
    withInstallation(call, async (installation) => {
      const [file = ""] = call.positionals;
      const { manifest, findings } = await restore(installation, resolve(file));
      const rows = manifest.tables.reduce((total, table) => total + table.rows, 0);
      const { madeAt, files } = manifest;
      const facts = { madeAt, tables: manifest.tables.length, rows, files };
      call.terminal.out(call.say("restore/done", facts));
      for (const { code, facts: where } of findings)
        call.terminal.out(`${code} ${JSON.stringify(where)}`);
      return findings.length === 0 ? 0 : 1;
    }),
};
