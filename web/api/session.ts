import type { QueryClient } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import { api, type Answer } from "./client.ts";
import { useAnswer } from "./query.ts";

export type Session = Answer<"GET /session">;
export type Me = NonNullable<Session["me"]>;
export type Role = Me["memberships"][number]["role"];

const key = ["GET /session", {}] as const;

/** Who is here, asked once and kept; guards of routes wait for it. */
export function sessionOf(client: QueryClient): Promise<Session> {
  return client.ensureQueryData({ queryKey: key, queryFn: () => api("GET /session", {}) });
}

/** Another person, or nobody, is here from now on: nothing of the former one may stay on screen. */
export function enterSession(client: QueryClient, session: Session): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
  client.setQueryData(key, session);
}

/** Changes the person who is here without a call: after an answer that gave the new state. */
export function changeMe(client: QueryClient, me: Me | null): void {
  client.setQueryData<Session>(key, (known) => (known === undefined ? known : { ...known, me }));
}

export function useSession(): Session | undefined {
  return useAnswer("GET /session", {}).data;
}

/**
 * The person who is signed in.
 *
 * @throws where a room that needs one is shown to nobody: its route must have a guard
 */
export function useMe(): Me {
  const me = useQueryClient().getQueryData<Session>(key)?.me;
  const live = useSession()?.me ?? me;
  if (live === null || live === undefined) throw new Error("nobody is signed in");
  return live;
}
