import type { ReadRosterRow } from "@echelon/connectors/spreadsheet/read-roster.ts";
import type { RosterPreview, RosterProblem, RosterRow } from "@echelon/contract/teaching/roster.ts";
import type { Tx } from "../../../platform/database/database.ts";
import {
  type HeldRole,
  numbersOf,
  peopleByNumber,
  personNames,
  rolesAnywhere,
} from "../../identity/index.ts";
import type { ClassRow } from "../store/class-store.ts";
import { readMembers } from "../store/member-store.ts";
import { neededRoles } from "./add-member.ts";
import { isStudentAlone } from "./belongs-to-school.ts";

/** One row with what taking it in would do, and to whom; null for somebody new. */
export interface PlannedRow extends RosterRow {
  readonly person: string | null;
}

export interface RosterPlan {
  readonly rows: readonly PlannedRow[];
  /** What only the class and the school know to be wrong. */
  readonly problems: readonly RosterProblem[];
  readonly missing: RosterPreview["missing"];
}

/**
 * What a class list would change. People are found by their number in the school, never by name, so
 * the same list applied twice changes nothing. Enter the school first.
 */
export async function planRoster(
  tx: Tx,
  opened: ClassRow,
  rows: readonly ReadRosterRow[],
): Promise<RosterPlan> {
  const school = opened.organisation_id;
  const sound = rows.filter(({ isFaulty }) => !isFaulty);
  const byNumber = await peopleByNumber(
    tx,
    school,
    sound.map(({ number }) => number),
  );
  const members = new Map(
    (await readMembers(tx, opened.id)).map((member) => [member.person_id, member]),
  );
  const names = await personNames(tx, [...byNumber.values(), ...members.keys()]);
  const held = await rolesAnywhere(tx, [...byNumber.values()]);
  const problems: RosterProblem[] = [];
  const planned = rows.map((row): PlannedRow => {
    const person = byNumber.get(row.number) ?? null;
    const isOther = row.className !== "" && !isSameClass(row.className, opened.name);
    if (isOther) problems.push(otherClass(row, opened.name));
    const known = person === null ? "" : (names.get(person) ?? "");
    const isNamed = person === null || isSameName(known, row.name);
    const isStudent =
      row.role === "student" && (members.get(person ?? "")?.role ?? "student") === "student";
    const roles = held.get(person ?? "");
    const isHere = person !== null && members.has(person);
    const entersAsMore =
      row.isActive && person !== null && !isHere && !mayEnter(school, row, roles);
    if (entersAsMore) problems.push(otherRole(row));
    const changeOf = (): RosterRow["change"] => {
      if (row.isFaulty || isOther || entersAsMore) return "faulty";
      if (!row.isActive) return isHere ? "leave" : "same";
      if (person === null) return "add";
      if (!isHere) return "join";
      return isNamed || !isStudent || !isStudentAlone(school, roles) ? "same" : "rename";
    };
    const change = changeOf();
    if (!isNamed) problems.push(otherName(row, known, change === "rename"));
    const { number, name, role } = row;
    return { row: row.row, number, name, role, change, person };
  });
  const named = new Set(planned.map(({ person }) => person));
  const numbers = await numbersOf(tx, school, [...members.keys()]);
  const missing = [...members.values()]
    .filter(({ role, person_id }) => role === "student" && !named.has(person_id))
    .map(({ person_id }) => ({
      person: person_id,
      name: names.get(person_id) ?? "",
      number: numbers.get(person_id) ?? null,
    }));
  return { rows: planned, problems, missing };
}

/**
 * Whether somebody of the school may come into the class as what the list says. Who has left the
 * school may come back as a student; any other role is the school's to give.
 */
function mayEnter(school: string, { role }: ReadRosterRow, held: readonly HeldRole[] = []) {
  const here = held.filter(({ organisation }) => organisation === school);
  if (here.length === 0) return role === "student";
  return role !== "mentor" && here.some((one) => neededRoles[role].includes(one.role));
}

const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

function isSameClass(written: string, name: string): boolean {
  return plain(written) === plain(name);
}

function isSameName(known: string, written: string): boolean {
  return plain(known) === plain(written);
}

function otherClass(row: ReadRosterRow, name: string): RosterProblem {
  return {
    code: "teaching/roster-other-class",
    isBlocking: true,
    row: row.row,
    column: "class",
    heading: "",
    value: row.className.slice(0, 100),
    facts: { class: name },
  };
}

function otherRole(row: ReadRosterRow): RosterProblem {
  return {
    code: "teaching/roster-role-not-here",
    isBlocking: true,
    row: row.row,
    column: "role",
    heading: "",
    value: row.role,
    facts: {},
  };
}

function otherName(row: ReadRosterRow, known: string, isChanged: boolean): RosterProblem {
  return {
    code: isChanged ? "teaching/roster-name-differs" : "teaching/roster-name-kept",
    isBlocking: false,
    row: row.row,
    column: "name",
    heading: "",
    value: row.name.slice(0, 100),
    facts: { known },
  };
}

export function countsOf(rows: readonly RosterRow[]): RosterPreview["counts"] {
  const count = (change: RosterRow["change"]) => rows.filter((row) => row.change === change).length;
  return {
    rows: rows.length,
    add: count("add"),
    join: count("join"),
    rename: count("rename"),
    leave: count("leave"),
    same: count("same"),
    faulty: count("faulty"),
  };
}
