import type { Me } from "@echelon/contract/identity/session.ts";
import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { JoinRequest, JoinView } from "@echelon/contract/teaching/shapes.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import {
  beginMembership,
  changePerson,
  isWeakPassword,
  lockNumbers,
  makePeople,
  openSession,
  organisationFacts,
  peopleByNumber,
  queueFull,
  readPeople,
  viewMe,
  type Visitor,
  writePasswordHash,
} from "../../identity/index.ts";
import type { TeachingMeans } from "../means.ts";
import { type ClassRow, lockClass, readClass } from "../store/class-store.ts";
import { readCode, takeUse } from "../store/code-store.ts";
import { putMembers, readMember } from "../store/member-store.ts";
import type { JoinCodeTable } from "../store/schema.ts";
import { fitsRole, hasRoom } from "./add-member.ts";
import { isOpen } from "./make-join-code.ts";

/** How long the answer to a wrong code waits where many have come from. */
const delayMillis = 1_000;

/** What a code opens. Tries are limited by address; there are 8 · 10¹¹ codes. */
export async function viewJoin(
  means: TeachingMeans,
  code: string,
  address: string,
): Promise<Outcome<JoinView>> {
  return openedBy(means, code, address, "join-code-address");
}

/**
 * The same, out of one of two budgets: 200 students of a lab, who share an address, look at a code
 * and come in by it.
 */
async function openedBy(
  means: TeachingMeans,
  code: string,
  address: string,
  bucket: "join-code-address" | "join-address",
): Promise<Outcome<JoinView>> {
  const admission = await means.limits.take(bucket, address);
  if (!admission.isAdmitted) {
    const facts = { seconds: admission.seconds };
    return refuse({ code: "platform/too-many-requests", facts });
  }
  const view = await readJoin(means, code);
  if (view.ok || view.refusal.code !== "teaching/no-such-code") return view;
  const guess = await means.limits.take("wrong-code-address", address);
  if (!guess.isAdmitted) await means.wait(delayMillis);
  return view;
}

async function readJoin(means: TeachingMeans, code: string): Promise<Outcome<JoinView>> {
  const { database: sql, clock } = means;
  const row = await readCode(sql, code);
  const usable = usability(row, clock.now());
  if (!usable.ok) return usable;
  const opened = await readClass(sql, usable.value.class_id);
  if (opened === undefined) return refuse({ code: "teaching/no-such-code" });
  const school = (await organisationFacts(sql, [opened.organisation_id])).get(
    opened.organisation_id,
  );
  return ok({
    class: opened.name,
    school: school?.name ?? { zh: "", en: "" },
    role: usable.value.role,
    locale: opened.locale,
  });
}

/** An ended code is answered like one that has expired. */
function usability(row: JoinCodeTable | undefined, now: Date): Outcome<JoinCodeTable> {
  if (row === undefined) return refuse({ code: "teaching/no-such-code" });
  if (isOpen(row, now)) return ok(row);
  const isUsedUp = row.ended_at === null && row.expires_at > now;
  return refuse({ code: isUsedUp ? "teaching/code-used-up" : "teaching/code-expired" });
}

export interface JoinedBy {
  readonly class: string;
  readonly me: Me;
  /** Null for who was signed in already. */
  readonly cookie: string | null;
}

/**
 * Lets the holder of a code into its class: one transaction takes a use of the code, makes the
 * person and the membership, and opens the session. Asks for nothing but a name.
 */
export async function joinClass(
  means: TeachingMeans,
  caller: Caller | null,
  wish: JoinRequest,
  visitor: Visitor,
): Promise<Outcome<JoinedBy>> {
  const view = await openedBy(means, wish.code, visitor.address, "join-address");
  if (!view.ok) return view;
  if (caller === null && wish.name === undefined) return refuse({ code: "teaching/name-missing" });
  const hashed = await hashOf(means, wish);
  if (!hashed.ok) return hashed;
  return means.database.transaction(async (tx) => {
    const row = await readCode(tx, wish.code);
    if (row === undefined || !(await takeUse(tx, wish.code, means.clock.now()))) {
      const usable = usability(await readCode(tx, wish.code), means.clock.now());
      return usable.ok ? refuse({ code: "teaching/code-used-up" }) : usable;
    }
    await lockClass(tx, row.class_id);
    const opened = await readClass(tx, row.class_id);
    if (opened === undefined) return refuse({ code: "teaching/no-such-code" });
    if (opened.archived_at !== null) return refuse({ code: "teaching/class-archived" });
    const free = await hasRoom(tx, opened.id, 1);
    if (!free.ok) return free;
    const opening = { tx, row, opened, wish, password: hashed.value };
    const entered =
      caller === null ? await enterAsNew(means, opening) : await enterAs(means, opening, caller);
    if (!entered.ok) return entered;
    const person = entered.value;
    // From now on nobody else can come in as this person.
    await changePerson(tx, person, { last_seen_at: means.clock.now() });
    tx.announce(topic("class", opened.id));
    const cookie = caller === null ? await openSession(means, tx, person, visitor) : null;
    return ok({ class: opened.id, me: await viewMe(tx, person), cookie });
  });
}

