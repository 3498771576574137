import { newId } from "../../web/api/new-id.ts";
import type { BodyOf } from "@echelon/contract/platform/endpoint.ts";
import type { EndpointByDoes } from "@echelon/contract/endpoints.ts";
import { ApiRefusal, type ApiClient, createClient } from "./api-client.ts";

type Wish =
  BodyOf<EndpointByDoes["POST /practice/seasons/:season/stores/:store/decisions"]>["wishes"][number];

/** A student of the script: an own way to the server and a store. */
export interface ScriptedStudent {
  readonly client: ApiClient;
  readonly store: string;
  readonly place: number;
  /** Numbers of the decisions that the server said it had accepted. */
  readonly acknowledged: number[];
}

export interface ScriptedClass {
  readonly teacher: ApiClient;
  readonly season: string;
  readonly students: readonly ScriptedStudent[];
  moveTo(url: string): void;
}

export interface ClassPlan {
  readonly students: number;
  readonly scenario: string;
  readonly days: number;
  readonly bots: number;
}

/** A teacher makes a class and a season; students join by its code and open their stores. */
export async function openClass(url: string, plan: ClassPlan): Promise<ScriptedClass> {
  const teacher = createClient(url);
  const { me } = await teacher.call("POST /demo/sign-in", { body: { account: "teacher" } });
  const school = me?.memberships[0]?.organisation.id ?? "";
  const group = await teacher.call("POST /classes", {
    body: { school, name: `Scripted ${newId().slice(-6)}` },
  });
  const { code } = await teacher.call("POST /classes/:class/codes", {
    where: { class: group.id },
    body: {},
  });
  const catalogs = await teacher.call("GET /catalogs");
  const made = await teacher.call("POST /practice/seasons", {
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
  const season = made.id;
  await until(async () => {
    const { state } = await teacher.call("GET /practice/seasons/:season", { where: { season } });
    return state === "lobby";
  }, 120_000);
  await teacher.call("POST /practice/seasons/:season/start", { where: { season } });
  const students: ScriptedStudent[] = [];
  for (let place = 0; place < plan.students; place += 1) {
    const client = createClient(url);
    await client.call("POST /join", { body: { code, name: `Student ${place + 1}` } });
    const store = await client.call("POST /practice/seasons/:season/stores", {
      where: { season },
      body: { name: `Store ${place + 1}` },
    });
    students.push({ client, store: String(store.store), place, acknowledged: [] });
  }
  return {
    teacher,
    season,
    students,
    moveTo(next) {
      for (const { client } of students) client.moveTo(next);
      teacher.moveTo(next);
    },
  };
}

/** What a student of the script hands in on a day: the same on every run. */
export async function wishesOf(
  { client, store, place }: ScriptedStudent,
  season: string,
  day: number,
): Promise<Wish[]> {
  const where = { season, store };
  if (day === 1) {
    const { items } = await client.call("GET /practice/seasons/:season/stores/:store/catalog", {
      where,
      asks: { limit: "200" },
    });
    const chosen = [items[(place * 3) % items.length]!, items[(place * 3 + 1) % items.length]!];
    return chosen.map(({ sku }): Wish => ({ kind: "select-product", sku }));
  }
  const { offers } = await client.call("GET /practice/seasons/:season/stores/:store/products", { where });
  if (day === 2) return (await Promise.all(offers.map(({ sku }) => firstListing(client, where, sku)))).flat();
  return offers.flatMap(({ sku, listings }) =>
    listings
      .filter(({ state }) => state === "live")
      .map(({ market, priceMinor }): Wish => {
        const step = ((day + place) % 5) - 2;
        return { kind: "set-price", sku, market, priceMinor: Math.max(1, priceMinor + step * 10) };
      }),
  );
}

async function firstListing(
  client: ApiClient,
  where: { season: string; store: string },
  sku: string,
): Promise<Wish[]> {
  const season = await client.call("GET /practice/seasons/:season", { where: { season: where.season } });
  const market = season.markets[0]!.code;
  const editor = await client.call(
    "GET /practice/seasons/:season/stores/:store/products/:sku/:market",
    { where: { ...where, sku, market } },
  );
  const service = editor.services.find(({ costMinor }) => costMinor !== null)!;
  const { name, text, attributes } = editor.product;
  const listing = {
    title: `${name.en} ${editor.keywords[0]?.phrase ?? ""}`.trim().slice(0, 120),
    keywords: editor.keywords.map(({ phrase }) => phrase),
    text: text.en.slice(0, 1_000),
    attributes,
    photoLevel: 1 as const,
  };
  const priceMinor = editor.suggestedPriceMinor;
  return [
    { kind: "publish-listing", sku, market, listing, priceMinor },
    { kind: "set-shipping", sku, market, service: service.id, feeMinor: 0, promiseDays: Math.max(1, service.p90Days) },
  ];
}

/**
 * Hands in a day's wishes. The key stays the same over tries, so a request whose answer was lost in a
 * kill is not decided twice; tries go on until the server answers.
 */
export async function handIn(student: ScriptedStudent, season: string, day: number): Promise<void> {
  const key = newId();
  const where = { season, store: student.store };
  const wishes = await patiently(() => wishesOf(student, season, day));
  if (wishes.length === 0) return;
  const answer = await patiently(() =>
    student.client.call("POST /practice/seasons/:season/stores/:store/decisions", {
      where,
      body: { key, day, wishes },
    }),
  );
  student.acknowledged.push(...answer.numbers);
}

/** Asks for the close of a day until it has closed; asking twice closes once. */
export async function closeDay(group: ScriptedClass, day: number): Promise<void> {
  const where = { season: group.season };
  await patiently(async () => {
    const before = await group.teacher.call("GET /practice/seasons/:season", { where });
    if (before.day > day) return;
    await group.teacher
      .call("POST /practice/seasons/:season/close", { where, body: { day } })
      .catch((error: unknown) => {
        if (!(error instanceof ApiRefusal && error.code === "practice/day-closed")) throw error;
      });
    await until(async () => {
      const now = await group.teacher.call("GET /practice/seasons/:season", { where });
      return now.day > day;
    }, 60_000);
  }, 180_000);
}

const pauseMs = 100;

export async function until(isSo: () => Promise<boolean>, msMax: number): Promise<void> {
  const end = performance.now() + msMax;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error("it did not happen in time");
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** Tries again while the server is away; a refusal of the house is thrown at once. */
export async function patiently<T>(act: () => Promise<T>, msMax = 120_000): Promise<T> {
  const end = performance.now() + msMax;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      const isGone = !(error instanceof ApiRefusal) || error.status >= 500;
      if (!isGone || performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
