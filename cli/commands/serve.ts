import { join } from "node:path";
import { serve } from "@echelon/server/main.ts";
import type { Command } from "../command.ts";
import { joinedGone } from "../gone.ts";

export const command: Command = {
  options: { "without-web": { type: "boolean" } },
  async run(call) {
    const { terminal, say, options } = call;
    const { environment, folder } = terminal;
    const gone = joinedGone();
    const served = await serve({
      environment,
      folder,
      workerCommand: [process.execPath, join(folder, "cli", "echelon.ts"), "work", "--attached"],
      tell: ({ code, facts }) => terminal.tell(say(code, facts)),
      onGone: gone.report,
      isWithoutWeb: options["without-web"] === true,
    });
    terminal.out(say("serve/open", { url: served.url }));
    const isGone = await Promise.race([terminal.ended.then(() => false), gone.happened]);
    terminal.tell(say(isGone ? "database/gone" : "serve/ending"));
    await served.stop();
    return isGone ? 1 : 0;
  },
};
