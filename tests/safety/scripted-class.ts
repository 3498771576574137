import { uuidv7 } from "@echelon/server/main.ts";
import { ApiRefusal, type ApiClient, createClient } from "./api-client.ts";
import { patiently, until } from "./patience.ts";
import { type Wish, wishesOf } from "./scripted-choices.ts";

/** A student of the script: an own way to the server and a store. */
export interface ScriptedStudent {
  readonly client: ApiClient;
  readonly where: { readonly season: string; readonly store: string };
  readonly place: number;
  /** By which the student may sign in again, where the plan has a password. */
  readonly username: string;
  /** What the server said it had accepted: the decision's kind by its number. */
  readonly acknowledged: Map<number, string>;
}

export interface ScriptedClass {
  readonly teacher: ApiClient;
  readonly season: string;
  readonly students: readonly ScriptedStudent[];
  /** Does what the server's worker would do, where there is none. */
  readonly work: () => Promise<void>;
  moveTo(url: string): void;
}

export interface ClassPlan {
  readonly students: number;
  readonly scenario: string;
  readonly days: number;
  readonly bots: number;
  /** Where each client goes, by place; the teacher is -1. All go to the one address usually. */
  readonly urlOf: (place: number) => string;
  readonly work?: () => Promise<void>;
  /** Of all students; without one they are known by their cookies only. */
  readonly password?: string;
}

/** A teacher makes a class and a season; students join by its code and open their stores. */
export async function openClass(plan: ClassPlan): Promise<ScriptedClass> {
  const work = plan.work ?? (() => Promise.resolve());
  const teacher = createClient(plan.urlOf(-1));
  const { season, code } = await makeSeason(teacher, plan);
  const where = { season };
  await work();
  const stateOf = async () =>
    (await teacher.call("GET /practice/seasons/:season", { where })).state;
  await until("the season is ready", async () => (await stateOf()) === "lobby");
  await teacher.call("POST /practice/seasons/:season/start", { where });
  const students: ScriptedStudent[] = [];
  for (let place = 0; place < plan.students; place += 1) {
    const client = createClient(plan.urlOf(place));
    const { me } = await client.call("POST /join", {
      body: {
        code,
        name: `Student ${place + 1}`,
        ...(plan.password === undefined ? {} : { password: plan.password }),
      },
    });
    const { store } = await client.call("POST /practice/seasons/:season/stores", {
      where,
      body: { name: `Store ${place + 1}` },
    });
    const mine = { season, store: String(store) };
    students.push({
      client,
      where: mine,
      place,
      username: me.username,
      acknowledged: new Map(),
    });
  }
  return {
    teacher,
    season,
    students,
    work,
    moveTo(next) {
      for (const { client } of students) client.moveTo(next);
      teacher.moveTo(next);
    },
  };
}

async function makeSeason(teacher: ApiClient, plan: ClassPlan) {
  const { me } = await teacher.call("POST /demo/sign-in", { body: { account: "teacher" } });
  const school = me?.memberships[0]?.organisation.id ?? "";
  const group = await teacher.call("POST /classes", {
    body: { school, name: `Scripted ${uuidv7().slice(-6)}` },
  });
  const { code } = await teacher.call("POST /classes/:class/codes", {
    where: { class: group.id },
    body: {},
  });
  const catalogs = await teacher.call("GET /catalogs");
  const { id } = await teacher.call("POST /practice/seasons", {
    body: {
      class: group.id,
      scenario: plan.scenario,
      name: "Scripted season",
      pace: { kind: "by-hand" },
      bots: plan.bots,
      days: plan.days,
      enterprises: catalogs.map(({ enterprise }) => enterprise.id),
      teamSize: 1,
    },
  });
  return { season: id, code };
}

/** Hands in what the script decides on the day. */
export async function handIn(student: ScriptedStudent, day: number): Promise<void> {
  const wishes = await patiently(() => wishesOf(student, day));
  if (wishes.length > 0) await decide(student, day, wishes);
}

/**
 * Hands in wishes until the server has answered. The key stays the same over the tries, so that a
 * request whose answer was lost in a kill is not decided twice.
 */
export async function decide(
  { client, where, acknowledged }: ScriptedStudent,
  day: number,
  wishes: readonly Wish[],
): Promise<void> {
  const body = { key: uuidv7(), day, wishes };
  const { numbers } = await patiently(() =>
    client.call("POST /practice/seasons/:season/stores/:store/decisions", { where, body }),
  );
  for (const [index, number] of numbers.entries()) acknowledged.set(number, wishes[index]!.kind);
}

/** Hands in wishes at the moment of a close: they are in, or the day was closed before. */
export async function decideLate(
  student: ScriptedStudent,
  day: number,
  wishes: readonly Wish[],
): Promise<void> {
  try {
    await decide(student, day, wishes);
  } catch (error) {
    if (!isClosed(error)) throw error;
  }
}

/** Asks for the close of a day; asking twice, or of two servers, closes it once. */
export async function askForClose(
  client: ApiClient,
  { season, work }: Pick<ScriptedClass, "season" | "work">,
  day: number,
): Promise<void> {
  const where = { season };
  try {
    await patiently(() =>
      client.call("POST /practice/seasons/:season/close", { where, body: { day } }),
    );
  } catch (error) {
    if (!isClosed(error)) throw error;
  }
  await work();
}

/** Waits until a day's results are there. */
export function untilClosed({ teacher, season }: ScriptedClass, day: number): Promise<void> {
  return until(`day ${day} is closed`, async () => {
    const now = await teacher.call("GET /practice/seasons/:season", { where: { season } });
    return now.day > day;
  });
}

function isClosed(error: unknown): boolean {
  const codes = ["practice/day-closed", "practice/season-closed"];
  return error instanceof ApiRefusal && codes.includes(error.code);
}
