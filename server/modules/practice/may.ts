import { permission } from "../../platform/http/caller.ts";

const has = (roles: readonly { readonly role: string }[], ...names: readonly string[]) =>
  roles.some(({ role }) => names.includes(role));

/** Rights by role alone; whether this season or store is the caller's own, the use case asks. */
export const may = {
  /** Runs a store, or looks at one of a class that is led. */
  trade: permission("trade", ({ roles }) => has(roles, "student", "teacher", "assistant")),
  /** Makes and steers seasons. */
  steer: permission("steer", ({ roles }) => has(roles, "teacher", "assistant")),
  /** Sees what seasons there are. */
  look: permission("look", ({ roles }) => has(roles, "student", "teacher", "assistant", "mentor")),
} as const;
