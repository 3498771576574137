import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { manualClock } from "../../../platform/clock/clock.ts";
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
import { sellingStore } from "../testing/selling-store.ts";

const cover = (role: "service" | "operations" = "service"): Wish => ({ kind: "cover-shift", role });
const learnt = (hours: number, topic = "Duties in Germany"): Wish => ({
  kind: "log-training",
  topic,
  hours,
});

suite("shifts that people of a team take", () => {
  let house: PracticeHouse;
  const clock = manualClock(new Date("2026-03-02T08:00:00Z"));
  before(async () => {
    house = await practiceHouse({ clock });
  });
  after(() => house.stop());

  const look = async (season: string, store: string, place: number) => {
    const does = "GET /practice/seasons/:season/stores/:store/company";
    const seen = await house.call(people.student(place), does, { where: { season, store } });
    return seen.body;
  };
  const shiftsOf = async (season: string, store: string, place: number) =>
    (await look(season, store, place)).shifts!;
  const join = (season: string, store: string, place: number) =>
    house.call(people.student(place), "POST /practice/seasons/:season/stores/:store/members", {
      where: { season, store },
    });
  const inRunning = (days = 9) => runningSeason(house, days, { scenario: "class-40" });

  test("are one a person and day, seen by the team, and gone the day after", async () => {
    const season = await inRunning(4);
    const { store } = await sellingStore(house, season, {
      products: 1,
      feeMinor: 0,
      priceBp: 7_000,
      place: 1,
    });
    assert.equal((await join(season, store, 2)).code, null);
    const strength = async () => (await look(season, store, 1)).crews[0]!.effect;
    assert.equal(await strength(), 0);
    const { own } = await shiftsOf(season, store, 1);
    assert.deepEqual([own?.level, own?.hasShift, own?.nextHours], [1, false, 40]);
    assert.ok(own!.adds.service > 0 && own!.adds.operations > 0);

    const twice = await hand(house, season, store, 1, 1, [cover(), cover("operations")]);
    assert.equal(twice.code, "practice/shift-taken");
    assert.deepEqual((await shiftsOf(season, store, 1)).today, [], "all of them or none");
    const first = await hand(house, season, store, 1, 1, [cover()]);
    assert.deepEqual(
      first.body.warnings.map(({ code }) => code),
      ["practice/no-question-waits"],
    );
    const again = await hand(house, season, store, 1, 1, [cover("operations")]);
    assert.equal(again.code, "practice/shift-taken");
    const asked = await house.call(
      people.student(1),
      "POST /practice/seasons/:season/stores/:store/check",
      { where: { season, store }, body: { wishes: [cover()] } },
    );
    const [answer] = asked.body.items;
    assert.equal(answer?.kind === "refused" && answer.refusal.code, "practice/shift-taken");
    assert.equal((await hand(house, season, store, 2, 1, [cover("operations")])).code, null);
    assert.equal(await strength(), own!.adds.service);

    const { today, own: mine } = await shiftsOf(season, store, 2);
    assert.deepEqual(
      today.map(({ role, level }) => [role, level]),
      [
        ["service", 1],
        ["operations", 1],
      ],
    );
    assert.equal(mine?.hasShift, true);
    const log = await house.call(
      people.student(1),
      "GET /practice/seasons/:season/stores/:store/decisions",
      { where: { season, store } },
    );
    assert.deepEqual(log.body.items[0]?.facts, { role: "operations", level: 1 });

    await closeDay(house, season, 1);
    const told = await shiftsOf(season, store, 1);
    assert.deepEqual(told.today, []);
    assert.deepEqual([told.own?.hasShift, await strength()], [false, 0]);
    const { authors, ...closed } = told.closed.find(({ role }) => role === "service")!;
    assert.deepEqual([closed.day, authors], [1, [today[0]!.author]]);
    assert.equal(told.closed.length, 2);
    assert.equal((await hand(house, season, store, 1, 2, [cover()])).code, null, "a new day");
  });

  test("are done better by who has learnt; eight hours are a day, in whatever store", async () => {
    const season = await inRunning();
    const store = await openStore(house, season, 1);
    const left = async (wishes: Wish[], day: number) => {
      const answer = await hand(house, season, store, 1, day, wishes);
      return [answer.code, answer.problem?.facts["left"]];
    };
    assert.deepEqual(await left([learnt(5), learnt(4)], 1), ["practice/training-hours", 3]);
    assert.deepEqual(await left([learnt(5)], 1), [null, undefined]);
    assert.deepEqual(await left([learnt(4)], 1), ["practice/training-hours", 3]);
    assert.deepEqual(await left([learnt(3, "Packing")], 1), [null, undefined]);
    for (let day = 1; day < 5; day += 1) {
      await closeDay(house, season, day);
      assert.deepEqual(await left([learnt(8)], day + 1), [null, undefined]);
    }
    const { own, training } = await shiftsOf(season, store, 1);
    assert.deepEqual([own?.hours, own?.hoursToday, own?.level, own?.nextHours], [40, 8, 2, 40]);
    assert.deepEqual(
      training.map(({ day, hours, topic }) => [day, hours, topic]),
      [
        ...[5, 4, 3, 2].map((day) => [day, 8, "Duties in Germany"]),
        [1, 3, "Packing"],
        [1, 5, "Duties in Germany"],
      ],
    );
    await hand(house, season, store, 1, 5, [cover()]);
    const { today } = await shiftsOf(season, store, 1);
    assert.deepEqual(
      today.map(({ level }) => level),
      [2],
    );

    const does = "GET /practice/seasons/:season/contributions";
    const seen = await house.call(people.teacher, does, { where: { season } });
    const [who] = seen.body.people.filter(({ person }) => person === people.student(1).person);
    assert.deepEqual([who?.trainingHours, who?.shifts], [40, 1]);
    assert.equal(who?.shareBp, 10_000, "of one shift: what was learnt weighs nothing");
  });

  test("come back as wishes when their day is taken back, and count no more", async () => {
    const season = await inRunning(4);
    const store = await openStore(house, season, 1);
    await hand(house, season, store, 1, 1, [learnt(8), cover()]);
    await closeDay(house, season, 1);
    await house.call(people.teacher, "POST /practice/seasons/:season/rewind", {
      where: { season },
      body: { day: 1, reason: "a wrong close" },
    });
    const { own, today, training, closed } = await shiftsOf(season, store, 1);
    assert.deepEqual([own?.hours, own?.hasShift], [0, false]);
    assert.deepEqual([today, training, closed], [[], [], []]);
    const drafts = await house.call(
      people.student(1),
      "GET /practice/seasons/:season/stores/:store/drafts",
      { where: { season, store } },
    );
    const wishes = drafts.body.items.map(({ value }) => JSON.parse(value) as Wish);
    const byKind = wishes.toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
    assert.deepEqual(byKind, [cover(), learnt(8)]);
    assert.equal((await hand(house, season, store, 1, 1, wishes)).code, null);
  });

  test("are everybody's, whatever areas a team has shared out", async () => {
    const season = await inRunning(4);
    const store = await openStore(house, season, 1);
    clock.advance(1_000);
    assert.equal((await join(season, store, 2)).code, null);
    clock.advance(1_000);
    const { person } = people.student(1);
    const does = "PUT /practice/seasons/:season/stores/:store/team/roles";
    const shared = await house.call(people.student(1), does, {
      where: { season, store },
      body: { members: [{ person, areas: ["company", "service"], limitMinor: null }] },
    });
    assert.equal(shared.code, null);
    const hire: Wish = { kind: "hire-staff", role: "service", heads: 1 };
    assert.equal((await hand(house, season, store, 2, 1, [hire])).code, "practice/not-your-role");
    assert.equal((await hand(house, season, store, 2, 1, [learnt(2), cover()])).code, null);
  });

  test("are for seasons with a company, and hers who runs the store", async () => {
    const season = await runningSeason(house);
    const store = await openStore(house, season, 1);
    assert.equal((await look(season, store, 1)).shifts, null);
    for (const wish of [cover(), learnt(1)]) {
      const answer = await hand(house, season, store, 1, 1, [wish]);
      assert.equal(answer.code, "practice/module-off");
    }
    const other = await inRunning(4);
    const theirs = await openStore(house, other, 1);
    const seen = await house.call(
      people.teacher,
      "GET /practice/seasons/:season/stores/:store/company",
      { where: { season: other, store: theirs } },
    );
    assert.equal(seen.body.shifts?.own, null);
  });
});
