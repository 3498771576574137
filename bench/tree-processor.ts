/** Processor time of a process and of all that it started, where the system tells it (Linux). */
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** The kernel's unit of processor time in /proc, the same on every Linux that Node runs on. */
const msPerTick = 10;

type Proc = { readonly parent: number; readonly ms: number };

/** Milliseconds that the tree has used so far; null where it is not told. */
export function treeProcessorMs(root: number): number | null {
  if (!existsSync("/proc/self/stat")) return null;
  const procs = new Map<number, Proc>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const proc = readProc(name);
    if (proc !== null) procs.set(Number(name), proc);
  }
  let total = 0;
  for (const [pid, { ms }] of procs) if (isBelow(procs, pid, root)) total += ms;
  return total;
}

function isBelow(procs: ReadonlyMap<number, Proc>, pid: number, root: number): boolean {
  let at: number | undefined = pid;
  while (at !== undefined && at !== root) at = procs.get(at)?.parent;
  return at === root;
}

/** User and system time of a process and of its children that have ended. */
function readProc(name: string): Proc | null {
  try {
    const text = readFileSync(`/proc/${name}/stat`, "latin1");
    // The program's name stands in parentheses and may hold anything.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), ms: ticks * msPerTick };
  } catch {
    // It has ended while the folder was read.
    return null;
  }
}
