import type { Does } from "@echelon/contract/endpoints.ts";
import { freshApp, type FreshApp, type Log, modules } from "@echelon/server/main.ts";

/** Who can ask, seen from the first school: the order in which the table names them. */
export const chairs = [
  "nobody",
  "operator",
  "head",
  "teacher",
  "colleague",
  "assistant",
  "student",
  "classmate",
  "mentor",
  "officer",
  "planner",
  "association",
  "government",
  "agent",
] as const;
export type Chair = (typeof chairs)[number];

/** A person as the house sees one. */
export type Person = {
  readonly person: string;
  readonly locale: "zh";
  readonly roles: readonly { readonly organisation: string; readonly role: string }[];
  /** A program has this instead of a cookie. */
  readonly token?: string;
};

/** Ids of the things that requests are about, by the name that paths and bodies give them. */
export type Things = {
  readonly organisation: string;
  /** A student of the class who runs no store and may be sent away. */
  readonly person: string;
  readonly class: string;
  readonly code: string;
  readonly enterprise: string;
  readonly product: string;
  readonly season: string;
  readonly store: string;
  /** Store of a program that may be sent away. */
  readonly agent: string;
  readonly sku: string;
  readonly market: string;
  /** A round of placement that takes posts, led by the school, and a place in it. */
  readonly round: string;
  readonly place: string;
};

export interface TwoSchools {
  readonly house: FreshApp;
  readonly people: Readonly<Record<Chair, Person | null>>;
  /** Of the first school and the mentor's enterprise. */
  readonly own: Things;
  /** The same things, but the store is the program's own. */
  readonly ofAgent: Things;
  /** Of the second school, and of an enterprise where none of the chairs works. */
  readonly foreign: Things;
}

/**
 * The demonstration's school with a second one beside it. Each has a class with a season whose
 * first day is closed, and a store in it; nobody of the one belongs to the other.
 */
export async function openTwoSchools(
  hearing: { readonly bug?: (cause: string) => void } = {},
): Promise<TwoSchools> {
  const house = await freshApp({ config: { port: 0 }, log: logOf(hearing.bug ?? (() => {})) });
  for (const { name, seedDemo } of modules) {
    if (name !== "practice") await seedDemo?.(house.app.means);
  }
  const found = await findPeople(house);
  const { teacher, student, classmate, spare, operator, mentor } = found;
  const north = teacher.roles[0]!.organisation;
  const enterprise = mentor.roles[0]!.organisation;
  const colleague = await employ(house, operator, north, "teacher");
  const planner = await employ(house, operator, north, "planner");
  const officer = await employ(house, operator, enterprise, "officer");
  const ours = await classOf(house, teacher);
  const placing = await offerPlace(house, found.head, mentor);
  const own = await thingsOf(house, { teacher, student, spare, group: ours, enterprise }, placing);
  await openStore(house, classmate, own.season);
  const { agent, ofAgent } = await openAgent(house, teacher, own);
  const foreign = await openSecondSchool(house, found);
  return {
    house,
    people: { nobody: null, ...found, colleague, planner, officer, agent },
    own,
    ofAgent,
    foreign,
  };
}

/** A program beside the students' stores. It is known by its token, and by nothing else. */
async function openAgent(house: FreshApp, teacher: Person, own: Things) {
  const body = await letIn(house, teacher, own.season, "A program");
  const agent: Person = { person: "", locale: "zh", roles: [], token: body.token };
  return { agent, ofAgent: { ...own, store: String(body.store) } };
}

async function letIn(house: FreshApp, teacher: Person, season: string, name: string) {
  const { body } = await house.call(teacher, "POST /practice/seasons/:season/agents", {
    where: { season },
    body: { name },
  });
  return body;
}

/** A log of bugs alone. */
function logOf(bug: (cause: string) => void): Log {
  const log: Log = {
    info() {},
    warn() {},
    error: (_, cause) =>
      bug(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)),
    with: () => log,
  };
  return log;
}

type Found = Awaited<ReturnType<typeof findPeople>>;

/** People of the demonstration by what they are, with the roles that the database knows. */
async function findPeople(house: FreshApp) {
  const { rows } = await house.fresh.owner.pool.query<{
    person: string;
    organisation: string;
    role: string;
    kind: string;
  }>(`
    select m.person_id as person, m.organisation_id as organisation, m.role, o.kind
      from identity.membership m join identity.organisation o on o.id = m.organisation_id
     where m.ended_on is null order by m.person_id, m.role`);
  const all = (kind: string, role: string): Person[] =>
    rows
      .filter((row) => row.kind === kind && row.role === role)
      .map(({ person }) => personOf(person, rows));
  const one = (kind: string, role: string) => all(kind, role)[0]!;
  return {
    operator: one("operator", "operator"),
    head: one("school", "head"),
    teacher: one("school", "teacher"),
    assistant: one("school", "assistant"),
    student: all("school", "student")[0]!,
    classmate: all("school", "student")[1]!,
    spare: all("school", "student")[2]!,
    mentor: one("enterprise", "mentor"),
    association: one("association", "officer"),
    government: one("government", "officer"),
  };
}

function personOf(
  person: string,
  rows: readonly { person: string; organisation: string; role: string }[],
): Person {
  const roles = rows
    .filter((row) => row.person === person)
    .map(({ organisation, role }) => ({ organisation, role }));
  return { person, locale: "zh", roles };
}

