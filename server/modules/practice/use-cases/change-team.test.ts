import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { teamAreas, type TeamArea } from "@echelon/contract/practice/team-areas.ts";
import { manualClock } from "../../../platform/clock/clock.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import {
  choosableSkus,
  closeDay,
  hand,
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
  type Wish,
} from "../testing/practice-class.ts";
import { teamChangesMax } from "./change-team.ts";

const of = "/practice/seasons/:season/stores/:store/team" as const;
type Where = { readonly season: string; readonly store: string };

suite("who decides what in a team", () => {
  let house: PracticeHouse;
  const clock = manualClock(new Date("2026-03-02T08:00:00Z"));
  before(async () => {
    house = await practiceHouse({ clock });
  });
  after(() => house.stop());

  const person = (place: number) => people.student(place).person;
  /** A store of several students, the first of whom opened it. */
  const team = async (places: readonly number[], season?: string): Promise<Where> => {
    const made = season ?? (await runningSeason(house, 4, { teamSize: 4 }));
    const [first = 0, ...others] = places;
    const store = await openStore(house, made, first);
    const joining = "POST /practice/seasons/:season/stores/:store/members";
    for (const place of others) {
      clock.advance(1_000);
      const where = { season: made, store };
      assert.equal((await house.call(people.student(place), joining, { where })).code, null);
    }
    clock.advance(1_000);
    return { season: made, store };
  };
  const look = (where: Where, by: Caller) => house.call(by, `GET ${of}`, { where });
  const assign = (
    where: Where,
    by: Caller,
    place: number,
    areas: TeamArea[],
    limitMinor: number | null = null,
  ) => {
    clock.advance(1_000);
    const members = [{ person: person(place), areas, limitMinor }];
    return house.call(by, `PUT ${of}/roles`, { where, body: { members } });
  };
  const name = (where: Where, by: Caller, place: number) => {
    clock.advance(1_000);
    return house.call(by, `PUT ${of}/captain`, { where, body: { person: person(place) } });
  };
  const budget = (where: Where, by: Caller, area: TeamArea, amountMinor: number | null) => {
    clock.advance(1_000);
    return house.call(by, `PUT ${of}/budgets`, { where, body: { area, amountMinor } });
  };
  const decide = (where: Where, place: number, day: number, ...wishes: Wish[]) =>
    hand(house, where.season, where.store, place, day, wishes);
  const check = async (where: Where, by: Caller, wish: Wish) => {
    const does = "POST /practice/seasons/:season/stores/:store/check";
    const [first] = (await house.call(by, does, { where, body: { wishes: [wish] } })).body.items;
    return first!;
  };
  const choose = (sku = ""): Wish => ({ kind: "select-product", sku });
  const buy = (sku: string, units: number): Wish => ({ kind: "place-purchase", sku, units });
  const fundsOf = async (where: Where, by: Caller) => (await look(where, by)).body.cashMinor;
  const [captain, second, third, teacher] = [
    people.student(0),
    people.student(1),
    people.student(2),
    people.teacher,
  ] as const;

  test("everybody decides everything until the captain says otherwise", async () => {
    const where = await team([0, 1, 2]);
    const [a, b] = await choosableSkus(house, where.season, where.store, 0);
    assert.equal((await decide(where, 2, 1, choose(a))).code, null);
    const view = (await look(where, second)).body;
    assert.equal(view.isTeam, true);
    assert.equal(view.mayEdit, false);
    assert.deepEqual(
      view.members.map(({ isCaptain, areas }) => [isCaptain, areas.length]),
      [
        [true, 0],
        [false, 0],
        [false, 0],
      ],
      "who came first leads",
    );
    const notYours = await assign(where, second, 1, ["products"]);
    assert.equal(notYours.code, "practice/not-your-role");
    assert.equal(notYours.status, 403);
    assert.equal(notYours.problem?.facts?.["area"], "team");

    assert.equal((await assign(where, captain, 1, ["products"])).code, null);
    const refused = await decide(where, 2, 1, choose(b));
    assert.equal(refused.code, "practice/not-your-role");
    assert.equal(refused.status, 403);
    const { name: owner } = view.members.find((one) => one.person === person(1))!;
    assert.deepEqual(refused.problem?.facts, { area: "products", who: owner, wish: 0 });
    const asked = await check(where, third, choose(b));
    assert.equal(asked.kind === "refused" && asked.refusal.code, "practice/not-your-role");
    const ofTeacher = await check(where, teacher, choose(b));
    assert.equal(ofTeacher.kind, "accepted", "who leads the class asks for the store");
    assert.equal((await decide(where, 1, 1, choose(b))).code, null);
    const closedTo = async (by: Caller) => {
      const does = "GET /practice/seasons/:season/stores/:store";
      return (await house.call(by, does, { where })).body.closedAreas;
    };
    assert.deepEqual(await closedTo(third), [{ area: "products", who: owner }]);
    for (const by of [captain, second, teacher]) assert.deepEqual(await closedTo(by), []);
    const does = "GET /practice/seasons/:season/contributions";
    const told = (await house.call(teacher, does, { where: { season: where.season } })).body.people;
    assert.deepEqual(
      [0, 1, 2].map((place) => {
        const one = told.find((of) => of.person === person(place))!;
        return [one.isCaptain, one.areas];
      }),
      [
        [true, []],
        [false, ["products"]],
        [false, []],
      ],
    );
    const bought = await decide(where, 2, 1, buy(a ?? "", 300));
    assert.equal(bought.code, null, "what nobody was given is everybody's");
    const owners = (await look(where, third)).body.areas.filter((one) => one.owners.length > 0);
    assert.deepEqual(
      owners.map(({ area }) => area),
      ["products"],
    );
  });

  test("a decision above a member's limit is the captain's", async () => {
    const where = await team([0, 1]);
    const [sku = ""] = await choosableSkus(house, where.season, where.store, 0);
    assert.equal((await decide(where, 0, 1, choose(sku))).code, null);
    const asked = await check(where, captain, buy(sku, 500));
    const costMinor = asked.kind === "accepted" ? (asked.purchase?.costMinor ?? 0) : 0;
    assert.ok(costMinor > 0);
    assert.equal((await assign(where, captain, 1, ["sourcing"], costMinor - 1)).code, null);
    const refused = await decide(where, 1, 1, buy(sku, 500));
    assert.equal(refused.code, "practice/role-limit");
    assert.equal(refused.status, 403);
    const { captain: who, ...facts } = refused.problem!.facts!;
    assert.equal(typeof who, "string");
    assert.deepEqual(facts, {
      rule: "limit",
      area: "sourcing",
      costMinor,
      mostMinor: costMinor - 1,
      wish: 0,
    });
    assert.equal((await assign(where, captain, 1, ["sourcing"], costMinor)).code, null);
    assert.equal((await decide(where, 1, 1, buy(sku, 500))).code, null);
    assert.equal((await assign(where, captain, 1, ["sourcing"], 0)).code, null);
    assert.equal((await decide(where, 0, 1, buy(sku, 500))).code, null, "the captain may");
  });

  test("the captain, or a teacher, names another, who leads from then on", async () => {
    const where = await team([0, 1, 2]);
    assert.equal((await name(where, second, 1)).code, "practice/not-your-role");
    assert.equal((await name(where, captain, 5)).code, "practice/no-such-teammate");
    assert.equal((await name(where, captain, 1)).code, null);
    assert.equal((await assign(where, captain, 2, ["finance"])).code, "practice/not-your-role");
    assert.equal((await assign(where, second, 2, ["finance"])).code, null);
    assert.equal((await name(where, teacher, 2)).code, null);
    assert.equal((await assign(where, people.assistant, 0, ["service"], 5)).code, null);
    const { members, history, mayEdit } = (await look(where, third)).body;
    assert.equal(mayEdit, true);
    assert.equal(members.find(({ isCaptain }) => isCaptain)?.person, person(2));
    assert.deepEqual(
      history.map(({ change }) => change.kind),
      ["assign-roles", "name-captain", "assign-roles", "name-captain"],
    );
    assert.deepEqual(
      history.map(({ number }) => number),
      [3, 2, 1, 0],
    );
    const before = history.length;
    const again = await assign(where, third, 0, ["service"], 5);
    assert.equal(again.body.history.length, before, "what is so already is no news");
    const fromOutside = await look(where, people.student(7));
    assert.equal(fromOutside.code, "practice/no-such-store");
    assert.equal((await look(where, people.stranger)).code, "practice/no-such-season");
  });

  test("a captain who used up the team's history locks no teacher out", async () => {
    const where = await team([0, 1]);
    await house.app.means.database.pool.query(
      `insert into practice.team_change
         (season_id, store, number, branch, day, author_id, at, change)
       select $1, $2, n, 0, 1, $3, $4, $5 from generate_series(0, $6 - 1) n`,
      [
        where.season,
        where.store,
        captain.person,
        clock.now(),
        JSON.stringify({ kind: "set-budget", area: "finance", amountMinor: null }),
        teamChangesMax,
      ],
    );
    const full = await assign(where, captain, 1, ["finance"]);
    assert.equal(full.code, "practice/team-change-limit");
    const told = await assign(where, teacher, 1, ["finance"]);
    assert.equal(told.code, null);
    assert.equal((await name(where, teacher, 1)).code, null);
    assert.equal((await budget(where, teacher, "finance", 0)).code, null);
    assert.equal((await assign(where, second, 0, [])).code, "practice/team-change-limit");
  });

  test("a store of one has no team and needs none", async () => {
    const where = await team([0]);
    const view = (await look(where, captain)).body;
    assert.deepEqual([view.isTeam, view.mayEdit, view.members.length], [false, false, 1]);
    assert.equal((await assign(where, captain, 0, ["finance"])).code, "practice/no-team");
    assert.equal((await budget(where, captain, "finance", 1)).code, "practice/no-team");
    const [sku] = await choosableSkus(house, where.season, where.store, 0);
    assert.equal((await decide(where, 0, 1, choose(sku))).code, null);
  });

  test("a budget binds its area from its day on, the captain too", async () => {
    const where = await team([0, 1]);
    const [sku = ""] = await choosableSkus(house, where.season, where.store, 0);
    assert.equal((await decide(where, 0, 1, choose(sku))).code, null);
    const cash = await fundsOf(where, captain);
    const short = await budget(where, captain, "sourcing", cash + 1);
    assert.equal(short.code, "practice/cash-short");
    assert.deepEqual(short.problem?.facts, { cash, needed: cash + 1 });
    const asked = await check(where, captain, buy(sku, 500));
    const costMinor = asked.kind === "accepted" ? (asked.purchase?.costMinor ?? 0) : 0;
    assert.equal((await budget(where, second, "sourcing", 1)).code, "practice/not-your-role");
    assert.equal((await budget(where, captain, "sourcing", costMinor)).code, null);
    const twice = await decide(where, 1, 1, buy(sku, 500), buy(sku, 500));
    assert.equal(twice.code, "practice/role-limit", "the first of the two has used it up");
    assert.equal(twice.problem?.facts?.["wish"], 1);
    assert.equal((await decide(where, 1, 1, buy(sku, 500))).code, null);
    const { budget: used } = (await look(where, second)).body.areas.find(
      ({ area }) => area === "sourcing",
    )!;
    assert.deepEqual(used, { amountMinor: costMinor, spentMinor: costMinor, sinceDay: 1 });
    const refused = await decide(where, 0, 1, buy(sku, 500));
    assert.equal(refused.code, "practice/role-limit");
    const { captain: _, ...facts } = refused.problem!.facts!;
    assert.deepEqual(facts, {
      rule: "budget",
      area: "sourcing",
      budgetMinor: costMinor,
      spentMinor: costMinor,
      costMinor,
      mostMinor: 0,
      wish: 0,
    });
    assert.equal((await budget(where, captain, "sourcing", null)).code, null);
    assert.equal((await decide(where, 0, 1, buy(sku, 500))).code, null);
  });

  test("of two who spend the last of a budget at one instant, one may", async () => {
    const where = await team([0, 1, 2]);
    const [sku = ""] = await choosableSkus(house, where.season, where.store, 0);
    assert.equal((await decide(where, 0, 1, choose(sku))).code, null);
    const asked = await check(where, captain, buy(sku, 300));
    const costMinor = asked.kind === "accepted" ? (asked.purchase?.costMinor ?? 0) : 0;
    assert.equal((await budget(where, captain, "sourcing", costMinor + 1)).code, null);
    const all = await Promise.all([0, 1, 2].map((place) => decide(where, place, 1, buy(sku, 300))));
    assert.equal(all.filter(({ code }) => code === null).length, 1);
    assert.equal(all.filter(({ code }) => code === "practice/role-limit").length, 2);
    const found = (await look(where, second)).body.areas.find((one) => one.area === "sourcing")!;
    assert.equal(found.budget?.spentMinor, costMinor);
  });

  test("a rewind gives back what was spent, and withdraws budgets with their days", async () => {
    const where = await team([0, 1]);
    const [sku = ""] = await choosableSkus(house, where.season, where.store, 0);
    assert.equal((await decide(where, 0, 1, choose(sku), buy(sku, 300))).code, null);
    assert.equal((await assign(where, captain, 1, ["sourcing"])).code, null);
    const cash = await fundsOf(where, captain);
    assert.equal((await budget(where, captain, "sourcing", cash)).code, null);
    const sourcing = async () =>
      (await look(where, second)).body.areas.find(({ area }) => area === "sourcing")!.budget;
    const first = (await sourcing())!;
    assert.ok(first.spentMinor > 0, "the budget is of its whole day");
    await closeDay(house, where.season, 1);
    assert.equal((await decide(where, 1, 2, buy(sku, 300))).code, null);
    const onTwo = (await sourcing())!;
    assert.ok(onTwo.spentMinor > first.spentMinor);
    assert.equal((await budget(where, captain, "sourcing", 0)).code, null);
    assert.equal((await assign(where, captain, 1, ["sourcing", "finance"])).code, null);
    assert.deepEqual((await sourcing())?.sinceDay, 2);
    assert.equal((await decide(where, 1, 2, buy(sku, 300))).code, "practice/role-limit");
    await closeDay(house, where.season, 2);
    const back = await house.call(teacher, "POST /practice/seasons/:season/rewind", {
      where: { season: where.season },
      body: { day: 2, reason: "once more" },
    });
    assert.equal(back.code, null);
    assert.deepEqual(await sourcing(), first, "the first day's budget, with the first day's cost");
    assert.equal((await decide(where, 1, 2, buy(sku, 300))).code, null);
    const { history, members } = (await look(where, captain)).body;
    assert.deepEqual(
      history.map(({ change, isSuperseded }) => [change.kind, isSuperseded]),
      [
        ["assign-roles", false],
        ["set-budget", true],
        ["set-budget", false],
        ["assign-roles", false],
      ],
    );
    assert.deepEqual(
      members.find((one) => one.person === person(1))?.areas,
      ["sourcing", "finance"],
      "roles are people's and stay",
    );
  });

  test("who leaves the class leaves the areas free and the team to the next", async () => {
    const where = await team([11, 12, 13]);
    const [leader, member, other] = [11, 12, 13].map((place) => people.student(place));
    const [sku] = await choosableSkus(house, where.season, where.store, 11);
    assert.equal((await assign(where, leader!, 12, ["products"])).code, null);
    assert.equal((await decide(where, 13, 1, choose(sku))).code, "practice/not-your-role");
    const leave = (one: Caller) =>
      house.call(teacher, "DELETE /classes/:class/members/:person", {
        where: { class: house.classId, person: one.person },
      });
    assert.equal((await leave(member!)).code, null);
    assert.equal((await decide(where, 13, 1, choose(sku))).code, null, "the area is free again");
    const view = (await look(where, other!)).body;
    assert.equal(view.members.length, 2);
    assert.ok(view.areas.every(({ owners }) => owners.length === 0));
    assert.equal((await assign(where, other!, 13, [])).code, "practice/not-your-role");
    assert.equal((await assign(where, leader!, 12, [])).code, "practice/no-such-teammate");
    assert.equal((await assign(where, leader!, 13, ["finance"])).code, null);
    assert.equal((await leave(leader!)).code, null);
    const alone = (await look(where, other!)).body;
    assert.deepEqual([alone.isTeam, alone.members[0]?.isCaptain], [false, true]);
  });

  test("who moves to another team takes nothing along, and brings nothing back", async () => {
    const here = await team([0, 1, 2]);
    const there = await team([3, 4], here.season);
    assert.equal((await assign(here, captain, 1, [...teamAreas], 7)).code, null);
    assert.equal((await name(here, captain, 1)).code, null);
    const move = async (from: Where, to: Where) => {
      clock.advance(1_000);
      const { database } = house.app.means;
      await database.rows({
        name: "test.move-member",
        text: `update practice.store_member set store = $3, joined_at = $4
               where season_id = $1 and person_id = $2 and store = $5 returning 1 as x`,
        values: [here.season, person(1), Number(to.store), clock.now(), Number(from.store)],
      });
    };
    await move(here, there);
    const [sku] = await choosableSkus(house, here.season, here.store, 2);
    assert.equal((await decide(here, 2, 1, choose(sku))).code, null, "all areas are free again");
    const captains = async (where: Where) =>
      (await look(where, teacher)).body.members.map((one) => [
        one.person,
        one.isCaptain,
        one.areas.length,
        one.limitMinor,
      ]);
    assert.deepEqual(await captains(here), [
      [person(0), true, 0, null],
      [person(2), false, 0, null],
    ]);
    assert.deepEqual((await captains(there)).at(-1), [person(1), false, 0, null]);
    await move(there, here);
    assert.deepEqual((await captains(here)).at(-1), [person(1), false, 0, null]);
  });
});
