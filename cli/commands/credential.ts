import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readConfig, verifyCredentialFile } from "@echelon/server/main.ts";
import type { Call, Command } from "../command.ts";

/** Says whether a credential on standard input is genuine and in force. */
export const command: Command = {
  options: {
    status: { type: "string" },
    did: { type: "string" },
    trust: { type: "string" },
    online: { type: "boolean" },
  },
  positionals: ["action"],
  async run(call) {
    const { terminal, say, positionals, options } = call;
    if (positionals[0] !== "verify") {
      terminal.tell(say("wrong-arguments", { name: "credential" }));
      return 2;
    }
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
  },
};

/** The same in sentences, for whoever reads along. */
function sayWhy({ terminal, say }: Call, isValid: boolean, reasons: readonly string[]): void {
  terminal.tell(say(isValid ? "credential/valid" : "credential/not-valid"));
  for (const reason of reasons) terminal.tell(say(`credential/${reason}`));
}

/** Several of one option stand with commas between them. */
function listed(option: string | boolean | undefined): readonly string[] {
  return typeof option === "string" ? option.split(",").filter((one) => one !== "") : [];
}
