import { work } from "@echelon/server/main.ts";
import type { Command } from "../command.ts";
import { joinedGone } from "../gone.ts";

export const command: Command = {
  options: { attached: { type: "boolean" } },
  async run(call) {
    const { terminal, say, options } = call;
    const { environment, folder } = terminal;
    const isAttached = options["attached"] === true;
    const gone = joinedGone();
    const released = isAttached ? stdinClosed() : new Promise<never>(() => {});
    const working = await beginOrLetGo(() =>
      work({
        environment,
        folder,
        // A server's own worker is quiet: the server has said it all.
        tell: ({ code, facts }) => void (isAttached || terminal.tell(say(code, facts))),
        onGone: gone.report,
      }),
    );
    if (!isAttached) terminal.tell(say("work/waiting"));
    const asked = isAttached ? released : Promise.race([terminal.ended, released]);
    const isGone = await Promise.race([asked.then(() => false), gone.happened]);
    if (isGone) terminal.tell(say("database/gone"));
    await working.stop();
    return isGone ? 1 : 0;
  },
};

/** Resolves when the server that began this process ends, however it ends. */
function stdinClosed(): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.once("end", resolve).once("close", resolve).resume();
  });
}

/**
 * Begins. The standard input that is listened to keeps a process alive, also one that could not
 * begin because the database died just then; nobody would begin another in its place.
 */
async function beginOrLetGo<T>(begin: () => Promise<T>): Promise<T> {
  try {
    return await begin();
  } catch (error) {
    process.stdin.destroy();
    throw error;
  }
}
