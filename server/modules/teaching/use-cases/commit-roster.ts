import type { RoleName } from "@echelon/contract/identity/shapes.ts";
import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { CommitRosterRequest, RosterCommitted } from "@echelon/contract/teaching/roster.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import {
  beginMembership,
  changePerson,
  generatePassword,
  hashGenerated,
  lockNumbers,
  makePeople,
  organisationFacts,
  writeAudit,
} from "../../identity/index.ts";
import type { TeachingMeans } from "../means.ts";
import { type ClassRow, lockClass } from "../store/class-store.ts";
import { endMembers, putMembers, readMembers } from "../store/member-store.ts";
import { lockRoster, markCommitted } from "../store/roster-store.ts";
import { hasRoom } from "./add-member.ts";
import { findOpenClass } from "./find-class.ts";
import { countsOf, type PlannedRow, planRoster } from "./plan-roster.ts";
import { changesOf, type KeptRoster } from "./preview-roster.ts";

/**
 * Takes a previewed class list in: people, memberships, names, leavers, in one transaction.
 *
 * Refused as stale when it would now do something else than the preview said; then a new preview
 * shows what.
 */
export async function commitRoster(
  means: TeachingMeans,
  caller: Caller,
  { class: classId, import: id }: { readonly class: string; readonly import: string },
  wish: CommitRosterRequest,
): Promise<Outcome<RosterCommitted>> {
  return means.database.transaction(async (tx) => {
    const found = await findOpenClass(tx, caller, classId);
    if (!found.ok) return found;
    const opened = found.value.row;
    await lockClass(tx, classId);
    await lockNumbers(tx, opened.organisation_id);
    const kept = await lockRoster(tx, opened.organisation_id, id);
    if (kept?.class_id !== classId) return refuse({ code: "teaching/no-such-import" });
    if (kept.committed_at !== null) return refuse({ code: "teaching/import-committed" });
    const { rows, changes } = kept.reading as KeptRoster;
    const plan = await planRoster(tx, opened, rows);
    const isSame = changesOf(plan).every((change, at) => change === changes[at]);
    if (!isSame) return refuse({ code: "teaching/preview-stale" });
    const counts = countsOf(plan.rows);
    if (counts.faulty > 0 && !wish.leavesOutFaulty) {
      return refuse({ code: "teaching/import-faulty", facts: { rows: counts.faulty } });
    }
    const applied = await apply(means, tx, { opened, caller, rows: plan.rows, wish });
    if (!applied.ok) return applied;
    await markCommitted(tx, opened.organisation_id, id, means.clock.now());
    tx.announce(topic("class", classId));
    return applied;
  });
}

interface Applying {
  readonly opened: ClassRow;
  readonly caller: Caller;
  readonly rows: readonly PlannedRow[];
  readonly wish: CommitRosterRequest;
}

async function apply(
  means: TeachingMeans,
  tx: Tx,
  { opened, caller, rows, wish }: Applying,
): Promise<Outcome<RosterCommitted>> {
  const of = (change: PlannedRow["change"]) => rows.filter((row) => row.change === change);
  const free = await hasRoom(tx, opened.id, of("add").length + of("join").length);
  if (!free.ok) return free;
  const credentials = await addPeople(means, tx, opened, of("add"), wish.makesPasswords);
  await letIn(means, tx, opened, of("join"));
  for (const { person, name } of of("rename")) {
    if (person !== null) await changePerson(tx, person, { name });
  }
  const members = new Map((await readMembers(tx, opened.id)).map((each) => [each.person_id, each]));
  const removed = wish.removes.filter((person) => members.get(person)?.role === "student");
  const leaving = [...of("leave").map(({ person }) => person ?? ""), ...removed];
  const staying = [...members.values()].filter(
    ({ role, person_id }) => role === "teacher" && !leaving.includes(person_id),
  );
  if (staying.length === 0) return refuse({ code: "teaching/last-teacher" });
  await endMembers(tx, opened.id, leaving, means.clock.now());
  const counts = countsOf(rows);
  const committed = {
    added: counts.add,
    joined: counts.join,
    renamed: counts.rename,
    left: new Set(leaving).size,
    unchanged: counts.same,
    leftOut: counts.faulty,
  };
  await writeAudit(means, tx, opened.organisation_id, {
    deed: "roster-committed",
    by: caller.person,
    facts: { class: opened.name, ...committed },
  });
  return ok({ ...committed, credentials: wish.makesPasswords ? credentials : [] });
}

async function addPeople(
  means: TeachingMeans,
  tx: Tx,
  opened: ClassRow,
  rows: readonly PlannedRow[],
  makesPasswords: boolean,
): Promise<RosterCommitted["credentials"]> {
  const id = opened.organisation_id;
  const school = (await organisationFacts(tx, [id])).get(id);
  if (school === undefined) throw new Error("a class without a school");
  const passwords = rows.map(() => generatePassword());
  const made = await makePeople(
    means,
    tx,
    school,
    rows.map(({ name, number, role }, at) => ({
      name,
      roles: [role as RoleName],
      number,
      username: null,
      locale: opened.locale,
      password: makesPasswords ? hashGenerated(means.secrets, passwords[at] ?? "") : null,
    })),
  );
  const member = { class_id: opened.id, how: "roster", joined_at: means.clock.now() } as const;
  await putMembers(
    tx,
    made.map(({ person }, at) => ({
      ...member,
      person_id: person,
      role: rows[at]?.role ?? "student",
    })),
  );
  return made.map(({ person, username }, at) => ({
    person,
    name: rows[at]?.name ?? "",
    username,
    password: passwords[at] ?? "",
  }));
}

/**
 * People of the school come into the class; who had left the school comes back as a student. Other
 * roles are the school's to give: who has none of them is not let in as one.
 */
async function letIn(
  means: TeachingMeans,
  tx: Tx,
  opened: ClassRow,
  rows: readonly PlannedRow[],
): Promise<void> {
  const member = { class_id: opened.id, how: "roster", joined_at: means.clock.now() } as const;
  const entering = rows.flatMap(({ person, role }) => (person === null ? [] : [{ person, role }]));
  for (const { person, role } of entering) {
    if (role !== "student") continue;
    await beginMembership(means, tx, opened.organisation_id, person, role);
  }
  await putMembers(
    tx,
    entering.map(({ person, role }) => ({ ...member, person_id: person, role })),
  );
}
