import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Instance } from "./instance.ts";
import { drawLottery, lotteryKey } from "./lottery.ts";
import { instanceText, matchInstance } from "./match-instance.ts";
import { uniformBelow } from "../random/uniform.ts";
import { permutation } from "../random/permutation.ts";
import { address, purpose } from "../random/purpose.ts";

const round: Instance = {
  students: [
    { id: "an", prefs: ["dock", "shop"] },
    { id: "bo", prefs: ["dock"] },
    { id: "chen", prefs: ["shop", "dock"] },
    { id: "ding", prefs: [] },
  ],
  places: [
    { id: "shop", capacity: 1, prefs: ["an", "chen"] },
    { id: "dock", capacity: 1, scores: { an: 3, bo: 7, chen: 9 } },
  ],
};

function outcomeOf(instance: Instance) {
  const matched = matchInstance(instance);
  assert.ok(matched.isSound, JSON.stringify(matched));
  return matched.outcome;
}

function problemsOf(instance: Instance) {
  const matched = matchInstance(instance);
  assert.ok(!matched.isSound);
  return matched.problems.map(({ code, facts }) => [code, ...Object.values(facts)]);
}

suite("a round as it is written down", () => {
  test("is matched by names, and who is in no place is null", () => {
    const { matching, stable, blocking } = outcomeOf(round);
    assert.deepEqual(matching, { an: "shop", bo: null, chen: "dock", ding: null });
    assert.deepEqual([stable, blocking], [true, []]);
  });

  test("gives one result and one text in whatever order it lists people and places", () => {
    const turned = {
      ...round,
      students: round.students.toReversed(),
      order: ["shop", "dock"],
      places: round.places.toReversed(),
    };
    assert.equal(instanceText(turned), instanceText(round));
    assert.deepEqual(outcomeOf(turned), outcomeOf(round));
    assert.notEqual(instanceText({ ...round, lottery: "x" }), instanceText(round));
  });

  test("scores that are not whole count by their order", () => {
    const scores = { an: 0.31, bo: 0.3, chen: 0.299 };
    const places = [round.places[0]!, { id: "dock", capacity: 1, scores }];
    assert.equal(outcomeOf({ ...round, places }).matching["an"], "dock");
  });

  test("a place with neither list nor scores takes all alike, and the lottery decides", () => {
    const places = [round.places[0]!, { id: "dock", capacity: 1 }];
    const winners = new Set<string>();
    for (let seed = 0; seed < 40; seed++) {
      const { matching } = outcomeOf({ ...round, places, lottery: `seed ${seed}` });
      winners.add(Object.entries(matching).find(([, place]) => place === "dock")![0]);
    }
    assert.deepEqual(
      [...winners].toSorted(),
      ["an", "bo", "chen"].filter((id) => winners.has(id)),
    );
    assert.ok(winners.size > 1);
  });

  test("every fault is told, with the names that it concerns", () => {
    const { students, places } = round;
    const cases: readonly (readonly [Partial<Instance>, ...(string | number)[]])[] = [
      [{ students: [...students, students[0]!] }, "student-twice", "an"],
      [
        { students: [{ id: "an", prefs: ["moon"] }, ...students.slice(1)] },
        "unknown-place",
        "an",
        "moon",
      ],
      [
        { students: [{ id: "an", prefs: ["dock", "dock"] }, ...students.slice(1)] },
        "choice-twice",
        "an",
        "dock",
      ],
      [{ places: [places[0]!, places[1]!, { id: "dock", capacity: 2 }] }, "place-twice", "dock"],
      [
        { places: [{ id: "shop", capacity: 1, prefs: ["eve"] }, places[1]!] },
        "unknown-student",
        "shop",
        "eve",
      ],
      [
        { places: [{ id: "shop", capacity: 1, prefs: ["an", "an"] }, places[1]!] },
        "ranked-twice",
        "shop",
        "an",
      ],
      [
        { places: [{ id: "shop", capacity: 1, prefs: [], scores: {} }, places[1]!] },
        "two-rankings",
        "shop",
      ],
      [{ regions: [{ id: "r", cap: 1, places: ["moon"] }] }, "region-place-unknown", "r", "moon"],
      [
        { regions: [{ id: "r", cap: 1, places: ["dock", "dock"] }] },
        "region-place-twice",
        "r",
        "dock",
      ],
      [{ lowerQuotas: { moon: 1 } }, "quota-place-unknown", "moon"],
      [{ lowerQuotas: { dock: 2 } }, "quota-over-capacity", "dock", 2, 1],
      [{ order: ["dock"] }, "order-not-all", 2, 1],
      [{ capRule: "by-priority", lowerMode: "reserve" }, "reserve-by-priority"],
      [
        {
          regions: [{ id: "r", cap: 0, places: ["dock"] }],
          lowerQuotas: { dock: 1 },
          lowerMode: "reserve",
        },
        "targets-over-cap",
        "r",
        1,
        0,
      ],
    ];
    for (const [change, ...told] of cases) {
      const problems = problemsOf({ ...round, ...change });
      assert.ok(
        problems.some((one) => one.join() === told.join()),
        `${told.join()}: ${problems.join(" | ")}`,
      );
    }
  });

  test("a list longer than thirty is refused, one of thirty is not", () => {
    const many = Array.from({ length: 31 }, (_, at) => ({ id: `p${at}`, capacity: 1 }));
    const prefs = many.map(({ id }) => id);
    assert.deepEqual(problemsOf({ students: [{ id: "an", prefs }], places: many }), [
      ["list-too-long", "an", 31, 30],
    ]);
    const thirty = { students: [{ id: "an", prefs: prefs.slice(1) }], places: many };
    assert.deepEqual(outcomeOf(thirty).matching, { an: "p1" });
  });

  test("regions that overlap are refused with both names and a place of both", () => {
    const regions = [
      { id: "north", cap: 1, places: ["a", "b"] },
      { id: "coast", cap: 1, places: ["b", "c"] },
    ];
    const places = ["a", "b", "c"].map((id) => ({ id, capacity: 1 }));
    assert.deepEqual(problemsOf({ students: [], places, regions }), [
      ["regions-not-nested", "north", "coast", "b"],
    ]);
  });

  test("who a region stops is listed by its name", () => {
    const regions = [{ id: "port", cap: 0, places: ["dock"] }];
    const { stopped, matching } = outcomeOf({ ...round, regions });
    assert.deepEqual(matching, { an: "shop", bo: null, chen: null, ding: null });
    assert.deepEqual(stopped[0], { student: "an", place: "dock", by: "region", region: "port" });
  });
});

