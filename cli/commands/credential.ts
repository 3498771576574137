import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isProven } from "@echelon/contract/exchange/credential-verdicts.ts";
import {
  modules,
  openHouse,
  readConfig,
  replayCredential,
  verifyCredentialFile,
} from "@echelon/server/main.ts";
import type { Call, Command } from "../command.ts";
import { withInstallation } from "../open.ts";

/** Says of a credential on standard input whether it is genuine, or plays its seasons again. */
export const command: Command = {
  options: {
    status: { type: "string" },
    did: { type: "string" },
    trust: { type: "string" },
    online: { type: "boolean" },
  },
  positionals: ["action"],
  async run(call) {
    const { terminal, say, positionals } = call;
    if (positionals[0] === "verify") return verify(call);
    if (positionals[0] === "replay") return replay(call);
    terminal.tell(say("wrong-arguments", { name: "credential" }));
    return 2;
  },
};

async function verify(call: Call): Promise<number> {
  const { terminal, options } = call;
  const bytes = (await terminal.input()) ?? new Uint8Array();
  const { isValid, reasons, isRevoked, isExpired, issuer } = await verifyCredentialFile(bytes, {
    now: Date.now(),
    trusted: listed(options["trust"]),
    documents: [...listed(options["status"]), ...listed(options["did"])].map((file) =>
      readFileSync(resolve(terminal.folder, file)),
    ),
    online: options["online"] === true ? readConfig(terminal.environment, terminal.folder) : null,
  });
  const told = { valid: isValid, reasons, revoked: isRevoked, expired: isExpired, issuer };
  terminal.out(JSON.stringify(told));
  sayWhy(call, isValid, reasons);
  return isValid ? 0 : 1;
}

/** 0 where it is genuine and each of its seasons came to the same figures. */
async function replay(call: Call): Promise<number> {
  const { terminal, say } = call;
  const bytes = (await terminal.input()) ?? new Uint8Array();
  return withInstallation(call, async (installation) => {
    const { config, at, log } = installation;
    const house = await openHouse({ config, at, log, modules });
    try {
      const { verdict, reasons, seasons } = await replayCredential(house.means, bytes);
      const told = seasons.map(({ segment, replay: found }) => ({ ...segment, replay: found }));
      terminal.out(JSON.stringify({ verdict, reasons, seasons: told }));
      for (const reason of reasons) terminal.tell(say(`credential/${reason}`));
      for (const { segment, replay: found } of seasons) {
        const { season, day } = segment;
        terminal.tell(say(`credential-replay/${found}`, { season, day }));
      }
      const isGenuine = isProven(verdict);
      if (isGenuine && seasons.length === 0) terminal.tell(say("credential-replay/none"));
      return isGenuine && seasons.every((one) => one.replay === "same") ? 0 : 1;
    } finally {
      await house.close();
    }
  });
}

/** The same in sentences, for whoever reads along. */
function sayWhy({ terminal, say }: Call, isValid: boolean, reasons: readonly string[]): void {
  terminal.tell(say(isValid ? "credential/valid" : "credential/not-valid"));
  for (const reason of reasons) terminal.tell(say(`credential/${reason}`));
}

/** Several of one option stand with commas between them. */
function listed(option: string | boolean | undefined): readonly string[] {
  return typeof option === "string" ? option.split(",").filter((one) => one !== "") : [];
}
