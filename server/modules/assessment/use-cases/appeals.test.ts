import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import fc from "fast-check";
import type { Caller } from "../../../platform/http/caller.ts";
import { demo, demoId } from "../../identity/index.ts";
import { people } from "../../practice/testing/practice-class.ts";
import { certifiedClass, holding } from "../testing/certified-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";
import { plantPieces } from "../testing/plant-pieces.ts";

const daySeconds = 86_400;
const profile = { role: "R1", echelon: "E1" };
/** A season that nobody played: only where evidence is said to come from. */
const context = "01900000-0000-7000-8000-00000000c0de";

suite("an appeal", () => {
  let house: EvidenceHouse;
  let here: ReturnType<typeof certifiedClass>;
  const head = holding(demoId("head"), demo.school.id, "head");
  const officer = holding(demoId("association officer"), demo.association.id, "officer");
  before(async () => {
    house = await evidenceHouse();
    here = certifiedClass(house);
  });
  after(() => house.stop());

  const decide = async (place: number) => {
    const { body, code } = await house.call(
      people.teacher,
      "POST /assessment/classes/:class/decisions",
      { where: { class: house.classId }, body: { ...profile, person: demo.student(place) } },
    );
    return { decision: body, code };
  };
  const make = (caller: Caller, decision: string) =>
    house.call(caller, "POST /assessment/decisions/:decision/appeal", {
      where: { decision },
      body: { ground: "evidence-wrong", text: "A mark is not mine." },
    });
  const file = (caller: Caller, appeal: string) =>
    house.call(caller, "GET /assessment/appeals/:appeal", { where: { appeal } });
  const answer = (
    caller: Caller,
    appeal: string,
    found: { voids?: string[]; raters?: number[]; isReadAgain?: boolean } | null,
  ) =>
    house.call(caller, "POST /assessment/appeals/:appeal/answer", {
      where: { appeal },
      body:
        found === null
          ? { outcome: "dismissed", text: "It is as it was decided." }
          : {
              outcome: "upheld",
              text: "So it is.",
              voids: [],
              raters: [],
              isReadAgain: false,
              ...found,
            },
    });
  const goOn = (caller: Caller, appeal: string) =>
    house.call(caller, "POST /assessment/appeals/:appeal/second-step", {
      where: { appeal },
      body: { text: "I do not accept it." },
    });
  const plant = (place: number, rater: string) =>
    plantPieces(house.app.means, {
      person: demo.student(place),
      competencies: ["C01", "K05"],
      context,
      pieces: 2,
      rater,
    });
  const rowsOf = async (decision: string) => {
    const { rows } = await house.fresh.owner.pool.query(
      `select d.*, g.competencies, g.pieces from assessment.decision d
       left join assessment.decision_grounds g on g.decision_id = d.id where d.id = $1`,
      [decision],
    );
    return rows;
  };
  /** Who sits on a panel, by what their names are here. */
  const members = (names: readonly (string | null)[]): Caller[] => {
    const known = new Map<string | null, Caller>([
      ["沈国良", head],
      ["周岚", people.teacher],
      ["方正平", here.mentor],
      ["吴小溪", here.otherMentor],
      ["钱思敏", officer],
    ]);
    return names.map((name) => known.get(name) ?? assert.fail(`nobody is called ${name}`));
  };

  test("is decided by who took no part, and leaves the old decision as it was", async () => {
    await plant(0, here.mentor.person);
    const student = people.student(0);
    const { decision } = await decide(0);
    const old = await rowsOf(decision.id);
    assert.equal((await make(people.student(1), decision.id)).code, "assessment/no-such-decision");
    const { body: appeal } = await make(student, decision.id);
    assert.equal((await make(student, decision.id)).code, "assessment/appeal-made");
    assert.deepEqual(appeal.may, ["withdraw"]);
    assert.equal((await decide(0)).code, "assessment/appeal-open", "it waits for its answer");

    const seen = (await file(student, appeal.id)).body;
    assert.equal(seen.isWhole, true, "the file is what was decided on");
    assert.equal(seen.pieces.length, 4);
    assert.deepEqual(
      seen.raters.map(({ number, name }) => [number, name]),
      [[1, null]],
      "raters have numbers",
    );
    assert.equal((await file(people.student(1), appeal.id)).code, "assessment/no-such-appeal");
    assert.equal((await answer(people.teacher, appeal.id, null)).code, "assessment/took-part");
    assert.equal((await file(here.mentor, appeal.id)).code, "assessment/no-such-appeal");
    const waiting = (await house.call(head, "GET /assessment/appeals")).body;
    assert.deepEqual(waiting.find(({ id }) => id === appeal.id)?.may, ["answer"]);
    assert.equal(
      (await answer(head, appeal.id, { voids: [context] })).code,
      "assessment/not-in-file",
    );
    house.clock.advance(daySeconds);
    const { body: ended } = await answer(head, appeal.id, { raters: [1] });
    assert.equal(ended.state, "upheld");
    assert.equal((await answer(head, appeal.id, null)).code, "assessment/appeal-ended");

    const revised = ended.revised?.id ?? assert.fail("it was decided anew");
    const [row] = await rowsOf(revised);
    assert.equal(row.revises, decision.id);
    assert.notEqual(row.evidence_hash, decision.evidenceHash, "what was voided does not count");
    assert.deepEqual(await rowsOf(decision.id), old);
    assert.equal((await make(student, revised)).code, "assessment/appeal-made");
    const after = (await file(student, appeal.id)).body;
    assert.equal(after.pieces.filter(({ state }) => state === "contested").length, 2);
  });

  test("comes within fifteen days, and its second step too", async () => {
    const { decision } = await decide(2);
    const { decision: other } = await decide(3);
    house.clock.advance(15 * daySeconds);
    const { body: appeal } = await make(people.student(2), decision.id);
    house.clock.advance(daySeconds);
    const late = await make(people.student(3), other.id);
    assert.equal(late.code, "assessment/appeal-too-late");
    assert.equal((await goOn(people.student(2), appeal.id)).code, "assessment/appeal-open");
    await answer(head, appeal.id, null);
    house.clock.advance(16 * daySeconds);
    const tooLate = await goOn(people.student(2), appeal.id);
    assert.equal(tooLate.code, "assessment/appeal-too-late");
  });

  test("that nobody answers in ten days is told as late to those who must", async () => {
    const { decision } = await decide(4);
    const { body: appeal } = await make(people.student(4), decision.id);
    house.clock.advance(10 * daySeconds);
    assert.equal((await file(head, appeal.id)).body.appeal.isOverdue, false);
    house.clock.advance(daySeconds);
    const listed = (await house.call(head, "GET /assessment/appeals")).body;
    assert.equal(listed.find(({ id }) => id === appeal.id)?.isOverdue, true);
    const withdrawn = await house.call(
      people.student(4),
      "POST /assessment/appeals/:appeal/withdraw",
      { where: { appeal: appeal.id } },
    );
    assert.equal(withdrawn.code, null);
    assert.equal((await decide(4)).code, null, "nothing waits any more");
  });

  test("goes on to a panel of three, blind to each other, and ends there", async () => {
    await plant(5, "01900000-0000-7000-8000-0000000000ab");
    const student = people.student(5);
    const { decision } = await decide(5);
    const { body: first } = await make(student, decision.id);
    // Another head decides the first step: the demonstration's only one is to sit on the panel.
    const { head: otherHead } = here;
    await answer(otherHead, first.id, null);
    const { body: second } = await goOn(student, first.id);
    assert.deepEqual(
      second.seats.map(({ side, name }) => [side, name !== null]),
      [
        ["school", true],
        ["enterprise", true],
        ["association", true],
      ],
    );
    const panel = members(second.seats.map(({ name }) => name));
    assert.ok(!panel.some(({ person }) => person === people.teacher.person), "the teacher decided");
    const seen = (await file(panel[0]!, second.id)).body;
    assert.equal(seen.raters.length, 1);
    assert.notEqual(seen.raters[0]?.name, null, "a panel knows the raters");
    assert.equal((await file(student, second.id)).body.raters[0]?.name, null);
    const [piece] = seen.pieces;
    await answer(panel[0]!, second.id, { voids: [piece!.id] });
    const between = (await file(panel[1]!, second.id)).body.appeal;
    assert.deepEqual(between.answers, []);
    assert.deepEqual(
      between.seats.map(({ hasAnswered }) => hasAnswered),
      [true, false, false],
    );
    await answer(panel[1]!, second.id, { voids: [piece!.id] });
    const { body: ended } = await answer(panel[2]!, second.id, null);
    assert.equal(ended.state, "upheld", "two of three");
    assert.equal(ended.answers.length, 3);
    assert.equal((await goOn(student, second.id)).code, "assessment/appeal-final");
    assert.equal((await goOn(student, first.id)).code, "assessment/appeal-made");
  });

  test("has another member drawn where one must not decide", async () => {
    const student = people.student(6);
    const { decision } = await decide(6);
    const { body: first } = await make(student, decision.id);
    await answer(here.head, first.id, null);
    const { body: second } = await goOn(student, first.id);
    const enterprise = second.seats.find(({ side }) => side === "enterprise")!;
    const [member] = members([enterprise.name]);
    const left = await house.call(member!, "POST /assessment/appeals/:appeal/recusal", {
      where: { appeal: second.id },
      body: { text: "A cousin of mine." },
    });
    assert.equal(left.code, null);
    assert.equal((await file(member!, second.id)).code, "assessment/no-such-appeal");
    const now = (await file(student, second.id)).body.appeal.seats;
    const next = now.find(({ side }) => side === "enterprise")!;
    assert.ok(next.name !== null && next.name !== enterprise.name);
    const [second_] = members([next.name]);
    await house.call(second_!, "POST /assessment/appeals/:appeal/recusal", {
      where: { appeal: second.id },
      body: { text: "Nor may I." },
    });
    const empty = (await file(student, second.id)).body.appeal.seats;
    assert.equal(empty.find(({ side }) => side === "enterprise")?.name, null);
    assert.ok((await file(head, second.id)).body.appeal.may.includes("fill-seats"));
    const filled = await house.call(head, "POST /assessment/appeals/:appeal/seats", {
      where: { appeal: second.id },
    });
    assert.equal(filled.code, "assessment/nobody-for-seat");
  });

  test("that changes what was certified has the credential put up for revocation", async () => {
    const student = people.student(7);
    const decision = await here.plantPass(student.person);
    const credential = await here.certify(decision, student);
    const { body: appeal } = await make(student, decision);
    const { body: ended } = await answer(head, appeal.id, {});
    assert.equal(ended.revised?.verdict, "not-yet", "the pass was planted");
    const { body: asked } = await house.call(here.operator, "GET /revocations");
    const own = asked.find((one) => one.credential === credential);
    assert.equal(own?.state, "asked");
    await house.call(here.operator, "POST /revocations/:credential", {
      where: { credential },
      body: { isConfirmed: true },
    });
    const held = (await house.call(student, "GET /me/credentials")).body.credentials;
    assert.equal(held.find(({ id }) => id === credential)?.state, "revoked");
  });

  test("whatever is found, changes no decision that was taken", async () => {
    await plant(8, here.mentor.person);
    const student = people.student(8);
    // Who decided an appeal has a hand in what is decided after it: every time another head.
    let heads = 0;
    const found = fc.option(
      fc.record({ some: fc.nat(3), raters: fc.subarray([1]), isReadAgain: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(found, async (of) => {
        const { decision } = await decide(8);
        const before = await rowsOf(decision.id);
        const { body: appeal } = await make(student, decision.id);
        heads += 1;
        const other = holding(
          `01900000-0000-7000-8000-0000000001${heads + 10}`,
          demo.school.id,
          "head",
        );
        const { pieces, raters } = (await file(other, appeal.id)).body;
        const voids = pieces.slice(0, of?.some ?? 0).map(({ id }) => id);
        const wish = of && {
          voids,
          raters: raters.length > 0 ? of.raters : [],
          isReadAgain: of.isReadAgain,
        };
        const { code, body } = await answer(other, appeal.id, wish);
        assert.equal(code, null);
        assert.equal(body.revised === null, of === null);
        assert.deepEqual(await rowsOf(decision.id), before);
        house.clock.advance(60);
      }),
      { numRuns: 6 },
    );
  });
});
