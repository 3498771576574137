import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { explainRound } from "./explain.ts";
import type { Instance } from "./instance.ts";
import { matchInstance } from "./match-instance.ts";

function reasonsOf(instance: Instance) {
  const matched = matchInstance(instance);
  assert.ok(matched.isSound);
  const { columns, settled } = matched;
  const reasons = explainRound(settled, columns.forest);
  const student = (id: string) =>
    reasons.student(columns.studentIds.indexOf(id)).map((why) => ({
      ...why,
      place: columns.placeIds[why.place]!,
      cap: why.cap === null ? null : columns.regionIds[why.cap]!,
    }));
  return { student, place: (id: string) => reasons.place(columns.placeIds.indexOf(id)) };
}

const round: Instance = {
  students: [
    { id: "an", prefs: ["dock", "depot", "yard", "shop", "mill"] },
    { id: "bo", prefs: ["dock"] },
    { id: "chen", prefs: ["dock", "yard"] },
    { id: "ding", prefs: ["shop"] },
  ],
  places: [
    { id: "dock", capacity: 1, scores: { an: 600, bo: 800, chen: 700 } },
    { id: "depot", capacity: 1, scores: { bo: 1 } },
    { id: "yard", capacity: 2, scores: { an: 10, chen: 20 } },
    { id: "shop", capacity: 2, scores: { an: 5, ding: 5 } },
    { id: "mill", capacity: 1, scores: { an: 900 } },
  ],
  regions: [{ id: "east", cap: 1, places: ["yard"] }],
};

suite("why somebody is not elsewhere", () => {
  test("each choice above the own place has its reason, and the ones below were not asked", () => {
    const ends = reasonsOf(round)
      .student("an")
      .map(({ place, end }) => `${place} ${end}`);
    assert.deepEqual(ends, [
      "dock full",
      "depot not-acceptable",
      "yard stopped",
      "shop placed",
      "mill not-reached",
    ]);
  });

  test("a full place tells its cutoff, the own priority and how many were before", () => {
    const [dock] = reasonsOf(round).student("an");
    assert.deepEqual([dock!.score, dock!.rank, dock!.cutoff?.score], [600, 3, 800]);
  });

  test("a cap that kept a seat empty is named", () => {
    const yard = reasonsOf(round).student("an")[2]!;
    assert.deepEqual([yard.cap, yard.cutoff?.score, yard.rank], ["east", 20, 2]);
  });

  test("at equal priority the lottery of the last one in is told, and is the lower", () => {
    const places = [{ id: "dock", capacity: 1, scores: { an: 5, bo: 5, chen: 5 } }];
    const students = ["an", "bo", "chen"].map((id) => ({ id, prefs: ["dock"] }));
    const reasons = reasonsOf({ students, places, lottery: "x" });
    const whys = students.map(({ id }) => reasons.student(id)[0]!);
    const winner = whys.find(({ end }) => end === "placed")!;
    assert.deepEqual([winner.rank, winner.cutoff?.lottery], [1, 0]);
    assert.deepEqual(whys.map(({ end }) => end).toSorted(), ["full", "full", "placed"]);
  });

  test("a closed place says so, to whoever listed it and of itself", () => {
    const reasons = reasonsOf({ ...round, lowerQuotas: { dock: 1, shop: 2 }, lowerMode: "close" });
    const shop = reasons.student("an")[3]!;
    assert.equal(shop.end, "placed");
    const closing = reasonsOf({
      ...round,
      students: round.students.slice(0, 3),
      lowerQuotas: { shop: 2 },
      lowerMode: "close",
      places: round.places.map((place) =>
        place.id === "shop" ? { id: "shop", capacity: 2, scores: { an: 5 } } : place,
      ),
    });
    assert.equal(closing.student("an")[3]!.end, "closed");
    assert.equal(closing.student("an")[4]!.end, "placed");
    assert.ok(closing.place("shop").isClosed);
  });
});

suite("whom a place has and why", () => {
  test("seats, who listed it, whom it takes, and the last one in", () => {
    const { place } = reasonsOf(round);
    const dock = place("dock");
    assert.deepEqual(
      [dock.seats, dock.held, dock.listed, dock.acceptable, dock.cutoff?.score, dock.cap],
      [1, 1, 3, 3, 800, null],
    );
    const depot = place("depot");
    assert.deepEqual([depot.held, depot.listed, depot.acceptable, depot.cutoff], [0, 1, 0, null]);
  });

  test("a seat that a cap kept empty names the cap", () => {
    assert.equal(reasonsOf(round).place("yard").cap, 0);
  });
});
