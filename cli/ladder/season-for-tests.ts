import { createHash } from "node:crypto";
import { freshApp, type FreshApp, modules, plantSecret } from "@echelon/server/main.ts";

export type Person = Parameters<FreshApp["call"]>[0] & object;

/** A house that listens, with the demonstration's people and catalogues, and its teacher. */
export async function openHouse() {
  const house = await freshApp({ config: { port: 0 } });
  for (const { name, seedDemo } of modules) {
    if (name !== "practice") await seedDemo?.(house.app.means);
  }
  const url = await house.app.listen();
  const { rows } = await house.fresh.owner.pool.query<{ person: string; organisation: string }>(
    `select person_id as person, organisation_id as organisation
       from identity.membership where role = 'teacher' limit 1`,
  );
  const { person, organisation } = rows[0]!;
  const teacher: Person = { person, locale: "zh", roles: [{ organisation, role: "teacher" }] };
  return { house, url, teacher };
}

type Wish = { readonly days: number; readonly bots: number; readonly seed: number };

/** A running season on a secret that is always the same, closed by hand. */
export async function openSeason(
  house: FreshApp,
  teacher: Person,
  { days, bots, seed }: Wish,
): Promise<string> {
  const classes = await house.call(teacher, "GET /classes");
  const catalogs = await house.call(teacher, "GET /catalogs");
  const { body } = await house.call(teacher, "POST /practice/seasons", {
    body: {
      class: classes.body[0]!.id,
      scenario: "class-40",
      name: `Ladder ${seed}`,
      pace: { kind: "by-hand" },
      bots,
      days,
      enterprises: catalogs.body.map(({ enterprise }) => enterprise.id),
      teamSize: 1,
    },
  });
  const secret = createHash("sha256").update(`ladder ${seed}`).digest();
  await house.app.means.database.transaction((tx) => plantSecret(tx, body.id, secret));
  await house.runJobs();
  await house.call(teacher, "POST /practice/seasons/:season/start", { where: { season: body.id } });
  return body.id;
}

/** Lets a program in and gives its store and token. */
export async function letIn(house: FreshApp, teacher: Person, season: string, name: string) {
  const does = "POST /practice/seasons/:season/agents";
  const { body } = await house.call(teacher, does, { where: { season }, body: { name } });
  return body;
}

export async function closeDay(house: FreshApp, teacher: Person, season: string, day: number) {
  const does = "POST /practice/seasons/:season/close";
  await house.call(teacher, does, { where: { season }, body: { day } });
  await house.runJobs();
}
