import { migrateAll, openHouse, seedDemo } from "@echelon/server/main.ts";
import type { Command } from "../command.ts";
import { withInstallation } from "../open.ts";

export const command: Command = {
  run: (call) =>
    withInstallation(call, async (installation) => {
      await migrateAll(installation);
      const house = await openHouse(installation);
      try {
        const isNew = await seedDemo(house);
        call.terminal.out(call.say(isNew ? "demo/seeded" : "demo/there"));
        return 0;
      } finally {
        await house.close();
      }
    }),
};
