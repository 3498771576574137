import { type Installation, openInstallation } from "@echelon/server/main.ts";
import type { Call } from "./command.ts";

/** Opens the installation for the time of a command, and tells what happens to it. */
export async function withInstallation(
  { terminal, say }: Call,
  work: (installation: Installation) => Promise<number>,
): Promise<number> {
  const { environment, folder } = terminal;
  const installation = await openInstallation({
    environment,
    folder,
    kind: "command",
    tell: ({ code, facts }) => terminal.tell(say(code, facts)),
  });
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}
