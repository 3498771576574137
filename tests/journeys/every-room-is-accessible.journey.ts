import assert from "node:assert/strict";
import { contrastAlone, findingsOfAxe } from "../browser/accessibility.ts";
import { journey, type Stage } from "../browser/journey.ts";
import { screens, type Visitor } from "../browser/visitor.ts";
import { type ApiClient, createClient } from "../safety/api-client.ts";
import { uuidv7 } from "@echelon/server/main.ts";
import { enterAs } from "./steps.ts";

type Summary = Awaited<ReturnType<typeof seasonsOf>>[number];

const daysMax = 4;
const patienceMs = 60_000;
/** So many browsers at once leave a computer of two cores time to answer each. */
const walkersMax = 4;
/** All rooms are many: on a busy computer of two cores they took three minutes. */
const walkMsMax = 600_000;
const product = "YKB-101";

async function walkAll(stage: Stage): Promise<void> {
  const places = await tradeSomeDays(stage.installation.url);
  const waiting = roomsOf(places);
  const findings: string[] = [];
  const walkOn = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      findings.push(...(await walk(stage, next.person, next.rooms)));
  };
  await Promise.all(Array.from({ length: walkersMax }, walkOn));
  assert.deepEqual(findings, []);
}

journey("every room is accessible", { isDemo: true }, walkAll, walkMsMax);

interface Places {
  /** The season that the teacher leads. */
  readonly led: string;
  /** A student's store in it, which has the modules of a class. */
  readonly ledStore: string;
  readonly class: string;
  /** An assignment of the class that a student can hand in for, and one that is being marked. */
  readonly open: string;
  readonly marking: string;
  /** A learning measurement of the class whose test before is open. */
  readonly measurement: string;
  /** A work of it that a mentor has to mark. */
  readonly work: string;
  readonly season: string;
  readonly store: string;
  readonly order: string;
}

/** Rooms of a student that are about no store. */
const besideStores = [
  "/account",
  "/framework?role=R5&echelon=E2",
  "/framework/A05",
  "/competencies",
  "/competencies/C01",
  "/certificates",
  "/appeals",
  "/verify",
  "/placement",
];

/** What an association brings in and reads. */
const roomsOfDemand = [
  "/demand",
  ...["postings", "label", "imports", "surveys"].map((tab) => `/demand?tab=${tab}`),
];

/** A course as a student learns it, and as a teacher arranges it. */
function roomsOfCourses(class_: string, measurement: string) {
  const [learnt, taught] = ["/learn/own", `/classes/${class_}/courses`].map(
    (place) => `${place}/store-operation`,
  );
  return [
    { person: "李明轩", rooms: ["/learn", learnt!, `${learnt}/01-open-a-store`, "/my-exams"] },
    {
      person: "周岚",
      rooms: [
        `/classes/${class_}/people?tab=courses`,
        taught!,
        ...["progress", "learning", "guide", "about"].map((tab) => `${taught}?tab=${tab}`),
        `/learning/${measurement}`,
        `${taught}/01-open-a-store/edit`,
      ],
    },
  ];
}

/** Who has which rooms, with the name of each room's pictures. */
function roomsOf({ class: class_, led: ledSeason, ledStore, ...places }: Places) {
  const { season, store, order, open, marking, work, measurement } = places;
  const own = `/s/${season}/${store}`;
  const led = `/t/${ledSeason}`;
  const watched = `/s/${ledSeason}/${ledStore}`;
  const tabs = (room: string, names: readonly string[]) => names.map((tab) => `${room}?tab=${tab}`);
  return [
    {
      person: "李明轩",
      rooms: [
        "/seasons",
        `${own}/today`,
        `${own}/products`,
        `${own}/products/choose`,
        `${own}/products/${product}/us`,
        ...tabs(`${own}/advertising`, ["campaigns", "terms"]),
        `${own}/stock`,
        ...tabs(`${own}/orders`, ["orders", "reviews"]),
        `${own}/orders/${order}`,
      ],
    },
    {
      person: "李明轩",
      rooms: [
        ...tabs(`${own}/money`, ["profit", "balance", "cashFlow", "cash"]),
        `${own}/money/ledger`,
        ...tabs(`${own}/insight`, ["funnel", "prices", "standing", "log"]),
        ...besideStores,
        ...["", `/${class_}/${open}`, `/${class_}/${marking}`].map((one) => `/assignments${one}`),
      ],
    },
    {
      person: "周岚",
      rooms: [
        "/classes",
        `/classes/${class_}/people`,
        `/classes/${class_}/people?tab=competencies`,
        `/classes/${class_}/code`,
        `/classes/${class_}/roster`,
        `/classes/${class_}/new-season`,
        `${led}/wall`,
        `${led}/wall?projector=true`,
        ...tabs(`${led}/season`, ["clock", "events", "stores", "ranking", "days", "log"]),
        ...tabs(`${led}/season`, ["questions", "fairness"]),
        `${led}/debrief`,
        `${led}/debrief?projector=true&slide=1`,
      ],
    },
    ...roomsOfCourses(class_, measurement),
    {
      person: "周岚",
      rooms: [
        "/model",
        ...["people?tab=assignments", "certificates"].map((one) => `/classes/${class_}/${one}`),
        "/review",
        `${watched}/orders?tab=after-sales`,
        ...tabs(`${watched}/money`, ["financing", "company"]),
        ...tabs(`${watched}/stock`, ["goods", "suppliers", "tenders", "terms"]),
        ...tabs(`${watched}/advertising`, ["names", "offsite"]),
        ...tabs(`${watched}/insight`, ["research", "record"]),
      ],
    },
    { person: "方正平", rooms: ["/catalog", "/catalog/new", "/catalog/import", "/framework"] },
    { person: "方正平", rooms: ["/review", `/review/${work}`, "/placement/places"] },
    { person: "钱思敏", rooms: roomsOfDemand },
    { person: "运行员", rooms: ["/status", "/organisations", "/keys", "/revocations"] },
  ];
}

