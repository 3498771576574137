import type { MakeOperatorRequest } from "@echelon/contract/identity/session.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Means } from "../../../platform/module.ts";
import type { IdentityMeans } from "../means.ts";
import { isWeakPassword } from "../passwords.ts";
import { insertOrganisation, lockFirstOperator } from "../store/organisation-store.ts";
import { roleIsHeld, takenUsernames } from "../store/person-store.ts";
import { makePeople } from "./make-person.ts";
import { openSession, type Visitor } from "./open-session.ts";
import { queueFull, type SignedIn } from "./sign-in.ts";

const operatorSlug = "operator";
const purpose = "operator-invitation";

/**
 * The path where a new installation's operator makes the account; null once there is one.
 *
 * It carries the installation's own signature, so it is the same at every start until it is used.
 */
export async function operatorInvitation({ database, secrets, config }: Means) {
  if (config.isDemo || (await roleIsHeld(database, "operator"))) return null;
  return `/install/${secrets.sign("operator", purpose)}`;
}

/** Makes the first account of a new installation. The address works once. */
export async function makeOperator(
  means: IdentityMeans,
  wish: MakeOperatorRequest,
  visitor: Visitor,
): Promise<Outcome<SignedIn>> {
  const { database, secrets, hashing, limits, newId, clock } = means;
  const admission = await limits.take("sign-in-address", visitor.address);
  if (!admission.isAdmitted) {
    const facts = { seconds: admission.seconds };
    return refuse({ code: "platform/too-many-requests", facts });
  }
  if (!secrets.isSignature(wish.invitation, "operator", purpose)) {
    return refuse({ code: "identity/wrong-invitation" });
  }
  if (await roleIsHeld(database, "operator")) return refuse({ code: "identity/invitation-used" });
  const { username } = wish;
  if (isWeakPassword(wish.password, username)) return refuse({ code: "identity/password-weak" });
  const password = await hashing.hash(wish.password);
  if (password === null) return queueFull(hashing.waiting());
  return database.transaction(async (tx) => {
    // Two browsers at the one address: the second waits here and finds it used.
    await lockFirstOperator(tx);
    if (await roleIsHeld(tx, "operator")) return refuse({ code: "identity/invitation-used" });
    if ((await takenUsernames(tx, [username])).size > 0) {
      return refuse({ code: "identity/username-taken" });
    }
    const organisation = { id: newId(), slug: operatorSlug };
    await insertOrganisation(tx, {
      ...organisation,
      kind: "operator",
      name_zh: wish.organisation.zh,
      name_en: wish.organisation.en,
      made_at: clock.now(),
    });
    const { name, locale } = wish;
    const roles = ["operator"] as const;
    const wishes = [{ name, roles, number: null, username, locale, password }];
    const [made] = await makePeople(means, tx, organisation, wishes);
    if (made === undefined) throw new Error("the operator was not made");
    const { person } = made;
    return ok({ person, cookie: await openSession(means, tx, person, visitor) });
  });
}
