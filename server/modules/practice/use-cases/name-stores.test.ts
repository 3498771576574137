import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Does } from "@echelon/contract/endpoints.ts";
import { practice } from "@echelon/contract/practice/endpoints.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import {
  closeDay,
  hand,
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
  type Wish,
} from "../testing/practice-class.ts";

/** All that can be read of a season and of a store with nothing but their numbers. */
const readings = Object.values(practice)
  .map(({ does }) => does as Does)
  .filter((does) =>
    /^GET \/practice\/seasons\/:season(?:\/stores\/:store)?(?:\/[^:]*)?$/.test(does),
  );

/** A store with what would say who it is. */
type Team = { readonly season: string; readonly store: string; readonly secrets: string[] };

suite("names of stores", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  /** What says the store's name, or who runs it, to somebody who asks for everything. */
  const tellers = async (
    caller: Caller,
    { season, store, secrets }: Team,
    asked: readonly Does[] = readings,
  ) => {
    const told: string[] = [];
    for (const does of asked) {
      await house.fresh.owner.pool.query("truncate platform.bucket");
      const { raw, status } = await house.call(caller, does, { where: { season, store } } as never);
      assert.ok(status < 500, `${does}: ${status}`);
      if (secrets.some((secret) => raw.body.includes(secret))) told.push(does);
    }
    return told;
  };
  /** A store of two with a captain that the assistant named, and something typed but not said. */
  const team = async (change: object): Promise<Team> => {
    const season = await runningSeason(house, 4, { teamSize: 2, ...change });
    const where = { season, store: await openStore(house, season, 0) };
    const mate = people.student(1);
    const joining = "POST /practice/seasons/:season/stores/:store/members";
    const { members } = (await house.call(mate, joining, { where })).body;
    assert.equal(members.length, 2);
    const draft = "PUT /practice/seasons/:season/stores/:store/drafts";
    await house.call(mate, draft, { where, body: { key: "price", value: "9" } });
    const captain = { where, body: { person: mate.person } };
    assert.equal((await house.call(people.assistant, naming, captain)).code, null);
    const secrets = members.flatMap(({ person, name }) => [person, name]);
    return { ...where, secrets: ["Store 0", ...secrets] };
  };
  const naming = "PUT /practice/seasons/:season/stores/:store/team/captain";

  test("and of their people are told to nobody but the steward where they are hidden", async () => {
    const market = await team({ scenario: "class-40" });
    const exam = await team({ preset: "specialist-exam" });
    const train: Wish = { kind: "log-training", topic: "Duties in Germany", hours: 2 };
    const { season, store } = market;
    assert.equal((await hand(house, season, store, 1, 1, [train])).code, null);
    for (const place of [market, exam]) await closeDay(house, place.season, 1);
    const ofTasks = readings.filter((does) => does.endsWith("/tasks"));
    const told = async (caller: Caller) =>
      new Set([...(await tellers(caller, market)), ...(await tellers(caller, exam, ofTasks))]);

    const open = await told(people.assistant);
    const ofClass = ["wall", "tasks", "log", "leaderboard", "debrief", "profits", "chances"];
    const ofStore = ["", "/decisions", "/drafts", "/company", "/team"];
    const paths = [...ofClass, "stores", ...ofStore.map((path) => `stores/:store${path}`)];
    for (const path of paths)
      assert.ok(open.has(`GET /practice/seasons/:season/${path}`), `${path} tells while it may`);

    for (const place of [market, exam])
      await house.call(people.teacher, "PUT /practice/seasons/:season/names", {
        where: { season: place.season },
        body: { areHidden: true },
      });
    assert.deepEqual(await told(people.assistant), new Set());
    const steward = await told(people.teacher);
    assert.deepEqual(
      [...open].filter((does) => !steward.has(does)),
      [],
    );
    const captain = { where: { season, store }, body: { person: people.student(0).person } };
    const blind = await house.call(people.assistant, naming, captain);
    assert.equal(blind.code, "platform/not-allowed", "nobody names whom he cannot know");
  });
});