suite("lower quotas", () => {
  const lowerQuotas = { shop: 2 };
  const places = [
    { id: "shop", capacity: 2 },
    { id: "dock", capacity: 3 },
  ];
  const students = [
    { id: "an", prefs: ["shop", "dock"] },
    { id: "bo", prefs: ["dock", "shop"] },
    { id: "chen", prefs: ["dock", "shop"] },
  ];

  test("report matches as usual and lists what is short", () => {
    const { matching, short, stable } = outcomeOf({ students, places, lowerQuotas });
    assert.deepEqual(matching, { an: "shop", bo: "dock", chen: "dock" });
    assert.deepEqual([short, stable], [["shop"], true]);
  });

  test("close shuts the place that lacks most, matches again and lists who wanted it", () => {
    const { matching, closed, short, stopped, stable } = outcomeOf({
      students,
      places,
      lowerQuotas,
      lowerMode: "close",
    });
    assert.deepEqual(matching, { an: "dock", bo: "dock", chen: "dock" });
    assert.deepEqual([closed, short, stable], [["shop"], [], true]);
    assert.deepEqual(stopped, [{ student: "an", place: "shop", by: "closed" }]);
  });

  test("reserve fills the quota first, and lists whom that keeps out", () => {
    const { matching, short, stopped, stable } = outcomeOf({
      students,
      places,
      lowerQuotas,
      lowerMode: "reserve",
    });
    const counts = Object.values(matching).filter((place) => place === "shop").length;
    assert.deepEqual([counts, short, stable], [2, [], true]);
    assert.ok(stopped.length > 0 && stopped.every(({ by }) => by === "reserve"));
  });

  test("with complete lists reserve meets every quota and places everybody", () => {
    for (let seed = 0; seed < 1_000; seed++) {
      const { instance, quotas } = reservedRound(seed);
      const { matching, short } = outcomeOf(instance);
      assert.deepEqual([seed, short], [seed, []], JSON.stringify(quotas));
      assert.ok(
        Object.values(matching).every((place) => place !== null),
        `seed ${seed}`,
      );
    }
  });

  test("close ends, and leaves no place with some people and too few", () => {
    for (let seed = 0; seed < 500; seed++) {
      const { instance, quotas } = reservedRound(seed);
      const { matching, short } = outcomeOf({ ...instance, lowerMode: "close" });
      for (const place of short) {
        assert.ok(
          !Object.values(matching).includes(place),
          `seed ${seed}: ${place} of ${JSON.stringify(quotas)}`,
        );
      }
    }
  });
});

