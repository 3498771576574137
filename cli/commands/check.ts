import { checkData, migrateAll } from "@echelon/server/main.ts";
import type { Command } from "../command.ts";
import { withInstallation } from "../open.ts";

export const command: Command = {
  run: (call) =>
    withInstallation(call, async (installation) => {
      await migrateAll(installation);
      const findings = await checkData(installation);
      for (const { code, facts } of findings) call.terminal.out(`${code} ${JSON.stringify(facts)}`);
      if (findings.length === 0) call.terminal.out(call.say("check/well"));
      return findings.length === 0 ? 0 : 1;
    }),
};
