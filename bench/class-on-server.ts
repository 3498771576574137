/** A class that plays on a running server as browsers do: over HTTP, and hearing live events. */
import type { Does, EndpointByDoes } from "@echelon/contract/endpoints.ts";
import type { AnswerOf, BodyOf } from "@echelon/contract/platform/endpoint.ts";
import { uuidv7 } from "@echelon/server/main.ts";
import { setTimeout as sleep } from "node:timers/promises";

type Given = { readonly where?: Readonly<Record<string, string>>; readonly body?: unknown };

/** A person at a browser: keeps the cookie. */
export type Person = {
  call<D extends Does>(does: D, given?: Given): Promise<AnswerOf<EndpointByDoes[D]>>;
  /** Hears a topic's changes until the signal. */
  hear(topic: string, onChange: () => void, until: AbortSignal): Promise<void>;
};

export type Student = {
  readonly person: Person;
  readonly where: { readonly season: string; readonly store: string };
  readonly place: number;
};

export type ClassOnServer = {
  readonly teacher: Person;
  readonly season: string;
  readonly students: readonly Student[];
};

export type ClassPlan = {
  readonly scenario: string;
  readonly bots: number;
  readonly days: number;
  readonly students: number;
};

type Wish = BodyOf<
  EndpointByDoes["POST /practice/seasons/:season/stores/:store/decisions"]
>["wishes"][number];

const askAgainMs = 100;
const openMsMax = 120_000;
const offersEach = 3;

export function personAt(url: string): Person {
  let cookie = "";
  const send = async (path: string, method: string, body: unknown, signal?: AbortSignal) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { origin: url, cookie, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    const set = answer.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
    if (set.length > 0) cookie = set.join("; ");
    return answer;
  };
  return {
    async call<D extends Does>(does: D, { where = {}, body }: Given = {}) {
      const [method = "GET", path = ""] = does.split(" ");
      const filled = path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => where[name] ?? "");
      const sent = method === "GET" ? undefined : (body ?? {});
      const answer = await send(`/api${filled}`, method, sent);
      return (await answer.json()) as AnswerOf<EndpointByDoes[D]>;
    },
    async hear(topic, onChange, until) {
      const answer = await send(`/live?topics=${topic}`, "GET", undefined, until);
      void read(answer, onChange).catch((error: unknown) => {
        if (!until.aborted) throw error;
      });
    },
  };
}

async function read(answer: Response, onChange: () => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of answer.body!) {
    const blocks = `${rest}${decoder.decode(piece, { stream: true })}`.split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) if (/^event: change$/m.test(block)) onChange();
  }
}

/** A teacher of the demonstration opens a season; students join it and open their stores. */
export async function openClass(url: string, plan: ClassPlan): Promise<ClassOnServer> {
  const teacher = personAt(url);
  const { me } = await teacher.call("POST /demo/sign-in", { body: { account: "teacher" } });
  const school = me?.memberships[0]?.organisation.id;
  const group = await teacher.call("POST /classes", { body: { school, name: "Bench" } });
  const { code } = await teacher.call("POST /classes/:class/codes", { where: { class: group.id } });
  const catalogs = await teacher.call("GET /catalogs");
  const { id: season } = await teacher.call("POST /practice/seasons", {
    body: {
      class: group.id,
      scenario: plan.scenario,
      name: "Bench",
      pace: { kind: "by-hand" },
      bots: plan.bots,
      days: plan.days,
      enterprises: catalogs.map(({ enterprise }) => enterprise.id),
      teamSize: 1,
    },
  });
  const where = { season };
  const isReady = async () =>
    (await teacher.call("GET /practice/seasons/:season", { where })).state === "lobby";
  const begun = performance.now();
  while (!(await isReady())) {
    if (performance.now() - begun > openMsMax) throw new Error("the market was never opened");
    await sleep(askAgainMs);
  }
  await teacher.call("POST /practice/seasons/:season/start", { where });
  const students: Student[] = [];
  for (let place = 0; place < plan.students; place++) {
    const person = personAt(url);
    const name = `Student ${place + 1}`;
    await person.call("POST /join", { body: { code, name } });
    const { store } = await person.call("POST /practice/seasons/:season/stores", {
      where,
      body: { name },
    });
    students.push({ person, where: { season, store: String(store) }, place });
  }
  return { teacher, season, students };
}

/** What each hands in: products on the first day, then listings everywhere, then prices. */
export async function handIn(student: Student, day: number): Promise<void> {
  const { person, where } = student;
  const wishes = day === 1 ? await choose(student) : await trade(student, day);
  await person.call("POST /practice/seasons/:season/stores/:store/decisions", {
    where,
    body: { key: uuidv7(), day, wishes },
  });
}

async function choose({ person, where, place }: Student): Promise<readonly Wish[]> {
  const { items } = await person.call("GET /practice/seasons/:season/stores/:store/catalog", {
    where,
  });
  return Array.from({ length: offersEach }, (_, nth): Wish => {
    return { kind: "select-product", sku: items[(place * offersEach + nth) % items.length]!.sku };
  });
}

async function trade(student: Student, day: number): Promise<readonly Wish[]> {
  const { person, where, place } = student;
  const { offers } = await person.call("GET /practice/seasons/:season/stores/:store/products", {
    where,
  });
  if (day === 2) {
    const { markets } = await person.call("GET /practice/seasons/:season", { where });
    const codes = markets.slice(0, 2).map(({ code }) => code);
    const pairs = offers.flatMap(({ sku }) => codes.map((market) => ({ sku, market })));
    const lists = await Promise.all(pairs.map((pair) => firstListing(student, pair)));
    return lists.flat();
  }
  const step = ((day + place) % 5) - 2;
  return offers.flatMap(({ sku, listings }) =>
    listings
      .filter(({ state }) => state === "live")
      .map(({ market, priceMinor }): Wish => {
        return { kind: "set-price", sku, market, priceMinor: Math.max(1, priceMinor + step * 10) };
      }),
  );
}

async function firstListing(
  { person, where }: Student,
  { sku, market }: { sku: string; market: string },
): Promise<readonly Wish[]> {
  const editor = await person.call(
    "GET /practice/seasons/:season/stores/:store/products/:sku/:market",
    { where: { ...where, sku, market } },
  );
  const service = editor.services.find(
    ({ from, costMinor }) => from === "home" && costMinor !== null,
  );
  if (service === undefined) return [];
  const { name, text, attributes } = editor.product;
  const phrases = editor.keywords.map(({ phrase }) => phrase);
  const listing = {
    title: `${name.en} ${phrases[0] ?? ""}`.trim().slice(0, 120),
    keywords: phrases,
    text: text.en.slice(0, 1_000),
    attributes,
    photoLevel: 1 as const,
  };
  const promiseDays = Math.max(1, service.p90Days);
  return [
    { kind: "publish-listing", sku, market, listing, priceMinor: editor.soundPriceMinor },
    { kind: "set-shipping", sku, market, service: service.id, feeMinor: 0, promiseDays },
  ];
}