/** Five to eight people who rank all of four places, whose seats take them all. */
function reservedRound(seed: number) {
  const key = { k0: seed, k1: 0x10e };
  let draws = 0;
  const below = (bound: number) =>
    uniformBelow(bound, draws++, 5, 0, address(purpose.madeMarket), key);
  const names = ["a", "b", "c", "d"];
  const students = 5 + below(4);
  const quotas = names.map(() => below(3));
  while (quotas.reduce((sum, one) => sum + one, 0) > students) {
    const at = below(4);
    quotas[at] = Math.max(0, quotas[at]! - 1);
  }
  const capacity = quotas.map((quota) => Math.max(quota, 1 + below(4)));
  while (capacity.reduce((sum, one) => sum + one, 0) < students) capacity[below(4)]! += 1;
  const ranked = () =>
    [...permutation(4, draws++, 6, 0, address(purpose.madeMarket), key)].map((at) => names[at]!);
  const instance: Instance = {
    students: Array.from({ length: students }, (_, s) => ({ id: `s${s}`, prefs: ranked() })),
    places: names.map((id, at) => ({ id, capacity: capacity[at]! })),
    lowerQuotas: Object.fromEntries(names.map((id, at) => [id, quotas[at]!])),
    lowerMode: "reserve",
    lottery: `seed ${seed}`,
  };
  return { instance, quotas };
}

suite("the lottery", () => {
  const ids = Array.from({ length: 200 }, (_, at) => `person-${at}`);

  test("gives each person a place of their own, by the seed alone", () => {
    const drawn = drawLottery(ids, lotteryKey("seed"));
    assert.deepEqual(
      [...drawn].toSorted((a, b) => a - b),
      [...ids.keys()],
    );
    assert.deepEqual(drawLottery(ids, lotteryKey("seed")), drawn);
    assert.notDeepEqual(drawLottery(ids, lotteryKey("seed.")), drawn);
  });

  test("does not turn two people round when others join", () => {
    const drawn = drawLottery(ids, lotteryKey("seed"));
    const fewer = drawLottery(ids.slice(0, 50), lotteryKey("seed"));
    for (let a = 0; a < 50; a++) {
      for (let b = 0; b < a; b++) assert.equal(fewer[a]! < fewer[b]!, drawn[a]! < drawn[b]!);
    }
  });

  test("favors nobody: over many seeds each of four wins a quarter", () => {
    const wins = [0, 0, 0, 0];
    for (let seed = 0; seed < 4_000; seed++) {
      wins[drawLottery(["a", "b", "c", "d"], lotteryKey(`round ${seed}`)).indexOf(0)]! += 1;
    }
    for (const count of wins) assert.ok(Math.abs(count - 1_000) < 120, wins.join());
  });
});
