import { readConfig, showConfig } from "@echelon/server/main.ts";
import type { Command } from "../command.ts";

export const command: Command = {
  async run({ terminal }) {
    const config = readConfig(terminal.environment, terminal.folder);
    for (const [name, value] of Object.entries(showConfig(config)))
      terminal.out(`${name}=${value}`);
    return 0;
  },
};