/** A new person with one role. */
async function employ(
  house: FreshApp,
  operator: Person,
  organisation: string,
  role: "teacher" | "head" | "planner" | "officer" | "student",
): Promise<Person & { readonly username: string }> {
  const { body } = await house.call(operator, "POST /organisations/:organisation/people", {
    where: { organisation },
    body: { name: `A ${role}`, roles: [role] },
  });
  const { person, username } = body;
  return { person, locale: "zh", roles: [{ organisation, role }], username };
}

async function classOf(house: FreshApp, teacher: Person): Promise<string> {
  const { body } = await house.call(teacher, "GET /classes");
  return body[0]!.id;
}

async function openSecondSchool(house: FreshApp, { operator }: Found): Promise<Things> {
  const school = await house.call(operator, "POST /organisations", {
    body: { kind: "school", name: { zh: "第二学校", en: "Second school" }, slug: "second" },
  });
  const organisation = school.body.id;
  const teacher = await employ(house, operator, organisation, "teacher");
  const group = await house.call(teacher, "POST /classes", {
    body: { school: organisation, name: "Second class" },
  });
  const where = { class: group.body.id };
  const student = await employ(house, operator, organisation, "student");
  const spare = await employ(house, operator, organisation, "student");
  for (const { username } of [student, spare])
    await house.call(teacher, "POST /classes/:class/members", {
      where,
      body: { username, role: "student" },
    });
  const catalogs = await house.call(teacher, "GET /catalogs");
  const enterprise = catalogs.body.at(-1)!.enterprise.id;
  const head = await employ(house, operator, organisation, "head");
  const placing = await offerPlace(house, head, head);
  return thingsOf(house, { teacher, student, spare, group: where.class, enterprise }, placing);
}

async function thingsOf(
  house: FreshApp,
  wish: { teacher: Person; student: Person; spare: Person; group: string; enterprise: string },
  placing: Pick<Things, "round" | "place">,
): Promise<Things> {
  const { teacher, student, spare, group, enterprise } = wish;
  const code = await house.call(teacher, "POST /classes/:class/codes", {
    where: { class: group },
    body: {},
  });
  const { season, market } = await runSeason(house, teacher, group);
  const store = await openStore(house, student, season);
  const sku = await chooseProduct(house, student, { season, store });
  await closeDay(house, teacher, season);
  const products = await house.call(teacher, "GET /catalogs/:enterprise/products", {
    where: { enterprise },
  });
  return {
    organisation: teacher.roles[0]!.organisation,
    person: spare.person,
    class: group,
    code: code.body.code,
    enterprise,
    product: products.body.items[0]!.id,
    season,
    store,
    agent: String((await letIn(house, teacher, season, "A short visit")).store),
    sku,
    market,
    ...placing,
  };
}

/** A round that the head leads, with a place that somebody offers in it. */
async function offerPlace(
  house: FreshApp,
  head: Person,
  offering: Person,
): Promise<Pick<Things, "round" | "place">> {
  const owner = head.roles[0]!.organisation;
  const made = await house.call(head, "POST /placement/rounds", {
    body: { owner, name: "A round", kind: "internship", schools: [], after: null },
  });
  const where = { round: made.body.id };
  const body = { to: "posts-open" } as const;
  await house.call(head, "POST /placement/rounds/:round/step", { where, body });
  const place = await house.call(offering, "POST /placement/rounds/:round/places", {
    where,
    body: {
      organisation: offering.roles[0]!.organisation,
      title: "A place",
      city: "Hangzhou",
      about: "",
      capacity: 2,
      least: 0,
      floorPermille: 0,
      asked: [],
    },
  });
  return { round: made.body.id, place: place.body.id };
}

async function runSeason(house: FreshApp, teacher: Person, group: string) {
  const catalogs = await house.call(teacher, "GET /catalogs");
  const made = await house.call(teacher, "POST /practice/seasons", {
    body: {
      class: group,
      scenario: "first-week",
      name: "A season",
      pace: { kind: "by-hand" },
      bots: 4,
      enterprises: catalogs.body.map(({ enterprise }) => enterprise.id),
      teamSize: 2,
    },
  });
  await house.runJobs();
  const where = { season: made.body.id };
  await house.call(teacher, "POST /practice/seasons/:season/start", { where });
  return { season: made.body.id, market: made.body.markets[0]!.code };
}

async function openStore(house: FreshApp, student: Person, season: string): Promise<string> {
  const { body } = await house.call(student, "POST /practice/seasons/:season/stores", {
    where: { season },
    body: { name: `Store of ${student.person.slice(-6)}` },
  });
  return String(body.store);
}

async function chooseProduct(
  house: FreshApp,
  student: Person,
  where: { season: string; store: string },
): Promise<string> {
  const catalog = "GET /practice/seasons/:season/stores/:store/catalog" satisfies Does;
  const { body } = await house.call(student, catalog, { where });
  const { sku } = body.items[0]!;
  const key = "01900000-0000-7000-8000-000000000001";
  await house.call(student, "POST /practice/seasons/:season/stores/:store/decisions", {
    where,
    body: { key, day: 1, wishes: [{ kind: "select-product", sku }] },
  });
  return sku;
}

async function closeDay(house: FreshApp, teacher: Person, season: string): Promise<void> {
  await house.call(teacher, "POST /practice/seasons/:season/close", {
    where: { season },
    body: { day: 1 },
  });
  await house.runJobs();
}
