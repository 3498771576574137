import { readFileSync } from "node:fs";
import { type ApiClient, createClient } from "./api-client.ts";
import { markReader } from "./database-mark.ts";
import type { Desk } from "./import-cases.ts";
import { joinDatabase } from "./joined-database.ts";
import { startServer } from "./server-process.ts";

export interface Answer {
  readonly status: number;
  readonly code: string;
  readonly body: Preview;
}

/** What the previews of both desks have in common. */
export interface Preview {
  readonly id: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly {
    readonly code: string;
    readonly row: number;
    readonly column: string;
  }[];
}

/** A running server with a class and a catalogue, whose files people bring as browsers do. */
export interface ImportHouse {
  readonly pid: number;
  readonly clients: Readonly<Record<Desk, ApiClient>>;
  /** Where each desk is; the catalogue's is the enterprise. */
  readonly where: Readonly<Record<Desk, Readonly<Record<string, string>>>>;
  bring(desk: Desk, bytes: Uint8Array, fileName?: string): Promise<Answer>;
  commit(desk: Desk, id: string): Promise<{ readonly status: number; readonly code: string }>;
  /** The address of a desk's other files. */
  fetch(desk: Desk, path: string): Promise<Response>;
  /** What the tables of people, classes and catalogues hold. */
  mark(): Promise<string>;
  stop(): Promise<void>;
}

export async function openImportHouse(home: string): Promise<ImportHouse> {
  const server = await startServer(home);
  const database = await joinDatabase(home);
  const enter = async (account: "teacher" | "mentor") => {
    const client = createClient(server.url);
    const { me } = await client.call("POST /demo/sign-in", { body: { account } });
    return { client, organisation: me?.memberships[0]?.organisation.id ?? "" };
  };
  const [teacher, mentor] = [await enter("teacher"), await enter("mentor")];
  const body = { school: teacher.organisation, name: "Imports" };
  const { id } = await teacher.client.call("POST /classes", { body });
  const clients = { roster: teacher.client, catalog: mentor.client };
  const places = {
    roster: `/classes/${id}/roster`,
    catalog: `/catalogs/${mentor.organisation}/imports`,
  };
  const wishes = {
    roster: { leavesOutFaulty: false, makesPasswords: false, removes: [] },
    catalog: { leavesOutFaulty: false, publishes: false },
  };
  const send = async (desk: Desk, path: string, init: RequestInit = {}) => {
    // A person may bring ten files a minute; that is another promise.
    await database.pool.query("truncate platform.bucket");
    const { url, cookie } = clients[desk].seat();
    const headers = { ...init.headers, cookie, origin: url };
    return fetch(`${url}/api${path}`, { ...init, headers });
  };
  // The demonstration's season goes on meanwhile.
  const mark = await markReader(database.pool, "^(auth|identity|teaching|exchange)$");
  return {
    pid: server.child.pid!,
    clients,
    where: { roster: { class: id }, catalog: { enterprise: mentor.organisation } },
    async bring(desk, bytes, fileName = "list.xlsx") {
      const form = new FormData();
      form.set("file", new Blob([Buffer.from(bytes)]), fileName);
      const answer = await send(desk, places[desk], { method: "POST", body: form });
      const answered = (await answer.json()) as Preview & { code?: string };
      return { status: answer.status, code: answered.code ?? "", body: answered };
    },
    async commit(desk, importId) {
      const answer = await send(desk, `${places[desk]}/${importId}/commit`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(wishes[desk]),
      });
      const { code = "" } = (await answer.json()) as { code?: string };
      return { status: answer.status, code };
    },
    fetch: (desk, path) => send(desk, `${places[desk].replace(/\/[^/]*$/, "")}/${path}`),
    mark,
    async stop() {
      await database.close();
      await server.stop();
    },
  };
}

/** Memory of a process in bytes: now, and the most it had. Null where there is no `/proc`. */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kib = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]);
    return { now: kib("VmRSS") * 1024, most: kib("VmHWM") * 1024 };
  } catch {
    return null;
  }
}
