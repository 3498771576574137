import { calibrate, migrateAll } from "@echelon/server/main.ts";
import { atRight } from "../columns.ts";
import type { Call, Command } from "../command.ts";
import { withInstallation } from "../open.ts";

type Calibrated = Awaited<ReturnType<typeof calibrate>>;

/** Says how well what is known of people foretold what they then did. */
export const command: Command = {
  options: { json: { type: "boolean" } },
  positionals: ["action"],
  async run(call) {
    const { terminal, say, options, positionals } = call;
    if (positionals[0] !== "calibrate") {
      terminal.tell(say("wrong-arguments", { name: "mastery" }));
      return 2;
    }
    return withInstallation(call, async (installation) => {
      await migrateAll(installation);
      const calibrated = await calibrate(installation);
      if (options["json"] === true) terminal.out(JSON.stringify(calibrated));
      else print(call, calibrated);
      return 0;
    });
  },
};

const width = 10;

function print({ terminal, say }: Call, { people, pieces, bins, brier, slope }: Calibrated): void {
  if (brier === null) {
    terminal.out(say("mastery/none"));
    return;
  }
  const shown = (value: number | null) => (value === null ? "–" : value.toFixed(2));
  const row = (...cells: readonly string[]) =>
    terminal.out(cells.map((cell) => atRight(cell, width)).join(" "));
  row(say("mastery/foretold"), say("mastery/came"), say("mastery/pieces"));
  for (const bin of bins) row(shown(bin.predicted), shown(bin.observed), String(bin.pieces));
  terminal.out(
    say("mastery/sums", { people, pieces, brier: brier.toFixed(3), slope: shown(slope) }),
  );
  bins.forEach(({ isAlarming }, at) => {
    const [from, to] = [at, at + 1].map((edge) => shown(edge / bins.length));
    if (isAlarming) terminal.tell(say("mastery/alarm", { from: from!, to: to! }));
  });
}
