import type { EditMeRequest, Me } from "@echelon/contract/identity/session.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { Means } from "../../../platform/module.ts";
import { changePerson } from "../store/person-store.ts";
import { viewMe } from "./view-session.ts";

/** Changes how the person is called and what the screens look like. */
export async function editMe(
  { database }: Means,
  person: string,
  { name, locale, theme }: EditMeRequest,
): Promise<Outcome<Me>> {
  return database.transaction(async (tx) => {
    await changePerson(tx, person, {
      ...(name === undefined ? {} : { name }),
      ...(locale === undefined ? {} : { locale }),
      ...(theme === undefined ? {} : { theme }),
    });
    return ok(await viewMe(tx, person));
  });
}
