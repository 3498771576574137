import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, suite, test } from "node:test";
import { freshApp, type FreshApp, modules } from "@echelon/server/main.ts";
import { type Client, createClient } from "./client.ts";
import { openDesk } from "./desk.ts";
import { ladder } from "./ladder.ts";

/** A season long enough for the suppliers' goods to come, on secrets that are always the same. */
const days = 12;
const seeds = [1, 2];
const rhoMin = 0.6;

type Person = Parameters<FreshApp["call"]>[0] & object;

suite("the ladder of scripted players", () => {
  let house: FreshApp;
  let url = "";
  let teacher: Person;
  before(async () => {
    house = await freshApp({ config: { port: 0 } });
    for (const { name, seedDemo } of modules) {
      if (name !== "practice") await seedDemo?.(house.app.means);
    }
    url = await house.app.listen();
    teacher = await findTeacher(house);
  });
  after(() => house.stop());

  test("wins the more the higher it is climbed", async () => {
    for (const seed of seeds) {
      const profits = await play(seed);
      const rho = spearman(profits);
      assert.ok(rho > rhoMin, `seed ${seed}, ${rho}: ${profits.join(" ")}`);
    }
  });

  /** Profits of the levels after a season on one secret. */
  async function play(seed: number): Promise<number[]> {
    const season = await openSeason(house, teacher, seed);
    const where = { season };
    const clients: { store: number; client: Client }[] = [];
    for (const { level } of ladder) {
      const { body } = await house.call(teacher, "POST /practice/seasons/:season/agents", {
        where,
        body: { name: `Level ${level}` },
      });
      clients.push({ store: body.store, client: createClient(url, body.token) });
    }
    for (let day = 1; day <= days; day += 1) {
      await Promise.all(
        ladder.map(async ({ play: playDay }, at) => playDay(await openDesk(clients[at]!.client))),
      );
      await house.call(teacher, "POST /practice/seasons/:season/close", { where, body: { day } });
      await house.runJobs();
    }
    const board = await house.call(teacher, "GET /practice/seasons/:season/leaderboard", { where });
    return clients.map(
      ({ store }) => board.body.rows.find((one) => one.store === store)!.profitMinor,
    );
  }
});

async function findTeacher(house: FreshApp): Promise<Person> {
  const { rows } = await house.fresh.owner.pool.query<{ person: string; organisation: string }>(
    `select person_id as person, organisation_id as organisation
       from identity.membership where role = 'teacher' limit 1`,
  );
  const { person, organisation } = rows[0]!;
  return { person, locale: "zh", roles: [{ organisation, role: "teacher" }] };
}

async function openSeason(house: FreshApp, teacher: Person, seed: number): Promise<string> {
  const classes = await house.call(teacher, "GET /classes");
  const catalogs = await house.call(teacher, "GET /catalogs");
  const { body } = await house.call(teacher, "POST /practice/seasons", {
    body: {
      class: classes.body[0]!.id,
      scenario: "class-40",
      name: `Ladder ${seed}`,
      pace: { kind: "by-hand" },
      bots: 20,
      days,
      enterprises: catalogs.body.map(({ enterprise }) => enterprise.id),
      teamSize: 1,
    },
  });
  const secret = createHash("sha256").update(`ladder ${seed}`).digest();
  const text = "update practice.season set seed_secret = $1 where season_id = $2";
  await house.fresh.owner.pool.query(text, [secret, body.id]);
  await house.runJobs();
  await house.call(teacher, "POST /practice/seasons/:season/start", { where: { season: body.id } });
  return body.id;
}

/** Place from the bottom, the lowest is 1. */
const rankOf = (value: number, all: readonly number[]) =>
  1 + all.filter((other) => other < value).length;

/** Spearman's rank correlation of values with their places in the list. */
function spearman(values: readonly number[]): number {
  const n = values.length;
  const squares = values.reduce((sum, value, at) => sum + (rankOf(value, values) - at - 1) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
