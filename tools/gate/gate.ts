import { fileURLToPath } from "node:url";
import { type RunCluster, startRunCluster } from "./cluster.ts";
import { holdToFloor, raiseFloor, readFloor } from "./floor.ts";
import { type KindName, kindNames, testKinds } from "./kinds.ts";
import { endAll } from "./run-command.ts";
import { runTests } from "./run-tests.ts";
import { runStaticChecks } from "./static-checks.ts";
import { lineOf, sum, type Tally, withoutMissingTools } from "./tally.ts";

const usage = "npm test -- [static|pure|server|journeys] [path] [--raise]";

interface Wish {
  readonly kinds: readonly KindName[];
  readonly path: string | undefined;
  /** Writes the counts of this run into floor.json where they are higher. */
  readonly isRaising: boolean;
}

/** What the words after `npm test --` ask for; undefined when they make no sense. */
export function wishOf(words: readonly string[]): Wish | undefined {
  const isRaising = words.includes("--raise");
  const [first, path, ...rest] = words.filter((word) => word !== "--raise");
  const kind = kindNames.find((name) => name === first);
  if (first !== undefined && kind === undefined) return undefined;
  if (rest.length > 0 || (kind === "static" && path !== undefined)) return undefined;
  return { kinds: kind === undefined ? kindNames : [kind], path, isRaising };
}

async function runKind(
  kind: KindName,
  root: string,
  wish: Wish,
  cluster: RunCluster | undefined,
): Promise<Tally> {
  const started = performance.now();
  let tally =
    kind === "static"
      ? await runStaticChecks(root)
      : await runTests({
          ...testKinds[kind],
          root,
          path: wish.path,
          env: cluster?.environment ?? {},
        });
  if (process.env["CI"] === "true") tally = withoutMissingTools(tally);
  if (wish.path === undefined) tally = holdToFloor(kind, tally, readFloor(root));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${kind.padEnd(10)}${lineOf(tally).padEnd(44)}${seconds.padStart(7)} s`);
  return tally;
}

/**
 * Runs the kinds: static checks first, then pure and server tests side by side (both are mostly
 * one process), journeys alone, because a browser and a server fill two cores.
 */
async function runAll(root: string, wish: Wish): Promise<Map<KindName, Tally>> {
  const tallies = new Map<KindName, Tally>();
  const isWished = (kind: KindName) => wish.kinds.includes(kind);
  const needsCluster = wish.kinds.some((kind) => kind !== "static" && testKinds[kind].needsCluster);
  if (isWished("static")) tallies.set("static", await runKind("static", root, wish, undefined));
  const cluster = needsCluster ? await startRunCluster() : undefined;
  try {
    const run = async (kind: KindName) => {
      if (isWished(kind)) tallies.set(kind, await runKind(kind, root, wish, cluster));
    };
    await Promise.all([run("pure"), run("server")]);
    await run("journeys");
  } finally {
    await cluster?.stop();
  }
  return tallies;
}

function printRemarks({ failures, skips, slow, output }: Tally): void {
  for (const { title, ms } of slow)
    console.log(`slow: ${(ms / 1000).toFixed(1).padStart(6)} s  ${title}`);
  for (const { title, detail } of skips) console.log(`\nskipped: ${title}\n  ${detail}`);
  if (output !== "") console.log(`\nlast lines printed by the tests:\n${output}`);
  for (const { title, detail } of failures) console.log(`\nFAILED: ${title}\n${detail}`);
}

async function main(): Promise<void> {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const wish = wishOf(process.argv.slice(2));
  if (wish === undefined) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      endAll();
      process.exit(130);
    });
  const tallies = await runAll(root, wish);
  const whole = sum([...tallies.values()]);
  if (wish.isRaising && whole.failures.length === 0) raiseFloor(root, tallies);
  printRemarks(whole);
  console.log(`\n${lineOf(whole)}`);
  if (whole.failures.length > 0) process.exitCode = 1;
}

if (import.meta.main) await main();
