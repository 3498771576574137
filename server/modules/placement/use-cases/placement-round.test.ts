import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, suite, test } from "node:test";
import { PublishedRound } from "@echelon/contract/placement/instance.ts";
import { verifyRound } from "@echelon/kernel/matching/published-round.ts";
import { named } from "../../../platform/database/statement.ts";
import { plantPieces } from "../../assessment/index.ts";
import { placementHouse, type PlacementHouse } from "../testing/placement-house.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const tampering =
  "update placement.round set instance = jsonb_set(instance, '{places,0,capacity}', '2')";

suite("a round of placement", () => {
  let house: PlacementHouse;
  before(async () => {
    house = await placementHouse();
  });
  after(() => house.stop());

  /** A round with two places of one seat, for which three students handed in lists. */
  async function chosenRound() {
    const { id: round } = await house.makeRound();
    await house.step(round, "posts-open");
    const dock = await house.offer(round, { title: "Dock" });
    const shop = await house.offer(round, { title: "Shop" });
    await house.step(round, "choices-open");
    const [an, bo, chen] = [0, 1, 2].map((at) => house.student(at));
    await house.choose(an!, round, [dock, shop]);
    await house.choose(bo!, round, [dock]);
    await house.choose(chen!, round, [shop, dock]);
    await house.mark(dock, bo!.person, 900);
    await house.mark(dock, an!.person, 500);
    await house.mark(dock, chen!.person, 400);
    await house.mark(shop, an!.person, 800);
    await house.mark(shop, chen!.person, 100);
    return { round, dock, shop, an: an!, bo: bo!, chen: chen! };
  }

  async function publishedRound() {
    const made = await chosenRound();
    await house.step(made.round, "frozen");
    await house.runJobs();
    assert.equal((await house.step(made.round, "published")).body.state, "published");
    return made;
  }

  test("places whom no place would rather not have, and says why not elsewhere", async () => {
    const { round, dock, shop, an, chen } = await publishedRound();
    const view = await house.view(round);
    const places = new Map(view.applicants.map(({ person, place }) => [person, place]));
    assert.deepEqual([places.get(an.person), places.get(chen.person)], [shop, null]);
    assert.equal(view.run?.status, "verified");
    const { outcome } = await house.own(an, round);
    assert.equal(outcome?.place, shop);
    const [first, second] = outcome!.reasons;
    // 300 of 1,000 are the enterprise's mark; nobody has a fit, and a place that asks nothing is
    // fit for by all.
    assert.deepEqual([first!.place, first!.end, first!.score, first!.rank], [dock, "full", 750, 2]);
    assert.equal(first!.cutoff?.score, 870);
    assert.deepEqual([second!.place, second!.end], [shop, "placed"]);
    const lost = (await house.own(chen, round)).outcome!;
    assert.deepEqual(
      lost.reasons.map(({ end }) => end),
      ["full", "full"],
    );
  });

  test("shows each place whom it has, its cutoff and who listed it, by name", async () => {
    const { dock, bo } = await publishedRound();
    const { body } = await house.call(house.mentor, "GET /placement/places");
    const desk = body.find(({ id }) => id === dock)!;
    assert.deepEqual(
      [desk.reason?.listed, desk.reason?.held, desk.reason?.cutoff?.score],
      [3, 1, 870],
    );
    const here = desk.applicants.filter(({ isHere }) => isHere);
    assert.deepEqual(
      here.map(({ person, rank }) => [person, rank]),
      [[bo.person, 1]],
    );
    assert.ok(desk.applicants.every(({ name }) => name !== ""));
  });

  test("publishes an instance without names that anybody finds kept", async () => {
    const { round, an } = await publishedRound();
    const answer = await house.call(null, "GET /placement/rounds/:round/instance", {
      where: { round },
    });
    const text = await asText(answer.body);
    const published = PublishedRound.parse(JSON.parse(text));
    const verdict = verifyRound(published, sha256);
    assert.deepEqual([verdict.doubts, verdict.stable], [[], true]);
    const view = await house.view(round);
    for (const { name, person } of view.applicants) {
      assert.ok(!text.includes(name) && !text.includes(person));
    }
    const { pseudonym, outcome } = await house.own(an, round);
    assert.equal(published.matching[pseudonym], outcome!.place);
    assert.equal(published.lotteryHash, view.lotteryHash);
    assert.equal(published.instance.lottery, view.lotterySeed);
  });

  test("keeps the seed to itself until freezing, and what came out until publication", async () => {
    const { round, an } = await chosenRound();
    const open = await house.own(an, round);
    assert.deepEqual([open.lotterySeed, open.lotteryHash.length], [null, 64]);
    await house.step(round, "frozen");
    await house.runJobs();
    const verified = await house.own(an, round);
    assert.deepEqual([verified.state, verified.outcome], ["verified", null]);
    assert.equal(sha256(verified.lotterySeed!), open.lotteryHash);
    const early = await house.call(null, "GET /placement/rounds/:round/instance", {
      where: { round },
    });
    assert.equal(early.code, "placement/no-such-round");
  });

  test("does not publish what was changed after freezing", async () => {
    for (const [change, code] of [
      ["lottery_seed = repeat('a', 64)", "placement/lottery-not-committed"],
      [
        "instance = jsonb_set(instance, '{lottery}', '\"another\"')",
        "placement/lottery-not-committed",
      ],
      ["instance = jsonb_set(instance, '{places,0,capacity}', '2')", "placement/instance-changed"],
    ] as const) {
      const { round } = await chosenRound();
      await house.step(round, "frozen");
      if (change.startsWith("instance")) await house.runJobs();
      const text = `update placement.round set ${change} where id = $1`;
      await house.fresh.owner.rows(named(`test.tamper ${change}`, text, [round]));
      if (change.startsWith("lottery_seed")) {
        await house.fresh.owner.rows(
          named(
            "test.unfreeze",
            "update placement.round set state = 'choices-open' where id = $1",
            [round],
          ),
        );
        assert.equal((await house.step(round, "frozen")).code, code);
      } else assert.equal((await house.step(round, "published")).code, code);
    }
  });

  test("does not publish placings that were changed", async () => {
    const { round, chen, dock } = await chosenRound();
    await house.step(round, "frozen");
    await house.runJobs();
    const text =
      "update placement.placing set place_id = $3 where round_id = $1 and person_id = $2";
    await house.fresh.owner.rows(named("test.favor", text, [round, chen.person, dock]));
    assert.equal((await house.step(round, "published")).code, "placement/not-stable");
  });

  test("an instance that was changed before it was matched is not matched", async () => {
    const { round } = await chosenRound();
    await house.step(round, "frozen");
    const text = `${tampering} where id = $1`;
    await house.fresh.owner.rows(named("test.tamper-early", text, [round]));
    await house.runJobs();
    const { state, run } = await house.view(round);
    assert.deepEqual([state, run?.status], ["frozen", "instance-changed"]);
  });

  test("refuses lists that cannot be", async () => {
    const { id: round } = await house.makeRound();
    await house.step(round, "posts-open");
    const dock = await house.offer(round);
    const steep = await house.offer(round, {
      floorPermille: 600,
      asked: [{ competency: "A01", weight: 1 }],
    });
    const an = house.student(0);
    const early = await house.choose(an, round, [dock]);
    assert.equal(early.code, "placement/no-such-round");
    await house.step(round, "choices-open");
    const codes = [
      await house.choose(an, round, [dock, dock]),
      await house.choose(an, round, [round]),
      await house.choose(
        an,
        round,
        Array.from({ length: 31 }, () => dock),
      ),
      await house.choose(an, round, [steep]),
      await house.choose(an, round, [dock], 3),
    ].map(({ code }) => code);
    assert.deepEqual(codes, [
      "placement/choice-twice",
      "placement/place-not-open",
      "placement/list-too-long",
      "placement/under-floor",
      "placement/round-changed",
    ]);
    await house.choose(an, round, [dock]);
    assert.deepEqual((await house.own(an, round)).choices, [dock]);
    await house.step(round, "frozen");
    assert.equal((await house.choose(an, round, [], 1)).code, "placement/choices-closed");
  });

  test("advises by fit: what was shown counts, and what is missing is named", async () => {
    const { id: round } = await house.makeRound();
    await house.step(round, "posts-open");
    const asked = [
      { competency: "A01", weight: 3 },
      { competency: "A02", weight: 1 },
    ];
    const place = await house.offer(round, { asked });
    await house.step(round, "choices-open");
    const an = house.student(5);
    const fitNow = async () => (await house.own(an, round)).places.find(({ id }) => id === place)!;
    const none = await fitNow();
    assert.equal(none.fitPermille, 0);
    assert.deepEqual(
      none.missing.map(({ competency }) => competency),
      ["A01", "A02"],
    );
    await plantPieces(house.app.means, {
      person: an.person,
      competencies: ["A01"],
      context: round,
      pieces: 8,
      rater: house.head.person,
    });
    const some = await fitNow();
    assert.ok(some.fitPermille >= 700 && some.fitPermille <= 750, String(some.fitPermille));
    assert.deepEqual(
      some.missing.map(({ competency }) => competency),
      ["A02"],
    );
  });

  test("opens choices only on agreed places, under rules that hold together", async () => {
    const { id: round } = await house.makeRound();
    assert.equal((await house.step(round, "choices-open")).code, "placement/wrong-state");
    await house.step(round, "posts-open");
    assert.equal((await house.step(round, "choices-open")).code, "placement/no-places");
    const dock = await house.offer(round, { capacity: 2, least: 2 }, false);
    assert.equal((await house.step(round, "choices-open")).code, "placement/no-agreement");
    const where = { place: dock };
    await house.call(house.mentor, "PUT /placement/places/:place/agreement", {
      where,
      body: { isAgreed: true },
    });
    const shop = await house.offer(round, { title: "Shop" });
    const mill = await house.offer(round, { title: "Mill" });
    const rules = (regions: object[], lowerMode = "report") =>
      house.call(house.head, "PUT /placement/rounds/:round/rules", {
        where: { round },
        body: { revision: 0, lowerMode, capRule: "round-robin", regions } as never,
      });
    const crossing = [
      { name: "north", cap: 1, places: [dock, shop] },
      { name: "coast", cap: 1, places: [shop, mill] },
    ];
    assert.equal((await rules(crossing)).code, "placement/regions-not-nested");
    const tight = [{ name: "north", cap: 1, places: [dock] }];
    assert.equal((await rules(tight, "reserve")).code, "placement/rules-unsound");
    assert.equal((await rules(tight)).body.regions.length, 1);
    assert.equal((await rules([])).code, "placement/round-changed");
    assert.equal((await house.step(round, "choices-open")).body.state, "choices-open");
    assert.equal((await house.step(round, "cancelled")).body.state, "cancelled");
  });

  test("another draft of a place takes its agreement back", async () => {
    const { id: round } = await house.makeRound();
    await house.step(round, "posts-open");
    const dock = await house.offer(round);
    const { body } = await house.call(house.mentor, "PUT /placement/places/:place", {
      where: { place: dock },
      body: {
        title: "Dock by night",
        city: "Ningbo",
        about: "",
        capacity: 3,
        least: 0,
        floorPermille: 0,
        asked: [],
      },
    });
    assert.deepEqual([body.title, body.isAgreed], ["Dock by night", false]);
  });

  test("appeals are heard once and answered before the end; then seats left go on", async () => {
    const { round, an, chen, dock } = await publishedRound();
    const where = { round };
    const appeal = (who: typeof an) =>
      house.call(who, "POST /placement/rounds/:round/own/appeal", {
        where,
        body: { text: "Why?" },
      });
    assert.equal((await appeal(chen)).code, "placement/wrong-state");
    await house.step(round, "appeals");
    const said = (await appeal(chen)).body.appeal!;
    assert.equal((await appeal(chen)).code, "placement/appealed");
    assert.equal((await house.step(round, "final")).code, "placement/appeals-open");
    const answer = { isUpheld: false, answer: "The dock had one seat." };
    const decide = () =>
      house.call(house.head, "POST /placement/appeals/:appeal/decision", {
        where: { appeal: said.id },
        body: answer,
      });
    await decide();
    assert.equal((await decide()).code, "placement/appeal-decided");
    assert.equal((await house.step(round, "final")).body.state, "final");
    assert.equal((await house.own(chen, round)).appeal?.answer, answer.answer);

    const second = await house.makeRound({ after: round, name: "Second round" });
    assert.deepEqual((await house.view(second.id)).places, [], "both seats were taken");
    await house.step(second.id, "posts-open");
    const yard = await house.offer(second.id, { title: "Yard" });
    await house.step(second.id, "choices-open");
    assert.equal((await house.choose(an, second.id, [yard])).code, "placement/no-such-round");
    assert.deepEqual((await house.choose(chen, second.id, [yard])).body.choices, [yard]);
    assert.notEqual(yard, dock);
  });

  test("is nobody's but those whom it concerns", async () => {
    const { round, dock } = await chosenRound();
    const stranger = {
      ...house.head,
      roles: [{ organisation: house.enterprise, role: "officer" }],
    };
    const seen = await house.call(stranger, "GET /placement/rounds/:round", { where: { round } });
    assert.equal(seen.code, "placement/no-such-round");
    const foreign = {
      ...house.mentor,
      roles: [{ organisation: "01900000-0000-7000-8000-0000000000b1", role: "mentor" }],
    };
    const marked = await house.call(foreign, "PUT /placement/places/:place/applicants/:person", {
      where: { place: dock, person: house.student(0).person },
      body: { permille: 1, isRefused: false },
    });
    assert.equal(marked.code, "placement/no-such-place");
    const listed = (await house.call(foreign, "GET /placement/rounds")).body;
    assert.ok(!listed.some(({ id }) => id === round));
  });
});

async function asText(body: unknown): Promise<string> {
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  if (body instanceof Blob) return body.text();
  return JSON.stringify(body);
}
