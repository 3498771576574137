import {
  calibrate,
  difficulties,
  type Installation,
  migrateAll,
  takeDifficulties,
} from "@echelon/server/main.ts";
import { atLeft, atRight } from "../columns.ts";
import type { Call, Command } from "../command.ts";
import { withInstallation } from "../open.ts";
import { wholeNumber } from "../whole-number.ts";

type Calibrated = Awaited<ReturnType<typeof calibrate>>;
type Listed = Awaited<ReturnType<typeof difficulties>>;
type Taken = NonNullable<Awaited<ReturnType<typeof takeDifficulties>>>;

const versionMax = 1_000_000;

/** Says how well what is known of people foretold what they did, and how hard scenarios are. */
export const command: Command = {
  options: {
    json: { type: "boolean" },
    use: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  positionals: ["action"],
  async run(call) {
    const act = actOf(call);
    if (act === null) {
      call.terminal.tell(call.say("wrong-arguments", { name: "mastery" }));
      return 2;
    }
    return withInstallation(call, async (installation) => {
      await migrateAll(installation);
      return act(installation);
    });
  },
};

type Act = (installation: Installation) => Promise<number>;

/** What was asked for; null where it makes no sense. */
function actOf(call: Call): Act | null {
  const { options, positionals } = call;
  const { use } = options;
  const isTrial = options["dry-run"] === true;
  if (positionals[0] === "calibrate" && use === undefined && !isTrial) {
    return async (installation) => shown(call, await calibrate(installation), print);
  }
  if (positionals[0] !== "difficulties") return null;
  if (use === undefined) {
    if (isTrial) return null;
    return async (installation) => shown(call, await difficulties(installation), printVersions);
  }
  const version = wholeNumber(String(use), 0, versionMax);
  if (version === null) return null;
  return async (installation) => {
    const taken = await takeDifficulties(installation, version, isTrial);
    if (taken !== null) return shown(call, taken, (of, one) => printTaken(of, one, isTrial));
    call.terminal.tell(call.say("mastery/no-version", { version }));
    return 1;
  };
}

function shown<Found>(call: Call, found: Found, tell: (call: Call, found: Found) => void): number {
  if (call.options["json"] === true) call.terminal.out(JSON.stringify(found));
  else tell(call, found);
  return 0;
}

const width = 10;
const dateWidth = 12;
const dateChars = 10;

const rowOf = (...cells: readonly string[]) => cells.map((cell) => atRight(cell, width)).join(" ");

function print({ terminal, say }: Call, { people, pieces, bins, brier, slope }: Calibrated): void {
  if (brier === null) {
    terminal.out(say("mastery/none"));
    return;
  }
  const figure = (value: number | null) => (value === null ? "–" : value.toFixed(2));
  terminal.out(rowOf(say("mastery/foretold"), say("mastery/came"), say("mastery/pieces")));
  for (const bin of bins) {
    terminal.out(rowOf(figure(bin.predicted), figure(bin.observed), String(bin.pieces)));
  }
  terminal.out(
    say("mastery/sums", { people, pieces, brier: brier.toFixed(3), slope: figure(slope) }),
  );
  bins.forEach(({ isAlarming }, at) => {
    const [from, to] = [at, at + 1].map((edge) => figure(edge / bins.length));
    if (isAlarming) terminal.tell(say("mastery/alarm", { from: from!, to: to! }));
  });
}

function printVersions({ terminal, say }: Call, { used, versions }: Listed): void {
  if (versions.length === 0) terminal.out(say("mastery/no-versions"));
  else {
    const heads = ["version", "pieces", "moved", "farthest"] as const;
    const head = heads.map((name) => say(`mastery/${name}`));
    terminal.out(`${atLeft(say("mastery/made"), dateWidth)}${rowOf(...head)}`);
  }
  for (const { version, madeAt, pieces, moved, farthest } of versions) {
    const made = atLeft(madeAt.toISOString().slice(0, dateChars), dateWidth);
    const cells = [version, pieces, moved].map(String);
    terminal.out(`${made}${rowOf(...cells, farthest.toFixed(2))}`);
  }
  terminal.out(say("mastery/used", { version: used }));
}

function printTaken({ terminal, say }: Call, taken: Taken, isTrial: boolean): void {
  const { from, to, estimates, changes } = taken;
  for (const { person, name, competency, before, after } of changes) {
    const bands = `${say(`mastery/band-${before}`)} → ${say(`mastery/band-${after}`)}`;
    terminal.out(`${competency}  ${bands}  ${name} (${person})`);
  }
  const facts = { from, to, estimates, changed: changes.length };
  terminal.out(say(isTrial ? "mastery/would-take" : "mastery/taken", facts));
}
