import type { Me, Role } from "../api/session.ts";

/** Where somebody sits: a person with several roles changes chairs at the top of the rail. */
export const chairs = ["teacher", "student", "mentor", "office", "operator"] as const;
export type Chair = (typeof chairs)[number];

const chairOfRole: Readonly<Record<Role, Chair>> = {
  student: "student",
  teacher: "teacher",
  assistant: "teacher",
  mentor: "mentor",
  head: "office",
  planner: "office",
  officer: "office",
  operator: "operator",
};

/** The room that each chair opens with. */
export const homeOf: Readonly<Record<Chair, string>> = {
  student: "/seasons",
  teacher: "/classes",
  mentor: "/review",
  office: "/organisations",
  operator: "/status",
};

/** The chairs of a person, without doubles, in the order above. */
export function chairsOf(me: Pick<Me, "memberships">): Chair[] {
  const mine = new Set(me.memberships.map(({ role }) => chairOfRole[role]));
  return chairs.filter((chair) => mine.has(chair));
}

/** The chair to begin with: the one used last on this device when it is still the person's own. */
export function firstChair(me: Pick<Me, "memberships">, last: string | null): Chair | null {
  const mine = chairsOf(me);
  return mine.find((chair) => chair === last) ?? mine[0] ?? null;
}
