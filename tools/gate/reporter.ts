import { appendFileSync } from "node:fs";
import { relative } from "node:path";
import { Transform } from "node:stream";
import type { TestEvent } from "node:test/reporters";
import { inspect } from "node:util";

/** One line of the file that a test process leaves for the gate. */
export type Report =
  | { readonly kind: "passed"; readonly title: string; readonly ms: number }
  | { readonly kind: "failed" | "skipped"; readonly title: string; readonly detail: string }
  | { readonly kind: "ended" };

/** How long the process may live on after its last test before its open handles are named. */
const idleMsMax = Number(process.env["GATE_IDLE_MS"] ?? 20_000);

const path = process.env["GATE_REPORT"] ?? "";
const write = (line: Report) => appendFileSync(path, `${JSON.stringify(line)}\n`);

/** Counts what waits, to tell a long test from a process that something keeps alive. */
class Watch {
  #waiting = 0;
  #idle: NodeJS.Timeout | undefined;

  see({ type, data }: TestEvent): void {
    clearTimeout(this.#idle);
    if (type === "test:enqueue") this.#waiting += 1;
    if (type === "test:complete") this.#waiting -= 1;
    if (type === "test:pass" || type === "test:fail") {
      const line = lineOf(type, data);
      if (line !== undefined) write(line);
    }
    if (type === "test:summary" && data.file === undefined) write({ kind: "ended" });
    else if (this.#waiting === 0) this.#idle = setTimeout(endBusyProcess, idleMsMax).unref();
  }
}

const watch = new Watch();

/**
 * Writes every outcome at once to the file that `GATE_REPORT` names, so that nothing is lost when
 * the process ends early, and ends a process which something keeps alive after its last test.
 */
export default new Transform({
  writableObjectMode: true,
  transform(event: TestEvent, _encoding, done) {
    watch.see(event);
    done();
  },
});

function lineOf(
  type: "test:pass" | "test:fail",
  data: Extract<TestEvent, { type: "test:pass" | "test:fail" }>["data"],
): Report | undefined {
  const title = `${relative(process.cwd(), data.file ?? "")}: ${data.name}`;
  const details = data.details as { type?: string; error?: Error & { failureType?: string } };
  if (type === "test:fail") {
    if (details.error?.failureType === "subtestsFailed") return undefined;
    return { kind: "failed", title, detail: inspect(details.error?.cause ?? details.error) };
  }
  if (details.type === "suite") return undefined;
  if (data.skip !== undefined && data.skip !== false)
    return { kind: "skipped", title, detail: data.skip === true ? "" : String(data.skip) };
  return { kind: "passed", title, ms: Math.round(data.details.duration_ms) };
}

function endBusyProcess(): never {
  const detail = `after the last test, for ${idleMsMax / 1000} s: ${process
    .getActiveResourcesInfo()
    .join(", ")}`;
  write({ kind: "failed", title: "open handles", detail });
  write({ kind: "ended" });
  process.exit(1);
}
