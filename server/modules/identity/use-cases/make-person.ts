import type { Locale } from "@echelon/contract/platform/shapes.ts";
import type { RoleName } from "@echelon/contract/identity/shapes.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Means } from "../../../platform/module.ts";
import { randomWord } from "../passwords.ts";
import { beginMemberships, enterOrganisation, writeNumbers } from "../store/membership-store.ts";
import { insertPeople, type NewPerson, takenUsernames } from "../store/person-store.ts";

export interface PersonWish {
  /** Made anew when left out. */
  readonly id?: string;
  readonly name: string;
  readonly roles: readonly RoleName[];
  readonly number: string | null;
  /** Made of the slug and the number, else of the slug and six characters, when null. */
  readonly username: string | null;
  readonly locale: Locale;
  /** A hash; null for who comes in without a password. */
  readonly password: string | null;
}

export interface MadePerson {
  readonly person: string;
  readonly username: string;
}

const suffixLength = 6;

/**
 * Makes people of one organisation: account, person, number, memberships. The caller's transaction
 * decides; nothing is checked here but that generated usernames are free.
 *
 * @returns in the order of the wishes
 */
export async function makePeople(
  { newId, clock }: Means,
  tx: Tx,
  organisation: { readonly id: string; readonly slug: string },
  wishes: readonly PersonWish[],
): Promise<MadePerson[]> {
  await enterOrganisation(tx, organisation.id);
  const at = clock.now();
  const usernames = await freeUsernames(tx, organisation.slug, wishes);
  const people = wishes.map((wish, place): NewPerson => ({
    id: wish.id ?? newId(),
    accountId: newId(),
    name: wish.name,
    username: usernames[place] ?? "",
    locale: wish.locale,
    password: wish.password,
    at,
  }));
  await insertPeople(tx, people);
  const memberships = people.flatMap(({ id }, place) =>
    (wishes[place]?.roles ?? []).map((role) => ({
      organisation_id: organisation.id,
      id: newId(),
      person_id: id,
      role,
      started_on: dateOf(at),
    })),
  );
  await beginMemberships(tx, memberships);
  const numbers = people.flatMap(({ id }, place) => {
    const number = wishes[place]?.number ?? null;
    return number === null ? [] : [{ person: id, number }];
  });
  await writeNumbers(tx, organisation.id, numbers);
  return people.map(({ id, username }) => ({ person: id, username }));
}

export function dateOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** A number as part of a username; better-auth takes Latin letters, digits, `_` and `.`. */
export function usernameOf(slug: string, number: string): string {
  const plain = number
    .toLowerCase()
    .replaceAll("-", "_")
    .replace(/^[._]+|[._]+$/g, "");
  return `${slug}.${plain || "0"}`;
}

async function freeUsernames(
  tx: Tx,
  slug: string,
  wishes: readonly PersonWish[],
): Promise<string[]> {
  const wanted = wishes.map(({ username, number }) => {
    if (username !== null) return username;
    return number === null ? generated(slug) : usernameOf(slug, number);
  });
  const taken = await takenUsernames(tx, wanted);
  return wanted.map((name, place) => {
    const isOwn = wishes[place]?.username !== null;
    const free =
      taken.has(name) && !isOwn ? `${name}.${randomWord(suffixLength).toLowerCase()}` : name;
    taken.add(free);
    return free;
  });
}

function generated(slug: string): string {
  return `${slug}.${randomWord(suffixLength).toLowerCase()}`;
}
