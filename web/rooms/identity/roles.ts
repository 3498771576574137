import type { Me, Role } from "../../api/session.ts";

type Kind = Me["memberships"][number]["organisation"]["kind"];

/**
 * Which roles there are in which kind of organisation: the contract's table, written again because
 * the contract's file would bring its validator into the bundle. A test holds the two equal.
 */
export const rolesOfKind: Readonly<Record<Kind, readonly Role[]>> = {
  school: ["student", "teacher", "assistant", "head", "planner"],
  enterprise: ["mentor", "officer"],
  association: ["officer", "planner"],
  government: ["officer", "planner"],
  operator: ["operator"],
};