/** A class that has closed a day, and a student's own practice in which something was sold. */
async function tradeSomeDays(url: string): Promise<Places> {
  const teacher = createClient(url);
  await teacher.call("POST /demo/sign-in", { body: { account: "teacher" } });
  const student = createClient(url);
  await student.call("POST /demo/sign-in", { body: { account: "student" } });
  const led = await seasonThat(teacher, ({ state }) => state === "lobby");
  assert.ok(led.class !== null);
  const where = { season: led.id };
  await teacher.call("POST /classes/:class/codes", { where: { class: led.class }, body: {} });
  await teacher.call("POST /practice/seasons/:season/start", { where });
  const { store: ledStore } = await student.call("POST /practice/seasons/:season/stores", {
    where,
    body: { name: "晴川小铺" },
  });
  await runCompany(student, { season: led.id, store: String(ledStore) });
  await closeDay(teacher, led.id, 1);
  const asked = await askForWork(url, teacher, student, led.class);
  const { id: measurement } = await teacher.call("POST /assessment/classes/:class/measurements", {
    where: { class: led.class },
    body: {
      course: "store-operation",
      language: "zh",
      minutes: 25,
      opensAt: null,
      closesAt: null,
    },
  });
  const ids = { class: led.class, led: led.id, ledStore: String(ledStore), measurement };
  const places = { ...ids, ...asked };
  return { ...places, ...(await sellSomething(student)) };
}

/** Two assignments of the class, one of which is closed and dealt out to its raters. */
async function askForWork(url: string, teacher: ApiClient, student: ApiClient, of: string) {
  const make = async (title: string) => {
    const brief = "卖什么、卖给谁、凭什么赢，数字从哪里来。";
    const body = { title, brief, competencies: ["K05", "D07"], dueOn: "2026-12-18" };
    const { id } = await teacher.call("POST /assessment/classes/:class/assignments", {
      where: { class: of },
      body,
    });
    await student.call("PUT /assessment/assignments/:assignment/work", {
      where: { assignment: id },
      body: { text: "主推保温杯：同价位的对手有十二家，我们交期短、评价好。" },
    });
    return id;
  };
  const [marking, open] = [await make("德国站选品方案"), await make("法国站选品方案")];
  await teacher.call("POST /assessment/assignments/:assignment/close", {
    where: { assignment: marking },
  });
  const mentor = createClient(url);
  await mentor.call("POST /demo/sign-in", { body: { account: "mentor" } });
  const [item] = await mentor.call("GET /assessment/queue");
  return { open, marking, work: item?.work ?? assert.fail("nothing was dealt out") };
}

/** What a store means to become, and what its people do and learn: its page then has all of it. */
async function runCompany(
  student: ApiClient,
  where: { season: string; store: string },
): Promise<void> {
  const target = { revenueMinor: 500_000, profitMinor: 0, ratingMilli: 4_500, priceIndexBp: 9_500 };
  const strategy = "做欧洲的灯具小店：价格居中，包裹准时，评价要好。";
  const targets = [target, target, target];
  const wishes = [
    { kind: "state-strategy", strategy, targets, isAmendment: false },
    { kind: "cover-shift", role: "operations" },
    { kind: "log-training", topic: "德国的关税和增值税", hours: 3 },
  ] as const;
  await student.call("POST /practice/seasons/:season/stores/:store/decisions", {
    where,
    body: { key: uuidv7(), day: 1, wishes: [...wishes] },
  });
}

