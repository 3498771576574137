import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { EndpointByDoes } from "@echelon/contract/endpoints.ts";
import type { AnswerOf } from "@echelon/contract/platform/endpoint.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { people, runningSeason } from "../../practice/testing/practice-class.ts";
import { sellingStore } from "../../practice/testing/selling-store.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";

/** A season in which goods are sold on its first days. */
const luck = 7;

suite("evidence as people see it", () => {
  let house: EvidenceHouse;
  const student = people.student(0);
  const other = people.student(1);

  before(async () => {
    house = await evidenceHouse();
    const season = await runningSeason(house, 7, {}, luck);
    await sellingStore(house, season, { place: 0, products: 4, feeMinor: 300, priceBp: 9_000 });
    await house.closeDays(season, 1, 7);
    await house.gather();
  });
  after(() => house.stop());

  const standings = (caller: Caller, person = student.person) =>
    house.call(caller, "GET /assessment/people/:person", { where: { person } });
  const evidence = (caller: Caller, competency = "C02", person = student.person) =>
    house.call(caller, "GET /assessment/people/:person/competencies/:competency", {
      where: { person, competency },
    });

  test("a person and who leads the class see it; a class-mate and a stranger do not", async () => {
    for (const caller of [student, people.teacher, people.assistant]) {
      const { code, body } = await standings(caller);
      assert.equal(code, null);
      assert.ok(body.standings.some(({ competency }) => competency === "C02"));
    }
    for (const caller of [other, people.stranger])
      assert.equal((await standings(caller)).code, "assessment/no-such-person");
  });

  test("one season is too little to say anything of a competency", async () => {
    const { body } = await standings(student);
    const published = body.standings.find(({ competency }) => competency === "C02");
    assert.deepEqual(
      [published?.band, published?.pieces, published?.piecesMin],
      ["too-little-seen", 1, 3],
    );
  });

  test("a piece opens to its decisions and says what it changed", async () => {
    const { body } = await evidence(student);
    // Twelve listings: ten make a piece, and the end of the season closed what was left.
    const [, piece] = body.pieces;
    assert.ok(piece);
    assert.deepEqual(
      body.pieces.map(({ isWhole }) => isWhole),
      [false, true],
    );
    assert.deepEqual([piece.kind, piece.state, piece.outcome], ["auto", "counted", 1]);
    assert.deepEqual(piece.markets, ["de", "gb", "us"]);
    assert.ok(
      piece.shown.length >= 10 && piece.shown.every(({ decisions }) => decisions.length === 1),
    );
    assert.ok(piece.before! < piece.after!);
    assert.ok(piece.context.name.startsWith("Season"));
    assert.equal(body.mayContest, true);
    assert.equal((await evidence(people.teacher)).body.mayContest, false);
    assert.equal((await evidence(student, "Z99")).code, "assessment/unknown-competency");
  });

  test("its decisions can be read alone, by the student and the teacher", async () => {
    const [, piece] = (await evidence(student)).body.pieces;
    const { context, store, shown } = piece!;
    const numbers = shown.slice(0, 3).flatMap(({ decisions }) => decisions);
    for (const caller of [student, people.teacher]) {
      const log = await house.call(
        caller,
        "GET /practice/seasons/:season/stores/:store/decisions",
        {
          where: { season: context.id, store: String(store) },
          asks: { numbers: numbers.join(",") },
        },
      );
      assert.deepEqual(
        log.body.items.map(({ number, kind }) => [number, kind]),
        numbers.toReversed().map((number) => [number, "publish-listing"]),
      );
    }
  });

  test("a class is shown over a role's core, for who leads it", async () => {
    const look = (caller: Caller, role = "R1", echelon = "E1") =>
      house.call(caller, "GET /assessment/classes/:class", {
        where: { class: house.classId },
        asks: { role, echelon },
      });
    const { body } = await look(people.teacher);
    const at = body.core.indexOf("C02");
    const own = body.students.find(({ person }) => person === student.person);
    assert.equal(own?.bands[at], "too-little-seen");
    assert.ok(body.students.every(({ bands }) => bands.length === body.core.length));
    assert.equal((await look(student)).code, "platform/not-allowed");
    assert.equal((await look(people.stranger)).code, "teaching/no-such-class");
    assert.equal((await look(people.teacher, "R8", "E1")).code, "assessment/unknown-profile");
  });

  suite("that is contested", () => {
    type Contests = AnswerOf<EndpointByDoes["GET /assessment/classes/:class/contests"]>;
    const contest = (caller: Caller, piece: string) =>
      house.call(caller, "POST /assessment/pieces/:piece/contest", {
        where: { piece },
        body: { text: "The attributes were set by my class-mate." },
      });
    const contests = async (): Promise<Contests> =>
      (
        await house.call(people.teacher, "GET /assessment/classes/:class/contests", {
          where: { class: house.classId },
        })
      ).body;
    const decide = (caller: Caller, id: string, verdict: "keep" | "void") =>
      house.call(caller, "POST /assessment/contests/:contest/decision", {
        where: { contest: id },
        body: { verdict, answer: "So it was." },
      });

    test("counts until a teacher has decided, once", async () => {
      const [, piece] = (await evidence(student)).body.pieces;
      assert.equal((await contest(other, piece!.id)).code, "assessment/no-such-piece");
      assert.equal((await contest(student, piece!.id)).code, null);
      assert.equal((await contest(student, piece!.id)).code, "assessment/already-contested");
      assert.equal((await evidence(student)).body.pieces[1]?.state, "counted");
      const [open] = await contests();
      assert.deepEqual([open?.state, open?.competency], ["open", "C02"]);
      assert.equal((await decide(people.assistant, open!.id, "void")).code, "platform/not-allowed");
      assert.equal(
        (await decide(people.stranger, open!.id, "void")).code,
        "assessment/no-such-contest",
      );
      assert.equal((await decide(people.teacher, open!.id, "void")).code, null);
      assert.equal(
        (await decide(people.teacher, open!.id, "keep")).code,
        "assessment/contest-decided",
      );
    });

    test("no longer counts when it was voided, and does not come back by itself", async () => {
      const { body } = await evidence(student);
      const [left, voided] = body.pieces;
      assert.deepEqual(
        [voided?.state, voided?.note, voided?.after],
        ["contested", "So it was.", null],
      );
      assert.deepEqual([left?.state, body.standing?.pieces], ["counted", 0]);
      const { means } = house.app;
      const { gatherAgain } = await import("./gather-season.ts");
      await means.database.transaction((tx) => gatherAgain(means, tx));
      await house.runJobs();
      assert.equal((await evidence(student)).body.pieces.length, 2);
    });
  });
});
