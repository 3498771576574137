import type { SigningSide } from "@echelon/contract/assessment/signatures.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { Means } from "../../platform/module.ts";
import { holdersOf, rolesAnywhere } from "../identity/index.ts";
import { classMembers } from "../teaching/index.ts";
import type { PanelSeatTable } from "./store/appeal-schema.ts";
import { insertSeat, seatsOf } from "./store/panel-store.ts";

/** A panel has one member of each, so that no party decides alone. */
export const panelSides: readonly SigningSide[] = ["school", "enterprise", "association"];

export interface Panel {
  readonly id: string;
  readonly classId: string;
  readonly school: string;
}

interface Candidate {
  readonly person: string;
  readonly organisation: string;
}

/**
 * Draws a member for each place that is empty, by a lot that nobody can tell beforehand. Nobody who
 * took part, has left this panel, or sits on it already is drawn.
 *
 * @param barred  who took part in what the panel looks at
 */
export async function drawSeats(
  { clock, secrets }: Pick<Means, "clock" | "secrets">,
  tx: Tx,
  panel: Panel,
  barred: ReadonlySet<string>,
): Promise<void> {
  const seats = await seatsOf(tx, [panel.id]);
  const known = new Set([...barred, ...seats.map((seat) => seat.person_id)]);
  const taken = new Set(seats.flatMap((seat) => (seat.left_at === null ? [seat.side] : [])));
  const lot = ({ person }: Candidate) =>
    secrets.sign(`${panel.id} ${person}`, "assessment.panel-lot");
  for (const side of panelSides.filter((one) => !taken.has(one))) {
    const free = (await candidatesOf(tx, panel, side)).filter(({ person }) => !known.has(person));
    const [drawn] = free.toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1));
    if (drawn === undefined) continue;
    known.add(drawn.person);
    await insertSeat(tx, {
      panel_id: panel.id,
      person_id: drawn.person,
      side,
      organisation_id: drawn.organisation,
      seated_at: clock.now(),
      left_at: null,
      left_text: "",
    });
  }
}

/** The members of a panel now, by their places. */
export const membersOf = (seats: readonly PanelSeatTable[]): readonly PanelSeatTable[] =>
  seats.filter(({ left_at: left }) => left === null);

/**
 * Who may sit for a side: teachers and heads of the school; people of the enterprises that mentor
 * the class, else of any enterprise; officers and planners of associations.
 */
async function candidatesOf(
  sql: Sql,
  { classId, school }: Panel,
  side: SigningSide,
): Promise<readonly Candidate[]> {
  if (side === "school") return holdersOf(sql, "school", ["head", "teacher"], [school]);
  if (side === "association") return holdersOf(sql, "association", ["officer", "planner"], null);
  const mentors = (await classMembers(sql, classId)).filter(({ role }) => role === "mentor");
  const held = await rolesAnywhere(
    sql,
    mentors.map(({ person }) => person),
  );
  const own = [...held.values()].flat().filter(({ role }) => role === "mentor");
  const near = await holdersOf(
    sql,
    "enterprise",
    ["mentor", "officer"],
    own.map(({ organisation }) => organisation),
  );
  return near.length > 0 ? near : holdersOf(sql, "enterprise", ["mentor", "officer"], null);
}
