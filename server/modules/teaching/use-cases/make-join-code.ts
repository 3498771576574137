import { networkInterfaces } from "node:os";
import { writeQr } from "@echelon/connectors/qr/write-qr.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import {
  type JoinCodeView,
  joinUrlsMax,
  type MakeJoinCodeRequest,
} from "@echelon/contract/teaching/shapes.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { randomWord, writeAudit } from "../../identity/index.ts";
import { lockClass } from "../store/class-store.ts";
import { endCode, insertCode, readCode, readCodes } from "../store/code-store.ts";
import type { JoinCodeTable } from "../store/schema.ts";
import { findClass, findOpenClass, findTaughtClass } from "./find-class.ts";

const codeLength = 8;
const openCodesMax = 20;
const usesUsual = 200;
/** A code for a colleague is for one. */
const usesOfTeacher = 1;
const daysUsual = 14;
const dayMillis = 86_400_000;

/** Makes a code that lets its holders into the class in one role. */
export async function makeJoinCode(
  means: Means,
  caller: Caller,
  classId: string,
  { role = "student", usesMax, days = daysUsual }: MakeJoinCodeRequest,
  host: string | undefined,
): Promise<Outcome<JoinCodeView>> {
  const { database, clock, config } = means;
  return database.transaction(async (tx) => {
    const found = await findOpenClass(tx, caller, classId);
    if (!found.ok) return found;
    await lockClass(tx, classId);
    const at = clock.now();
    const open = (await readCodes(tx, classId)).filter((code) => isOpen(code, at));
    if (open.length >= openCodesMax) {
      return refuse({ code: "teaching/code-limit", facts: { codesMax: openCodesMax } });
    }
    const row = {
      code: randomWord(codeLength),
      class_id: classId,
      role,
      uses_max: usesMax ?? (role === "teacher" ? usesOfTeacher : usesUsual),
      made_at: at,
      expires_at: new Date(at.getTime() + days * dayMillis),
    };
    while (!(await insertCode(tx, row))) row.code = randomWord(codeLength);
    const { organisation_id: school, name } = found.value.row;
    const facts = { class: name, role };
    await writeAudit(means, tx, school, { deed: "code-made", by: caller.person, facts });
    return ok(codeView({ ...row, used: 0, ended_at: null }, at, joinOrigins(config, host)));
  });
}

export async function listJoinCodes(
  { database, clock, config }: Means,
  caller: Caller,
  classId: string,
  host: string | undefined,
): Promise<Outcome<JoinCodeView[]>> {
  const found = await findClass(database, caller, classId);
  if (!found.ok) return found;
  if (!found.value.mayLead) return refuse({ code: "platform/not-allowed" });
  const codes = await readCodes(database, classId);
  const origins = joinOrigins(config, host);
  return ok(codes.map((code) => codeView(code, clock.now(), origins)));
}

/** Ends a code at once; who came in by it stays. */
export async function endJoinCode(
  { database, clock }: Means,
  caller: Caller,
  { class: classId, code }: { readonly class: string; readonly code: string },
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await findTaughtClass(tx, caller, classId);
    if (!found.ok) return found;
    const row = await readCode(tx, code);
    if (row?.class_id !== classId) return refuse({ code: "teaching/no-such-code" });
    await endCode(tx, code, clock.now());
    return ok();
  });
}

/** The code's address as a QR code, for the projector. */
export async function drawJoinCode(
  { database, config }: Means,
  caller: Caller,
  { class: classId, code }: { readonly class: string; readonly code: string },
  host: string | undefined,
): Promise<Outcome<Uint8Array>> {
  const found = await findClass(database, caller, classId);
  if (!found.ok) return found;
  if (!found.value.mayLead) return refuse({ code: "platform/not-allowed" });
  const row = await readCode(database, code);
  if (row?.class_id !== classId) return refuse({ code: "teaching/no-such-code" });
  return ok(writeQr(`${joinOrigins(config, host)[0]}/join/${code}`));
}

export function isOpen(
  { used, uses_max, expires_at, ended_at }: JoinCodeTable,
  now: Date,
): boolean {
  return ended_at === null && used < uses_max && expires_at > now;
}

function codeView(
  row: JoinCodeTable,
  now: Date,
  [origin, ...others]: readonly [string, ...string[]],
): JoinCodeView {
  return {
    code: row.code,
    role: row.role,
    used: row.used,
    usesMax: row.uses_max,
    expiresAt: row.expires_at,
    isOpen: isOpen(row, now),
    url: `${origin}/join/${row.code}`,
    otherUrls: others.slice(0, joinUrlsMax).map((other) => `${other}/join/${row.code}`),
  };
}

/**
 * Where students of a lab reach this server, the likeliest first. A server on all interfaces has no
 * public address of its own: then it is the one by which the teacher came, or this computer's first
 * in the network, and never a loopback address unless there is no other. A computer with several
 * cannot know in which of its networks the class sits, so the others follow.
 */
export function joinOrigins(
  { url, host: boundTo, port }: Means["config"],
  host: string | undefined,
  addresses: readonly string[] = ownAddresses(),
): [string, ...string[]] {
  const isEverywhere = boundTo === "0.0.0.0" || boundTo === "::";
  const isUnset = isLoopback(new URL(url).hostname);
  if (!isEverywhere || !isUnset) return [url];
  const came = host?.replace(/:\d+$/, "") ?? "";
  const reached = addresses.includes(came) ? came : addresses[0];
  if (reached === undefined) return [url];
  const others = addresses.filter((address) => address !== reached);
  return [originAt(reached, port), ...others.map((address) => originAt(address, port))];
}

const originAt = (address: string, port: number) => `http://${address}:${port}`;

function isLoopback(hostname: string): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}

function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}