async function hashOf(
  { hashing }: TeachingMeans,
  { password, name = "", number = "" }: JoinRequest,
): Promise<Outcome<string | null>> {
  if (password === undefined) return ok(null);
  if (isWeakPassword(password, name, number)) return refuse({ code: "identity/password-weak" });
  const hash = await hashing.hash(password);
  return hash === null ? queueFull(hashing.waiting()) : ok(hash);
}

interface Opening {
  readonly tx: Tx;
  readonly row: JoinCodeTable;
  readonly opened: ClassRow;
  readonly wish: JoinRequest;
  readonly password: string | null;
}

/** Somebody who is signed in comes in with the own account. */
async function enterAs(
  means: TeachingMeans,
  { tx, row, opened }: Opening,
  caller: Caller,
): Promise<Outcome<string>> {
  const { person } = caller;
  if ((await readMember(tx, opened.id, person)) !== undefined) {
    return refuse({ code: "teaching/already-member" });
  }
  if (row.role === "mentor") {
    const fit = await fitsRole(tx, opened.organisation_id, person, "mentor");
    if (!fit.ok) return fit;
  } else {
    await beginMembership(means, tx, opened.organisation_id, person, row.role);
  }
  await putMember(means, tx, opened.id, person, row);
  return ok(person);
}

/** Somebody new; or somebody of the class list who comes for the first time. */
async function enterAsNew(
  means: TeachingMeans,
  { tx, row, opened, wish, password }: Opening,
): Promise<Outcome<string>> {
  if (row.role === "mentor") return refuse({ code: "teaching/mentor-needs-enterprise" });
  const { name = "", number, locale = opened.locale } = wish;
  const id = opened.organisation_id;
  const school = (await organisationFacts(tx, [id])).get(id);
  if (school === undefined) throw new Error("a class without a school");
  await lockNumbers(tx, id);
  if (number !== undefined) {
    const holder = (await peopleByNumber(tx, id, [number])).get(number);
    if (holder !== undefined) return claim(means, { tx, row, opened, wish, password }, holder);
  }
  const [made] = await makePeople(means, tx, school, [
    { name, roles: [row.role], number: number ?? null, username: null, locale, password },
  ]);
  if (made === undefined) throw new Error("nobody was made");
  await putMember(means, tx, opened.id, made.person, row);
  return ok(made.person);
}

/**
 * A number of the school's is taken, except by whom the class list named and who was never here:
 * that person comes in with number and name, and nobody can come in as somebody who has been here.
 * Who has no account yet cannot sign in, so a nickname is answered with how to come in instead.
 */
async function claim(
  { clock }: TeachingMeans,
  { tx, opened, wish, password }: Opening,
  holder: string,
): Promise<Outcome<string>> {
  const taken = refuse({ code: "teaching/number-taken", facts: { number: wish.number ?? "" } });
  const member = await readMember(tx, opened.id, holder);
  const [person] = await readPeople(tx, [holder]);
  if (member?.how !== "roster" || member.role !== "student" || person === undefined) return taken;
  if (person.lastSeenAt !== null || person.hasPassword) return taken;
  if (plainName(person.name) !== plainName(wish.name ?? "")) {
    return refuse({ code: "teaching/name-not-as-listed", facts: { number: wish.number ?? "" } });
  }
  if (password !== null) await writePasswordHash(tx, holder, password, clock.now());
  return ok(holder);
}

function plainName(name: string): string {
  return name.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}

async function putMember(
  { clock }: TeachingMeans,
  tx: Tx,
  classId: string,
  person: string,
  { role }: JoinCodeTable,
): Promise<void> {
  const member = { class_id: classId, person_id: person, role, how: "code" } as const;
  await putMembers(tx, [{ ...member, joined_at: clock.now() }]);
}
