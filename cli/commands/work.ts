import { work } from "@echelon/server/main.ts";
import type { Call, Command } from "../command.ts";
import { joinedGone } from "../gone.ts";

export const command: Command = {
  options: { attached: { type: "boolean" } },
  async run(call) {
    const isAttached = call.options["attached"] === true;
    const released = isAttached ? stdinClosed() : new Promise<never>(() => {});
    try {
      return await takeJobs(call, isAttached, released);
    } finally {
      // Listening to it keeps a process alive, also one that could not begin or whose database is
      // gone; the server, waiting for its end, would never begin another.
      if (isAttached) process.stdin.destroy();
    }
  },
};

async function takeJobs(call: Call, isAttached: boolean, released: Promise<void>): Promise<number> {
  const { terminal, say } = call;
  const { environment, folder } = terminal;
  const gone = joinedGone();
  const working = await work({
    environment,
    folder,
    // A server's own worker is quiet: the server has said it all.
    tell: ({ code, facts }) => void (isAttached || terminal.tell(say(code, facts))),
    onGone: gone.report,
  });
  if (!isAttached) terminal.tell(say("work/waiting"));
  const asked = isAttached ? released : Promise.race([terminal.ended, released]);
  const isGone = await Promise.race([asked.then(() => false), gone.happened]);
  if (isGone) terminal.tell(say("database/gone"));
  await working.stop();
  return isGone ? 1 : 0;
}

/** Resolves when the server that began this process ends, however it ends. */
function stdinClosed(): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.once("end", resolve).once("close", resolve).resume();
  });
}
