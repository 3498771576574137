import type { SignInRequest } from "@echelon/contract/identity/session.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { IdentityMeans } from "../means.ts";
import { isPassword } from "../passwords.ts";
import { readAccount } from "../store/person-store.ts";
import { openSession, type Visitor } from "./open-session.ts";

export interface SignedIn {
  readonly person: string;
  readonly cookie: string;
}

/**
 * Signs in by username and password. A missing account, one without password and a wrong password
 * are one answer and take one time; tries are limited by account and by address.
 */
export async function signIn(
  means: IdentityMeans,
  { username, password }: SignInRequest,
  visitor: Visitor,
): Promise<Outcome<SignedIn>> {
  const { database, limits, hashing } = means;
  const name = plainUsername(username);
  const byAddress = await limits.take("sign-in-address", visitor.address);
  const admission = byAddress.isAdmitted ? await limits.take("sign-in-account", name) : byAddress;
  if (!admission.isAdmitted) {
    const facts = { seconds: admission.seconds };
    return refuse({ code: "platform/too-many-requests", facts });
  }
  const account = await database.reading((sql) => readAccount(sql, name));
  const isRight = await isPassword(means, account?.password ?? null, password);
  if (isRight === null) return queueFull(hashing.waiting());
  if (!isRight || account === undefined) return refuse({ code: "identity/wrong-credentials" });
  const { person } = account;
  return database.transaction(async (tx) =>
    ok({ person, cookie: await openSession(means, tx, person, visitor) }),
  );
}

/** Typed in full width or capitals, it is the same name. */
export function plainUsername(username: string): string {
  return username.normalize("NFKC").trim().toLowerCase();
}

export function queueFull({ waiting, seconds }: { waiting: number; seconds: number }) {
  return refuse({ code: "identity/sign-in-queue", facts: { position: waiting + 1, seconds } });
}
