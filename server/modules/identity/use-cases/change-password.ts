import type { ChangePasswordRequest } from "@echelon/contract/identity/session.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { IdentityMeans } from "../means.ts";
import { isPassword, isWeakPassword } from "../passwords.ts";
import { readAccountOf, writePassword } from "../store/person-store.ts";
import { endSessions } from "../store/session-store.ts";
import { queueFull } from "./sign-in.ts";

/**
 * The person chooses a password. Who has one must know it; who joined by a code has none. All other
 * sessions of the person end.
 */
export async function changePassword(
  means: IdentityMeans,
  person: string,
  token: string,
  { current, password }: ChangePasswordRequest,
): Promise<Outcome<undefined>> {
  const { database, limits, hashing, clock } = means;
  const account = await readAccountOf(database, person);
  if (account === undefined) throw new Error("a session without an account");
  if (account.password !== null) {
    const admission = await limits.take("sign-in-account", account.username);
    if (!admission.isAdmitted) {
      const facts = { seconds: admission.seconds };
      return refuse({ code: "platform/too-many-requests", facts });
    }
    const isRight = await isPassword(means, account.password, current ?? "");
    if (isRight === null) return queueFull(hashing.waiting());
    if (!isRight) return refuse({ code: "identity/wrong-password" });
  }
  if (isWeakPassword(password, account.username)) return refuse({ code: "identity/password-weak" });
  const hash = await hashing.hash(password);
  if (hash === null) return queueFull(hashing.waiting());
  return database.transaction(async (tx) => {
    await writePassword(tx, person, hash, clock.now());
    await endSessions(tx, person, token);
    return ok();
  });
}
