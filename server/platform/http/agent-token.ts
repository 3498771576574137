import type { Caller, Gate } from "./caller.ts";

/** Says whom a token speaks for; null when it is not one of the module's, or no longer. */
export type TokenReader = (token: string) => Promise<Caller | null>;

const form = /^Bearer (ech_[A-Za-z0-9_-]{1,200})$/i;

/** The token of a program, when the header carries one. */
export function agentToken(authorization: string | undefined): string | null {
  return form.exec(authorization ?? "")?.[1] ?? null;
}

/**
 * A gate that knows programs by their tokens and people as before. Whoever brings a token is known
 * by it or not at all: a cookie that comes along is not looked at, so that a request which comes
 * from no page of ours never acts for a person.
 */
export function withAgents(gate: Gate, readers: readonly TokenReader[]): Gate {
  return {
    ...gate,
    async authenticate(knock) {
      const token = agentToken(knock.authorization);
      if (token === null) return gate.authenticate(knock);
      for (const read of readers) {
        const caller = await read(token);
        if (caller !== null) return caller;
      }
      return null;
    },
  };
}
