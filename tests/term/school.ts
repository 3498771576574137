/** A class of its own with its teacher, a mentor and students, and the days that pass in it. */
import type { ManualClock } from "@echelon/server/main.ts";
import { type ApiClient, createClient } from "../safety/api-client.ts";

/** An installation whose days pass when a test says so. */
export interface Place {
  readonly url: string;
  readonly clock: ManualClock;
  /** Does the jobs that wait. */
  work(): Promise<void>;
  /** The same, and what an installation's clock asks for every minute. */
  tend(): Promise<void>;
}

/** A place with the hand that deals its seasons' luck. */
export interface Table extends Place {
  draw(season: string): Promise<void>;
}

export interface Pupil {
  readonly client: ApiClient;
  readonly person: string;
  readonly name: string;
}

export interface School extends Table {
  readonly id: string;
  readonly school: string;
  readonly teacher: ApiClient;
  readonly mentor: ApiClient;
  /** Whom the demonstration's door lets in: the one who plays well. */
  readonly able: Pupil;
  /** Of the able one's team. */
  readonly mate: Pupil;
  /** Has learned all by heart, and plays as often and without looking. */
  readonly careless: Pupil;
  /** Is of the class, and does nothing. */
  readonly idle: Pupil;
  /** Some days go by, after which everybody opens the app again. */
  pass(days: number): Promise<void>;
}

const daySeconds = 86_400;
const accounts = ["teacher", "mentor", "student"] as const;

export async function openSchool(place: Table): Promise<School> {
  const { url, clock } = place;
  const [teacher, mentor, student] = [createClient(url), createClient(url), createClient(url)];
  const ofDemo = [teacher, mentor, student];
  for (const [at, client] of ofDemo.entries())
    await client.call("POST /demo/sign-in", { body: { account: accounts[at]! } });
  const { me } = await teacher.call("GET /session");
  const school = me?.memberships[0]?.organisation.id ?? "";
  const { id } = await teacher.call("POST /classes", { body: { school, name: "营销班" } });
  const where = { class: id };
  const mentors = await mentor.call("GET /session");
  await teacher.call("POST /classes/:class/members", {
    where,
    body: { username: mentors.me?.username ?? "", role: "mentor" },
  });
  const { code } = await teacher.call("POST /classes/:class/codes", { where, body: {} });
  const joined: ApiClient[] = [];
  const join = async (name: string): Promise<Pupil> => {
    const client = createClient(url);
    const one = await client.call("POST /join", { body: { code, name } });
    joined.push(client);
    return { client, person: one.me.id, name };
  };
  const own = await student.call("POST /join", { body: { code } });
  return {
    ...place,
    id,
    school,
    teacher,
    mentor,
    able: { client: student, person: own.me.id, name: own.me.name },
    mate: await join("陈同伴"),
    careless: await join("马虎"),
    idle: await join("闲人"),
    async pass(days) {
      clock.advance(days * daySeconds);
      for (const client of [...ofDemo, ...joined]) await client.call("GET /session");
    },
  };
}
