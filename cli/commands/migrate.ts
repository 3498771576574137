import { migrateAll } from "@echelon/server/main.ts";
import type { Command } from "../command.ts";
import { withInstallation } from "../open.ts";

export const command: Command = {
  run: (call) =>
    withInstallation(call, async (installation) => {
      const count = await migrateAll(installation);
      call.terminal.out(call.say(count > 0 ? "migrations/applied" : "migrations/none", { count }));
      return 0;
    }),
};
