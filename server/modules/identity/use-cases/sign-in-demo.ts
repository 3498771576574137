import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Means } from "../../../platform/module.ts";
import { readDemoAccounts } from "../store/person-store.ts";
import { openSession, type Visitor } from "./open-session.ts";
import type { SignedIn } from "./sign-in.ts";

/** One click into a prepared account; only in a demonstration. */
export async function signInDemo(
  means: Means,
  account: string,
  visitor: Visitor,
): Promise<Outcome<SignedIn>> {
  if (!means.config.isDemo) return refuse({ code: "identity/demo-off" });
  const accounts = await readDemoAccounts(means.database);
  const found = accounts.find((each) => each.account === account);
  if (found === undefined) return refuse({ code: "identity/no-such-demo-account" });
  const { person } = found;
  return means.database.transaction(async (tx) =>
    ok({ person, cookie: await openSession(means, tx, person, visitor) }),
  );
}
