import assert from "node:assert/strict";
import type { Visitor } from "../browser/visitor.ts";
import { type ApiClient, createClient } from "../safety/api-client.ts";

/** Competencies with written anchors, by which works are marked here. */
export const criteria = ["K05", "D07"] as const;
export const title = "德国站选品方案";
export const brief = "写一份德国站的选品方案：卖什么、卖给谁、凭什么赢，数字从哪里来。";

/** What a student hands in. */
export const workOf = (name: string): string =>
  `${name}的方案：主推保温杯。\n\n目标顾客是通勤的上班族；同价位的对手有十二家，我们交期短、评价好。` +
  "首批进三百件，按每天六件卖五十天，毛利率三成。";

export interface MarkedClass {
  readonly id: string;
  readonly teacher: ApiClient;
  /** 方正平, whom the demonstration's door lets in. */
  readonly mentor: ApiClient;
  /** Of another enterprise; undefined where one mentor is enough. */
  readonly other: ApiClient | undefined;
  readonly students: readonly ApiClient[];
}

async function enter(url: string, account: string): Promise<ApiClient> {
  const client = createClient(url);
  await client.call("POST /demo/sign-in", { body: { account } });
  return client;
}

/** A mentor of the second enterprise, who has no door of one click. */
async function hireMentor(url: string, teacher: ApiClient): Promise<ApiClient> {
  const operator = await enter(url, "operator");
  const catalogs = await teacher.call("GET /catalogs");
  const organisation = catalogs.at(-1)?.enterprise.id ?? assert.fail("no enterprise");
  const { username, password } = await operator.call("POST /organisations/:organisation/people", {
    where: { organisation },
    body: { name: "韩梅", roles: ["mentor"] },
  });
  const client = createClient(url);
  await client.call("POST /sign-in", { body: { username, password } });
  return client;
}

async function usernameOf(client: ApiClient): Promise<string> {
  const { me } = await client.call("GET /session");
  return me?.username ?? assert.fail("nobody is signed in");
}

/** A class of its own with so many students, a teacher and one or two mentors. */
export async function openMarkedClass(
  url: string,
  plan: { readonly students: readonly string[]; readonly mentors: 1 | 2 },
): Promise<MarkedClass> {
  const teacher = await enter(url, "teacher");
  const mentor = await enter(url, "mentor");
  const other = plan.mentors === 2 ? await hireMentor(url, teacher) : undefined;
  const { me } = await teacher.call("GET /session");
  const school = me?.memberships[0]?.organisation.id ?? "";
  const { id } = await teacher.call("POST /classes", { body: { school, name: "评审班" } });
  const where = { class: id };
  for (const one of other === undefined ? [mentor] : [mentor, other]) {
    const body = { username: await usernameOf(one), role: "mentor" };
    await teacher.call("POST /classes/:class/members", { where, body });
  }
  const { code } = await teacher.call("POST /classes/:class/codes", { where, body: {} });
  const students: ApiClient[] = [];
  for (const name of plan.students) {
    const student = createClient(url);
    await student.call("POST /join", { body: { code, name } });
    students.push(student);
  }
  return { id, teacher, mentor, other, students };
}

/** Everybody hands in, the teacher closes, and the works are dealt out. */
export async function dealOut({ id, teacher, students }: MarkedClass): Promise<string> {
  const { id: assignment } = await teacher.call("POST /assessment/classes/:class/assignments", {
    where: { class: id },
    body: { title, brief, competencies: [...criteria], dueOn: null },
  });
  const where = { assignment };
  for (const student of students) {
    const { me } = await student.call("GET /session");
    const body = { text: workOf(me?.name ?? "") };
    await student.call("PUT /assessment/assignments/:assignment/work", { where, body });
  }
  await teacher.call("POST /assessment/assignments/:assignment/close", { where });
  return assignment;
}

/** What a rater was dealt of an assignment, as the server lists it. */
export const queueOf = async (rater: ApiClient) => rater.call("GET /assessment/queue");

/** A rater gives every criterion of a work the same mark, and hands it in. */
export async function markAll(rater: ApiClient, work: string, mark: number): Promise<void> {
  const marks = criteria.map((competency) => ({ competency, mark, note: "" }));
  const body = { marks, isDone: true };
  await rater.call("PUT /assessment/works/:work/marks", { where: { work }, body });
}

/** Taps one mark of a criterion in the room of a work, and waits until it is kept. */
export async function tap({ page }: Visitor, competency: string, mark: number): Promise<void> {
  await page
    .getByRole("group", { name: new RegExp(`^${competency}`) })
    .getByRole("radio", { name: new RegExp(`^${mark}`) })
    .check();
}
