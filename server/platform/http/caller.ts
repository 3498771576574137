import type { Locale } from "@echelon/contract/platform/shapes.ts";

/** A person's role in one organisation; which roles there are is the modules' matter. */
export interface Role {
  readonly organisation: string;
  readonly role: string;
}

/** Who is calling, as the session lookup found them: one query a request. */
export interface Caller {
  readonly person: string;
  readonly locale: Locale;
  readonly roles: readonly Role[];
  /** Set for a program: the one thing that its token opens, as its module names it. */
  readonly agent?: string;
}

/** What a lookup may know of a request. */
export interface Knock {
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
}

/**
 * A right that a route asks of its caller, by role alone. Whether *this* thing is the caller's own
 * is for the use case to decide, which reads the thing anyway.
 */
export interface Permission {
  /** Shown in OpenAPI and in the table of permissions that a test holds. */
  readonly name: string;
  holds(caller: Caller): boolean;
}

export function permission(name: string, holds: (caller: Caller) => boolean): Permission {
  return { name, holds };
}

/** For endpoints that are `anonymous`, and for those that everyone signed in may call. */
export const anyone: Permission = permission("anyone", () => true);

/** How the house learns who is calling; one module provides it. */
export interface Gate {
  authenticate(knock: Knock): Promise<Caller | null>;
  /** Who may see the operator's status page. */
  readonly operates: Permission;
}

/** The gate of a house without such a module: nobody is known. */
export const closedGate: Gate = {
  authenticate: async () => null,
  operates: permission("operate", () => false),
};