/** The student's own practice, until its first order. */
async function sellSomething(
  student: ApiClient,
): Promise<Pick<Places, "season" | "store" | "order">> {
  const { id: season, myStores } = await student.call("POST /practice/rehearsal", { body: {} });
  await seasonThat(student, ({ id, state }) => id === season && state === "running");
  const where = { season, store: String(myStores[0]?.store) };
  await openShop(student, where);
  for (let day = 1; day <= daysMax; day++) {
    await closeDay(student, season, day);
    const { items } = await student.call("GET /practice/seasons/:season/stores/:store/orders", {
      where,
    });
    if (items[0] !== undefined) return { ...where, order: items[0].id };
  }
  return assert.fail(`no order within ${daysMax} days`);
}

async function closeDay(closer: ApiClient, season: string, day: number): Promise<void> {
  await closer.call("POST /practice/seasons/:season/close", { where: { season }, body: { day } });
  await seasonThat(closer, (one) => one.id === season && one.day > day);
}

/** One product on sale where English is read, somewhat below the proposed price, with an ad. */
async function openShop(
  student: ApiClient,
  where: { season: string; store: string },
): Promise<void> {
  const decide = (wishes: readonly object[]) =>
    student.call("POST /practice/seasons/:season/stores/:store/decisions", {
      where,
      body: { key: uuidv7(), day: 1, wishes },
    });
  await decide([{ kind: "select-product", sku: product }]);
  for (const market of ["us", "gb"]) {
    const at = { sku: product, market };
    const editor = await student.call(
      "GET /practice/seasons/:season/stores/:store/products/:sku/:market",
      { where: { ...where, ...at } },
    );
    const service = editor.services.find(({ costMinor }) => costMinor !== null);
    assert.ok(service !== undefined);
    const keywords = editor.keywords.slice(0, 3).map(({ phrase }) => phrase);
    const listing = {
      title: [editor.product.name.en, ...keywords].join(", "),
      keywords,
      text: editor.product.text.en.slice(0, 500),
      attributes: editor.product.attributes,
      photoLevel: 2,
    };
    const priceMinor = Math.round(editor.soundPriceMinor * 0.9);
    const { id, p90Days: promiseDays } = service;
    await decide([
      { kind: "publish-listing", ...at, listing, priceMinor },
      { kind: "set-shipping", ...at, service: id, feeMinor: 0, promiseDays },
    ]);
  }
  await decide([
    { kind: "open-campaign", name: "主推款", dailyBudgetTicks: 200_000, markets: ["us", "gb"] },
    { kind: "set-bid", campaign: 0, sku: product, keyword: "", match: "auto", bidTicks: 2_000 },
  ]);
}

const seasonsOf = (caller: ApiClient) => caller.call("GET /practice/seasons");

/** A season of the caller's, as soon as one is as wished. */
async function seasonThat(caller: ApiClient, isWished: (season: Summary) => boolean) {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const season = (await seasonsOf(caller)).find(isWished);
    if (season !== undefined) return season;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return assert.fail("the season did not come so far in time");
}

/** One person's rooms: axe in light and dark, a picture and the width at each screen. */
async function walk({ visit }: Stage, person: string, rooms: readonly string[]): Promise<string[]> {
  const visitor = await visit({ language: "zh" });
  await enterAs(visitor, person);
  const findings: string[] = [];
  for (const room of rooms) findings.push(...(await findingsIn(visitor, room)));
  return findings;
}

/** What a dark room may have that the light one had not are its colors. */
const themes = [
  ["light", undefined],
  ["dark", contrastAlone],
] as const;

async function findingsIn(visitor: Visitor, room: string): Promise<string[]> {
  const { page } = visitor;
  await page.goto(room);
  await page
    .locator("h1")
    .first()
    .waitFor()
    .catch((cause: unknown) => assert.fail(`${room} shows no heading: ${String(cause)}`));
  await page.locator("[aria-busy=true]").first().waitFor({ state: "hidden" });
  const findings: string[] = [];
  for (const [theme, rules] of themes) {
    await page.emulateMedia({ colorScheme: theme });
    const found = await findingsOfAxe(page, rules);
    findings.push(...found.map((finding) => `${room} (${theme}): ${finding}`));
  }
  await page.emulateMedia({ colorScheme: "light" });
  for (const screen of Object.values(screens)) {
    await page.setViewportSize(screen);
    await visitor.screenshot(`${pictureName(room)}-${screen.width}`);
    await visitor.assertFits().catch(({ message }: Error) => findings.push(message));
  }
  await page.setViewportSize(screens.lab);
  return findings;
}

/** The room's address without the ids in it. */
const pictureName = (room: string): string =>
  room
    .replaceAll(/\/[0-9a-f-]{36}|\/\d+(?=\/)/g, "")
    .replaceAll(/[^A-Za-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
