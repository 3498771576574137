import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { ForeignReading } from "@echelon/contract/assessment/foreign-frameworks.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { demo } from "../../identity/index.ts";
import { upload } from "../../identity/testing/upload.ts";
import { people } from "../../practice/testing/practice-class.ts";
import { holding } from "../testing/certified-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";

const link = (identifier: string) => ({ title: identifier, identifier, uri: identifier });
const packageOf = (license: string | null) => ({
  CFDocument: {
    identifier: "doc",
    title: "Their framework",
    creator: "Somebody",
    language: null,
    ...(license === null ? {} : { licenseURI: link(license) }),
  },
  CFItems: [
    { identifier: "top", fullStatement: "Above", humanCodingScheme: "T" },
    { identifier: "low", fullStatement: "Below", humanCodingScheme: "T.1" },
  ],
  CFAssociations: [
    { associationType: "isChildOf", originNodeURI: link("low"), destinationNodeURI: link("top") },
  ],
});

suite("frameworks of others", () => {
  let house: EvidenceHouse;
  const head = holding("01900000-0000-7000-8000-0000000000dd", demo.school.id, "head");
  const operator = holding("01900000-0000-7000-8000-0000000000ee", demo.operator.id, "operator");
  const foreign = holding("01900000-0000-7000-8000-0000000000df", demo.association.id, "officer");
  before(async () => {
    house = await evidenceHouse();
  });
  after(() => house.stop());

  const send = async (
    caller: Caller,
    value: unknown,
    does: "look" | "take",
    organisation: string = demo.school.id,
  ) => {
    const { status, body } = await upload(house, {
      caller,
      path: "/assessment/foreign-frameworks",
      fileName: "package.json",
      bytes: new TextEncoder().encode(JSON.stringify(value)),
      fields: { organisation, does },
    });
    return { status, body: body as ForeignReading & { readonly code?: string } };
  };
  const list = async (caller: Caller) =>
    (await house.call(caller, "GET /assessment/foreign-frameworks")).body.frameworks;

  test("are taken in by who answers for a school, once, and tell what is odd", async () => {
    const file = packageOf("CC BY 4.0");
    assert.equal((await send(people.teacher, file, "look")).body.code, "platform/not-allowed");
    assert.equal((await send(foreign, file, "look")).body.code, "platform/not-allowed");
    const own = await send(foreign, file, "look", demo.association.id);
    assert.equal(own.body.code, "platform/not-allowed", "an association keeps none");
    const looked = (await send(head, file, "look")).body;
    assert.deepEqual([looked.title, looked.items, looked.id], ["Their framework", 2, null]);
    assert.ok(
      looked.odd.some(({ code, where }) => code === "null" && where === "CFDocument/language"),
    );
    assert.deepEqual(await list(head), []);
    const taken = (await send(head, file, "take")).body;
    const again = (await send(head, file, "take")).body;
    assert.ok(taken.id !== null && again.isKnown && again.id === taken.id);
    assert.equal((await list(people.teacher)).length, 1);
    assert.deepEqual(await list(foreign), []);
  });

  test("are refused as a circle, and as what is no package", async () => {
    const file = packageOf(null);
    const circle = {
      associationType: "isChildOf",
      originNodeURI: link("top"),
      destinationNodeURI: link("low"),
    };
    const refused = await send(
      head,
      { ...file, CFAssociations: [...file.CFAssociations, circle] },
      "take",
    );
    assert.equal(refused.body.code, "assessment/case-circle");
    assert.equal((await send(head, [1], "take")).body.code, "assessment/case-unreadable");
  });

  test("are mapped to ours, and passed on as addresses where the license is open", async () => {
    const [one] = await list(head);
    const where = { framework: one!.id };
    const map = (caller: Caller, item: string, competency: string, relation: "exact" | null) =>
      house.call(caller, "PUT /assessment/foreign-frameworks/:framework/mappings", {
        where,
        body: { item, competency, relation, note: "alike" },
      });
    assert.equal((await map(people.teacher, "low", "C02", "exact")).code, "platform/not-allowed");
    assert.equal((await map(foreign, "low", "C02", "exact")).code, "assessment/no-such-framework");
    assert.equal((await map(head, "gone", "C02", "exact")).code, "assessment/no-such-framework");
    assert.equal((await map(head, "low", "Z99", "exact")).code, "assessment/unknown-competency");
    assert.equal((await map(head, "low", "C02", "exact")).code, null);
    const { body } = await house.call(
      people.teacher,
      "GET /assessment/foreign-frameworks/:framework",
      {
        where,
      },
    );
    assert.deepEqual(
      body.tree.map(({ id, depth }) => [id, depth]),
      [
        ["top", 0],
        ["low", 1],
      ],
    );
    assert.deepEqual(body.mappings, [
      { item: "low", competency: "C02", relation: "exact", note: "alike" },
    ]);
    const links = await house.call(
      people.teacher,
      "GET /assessment/foreign-frameworks/:framework/mappings",
      { where },
    );
    assert.match(links.body.text, /exactMatchOf/);
    assert.doesNotMatch(links.body.text, /Below|Their framework/);
    const mapped = (caller: Caller) =>
      house.call(caller, "GET /assessment/competencies/:competency/foreign-mappings", {
        where: { competency: "C02" },
      });
    const told = { framework: one!.id, title: "Their framework", item: "low", code: "T.1" };
    const alike = { statement: "Below", relation: "exact", note: "alike" };
    assert.deepEqual((await mapped(people.student(0))).body, [{ ...told, ...alike }]);
    assert.deepEqual((await mapped(foreign)).body, [], "another's school is not looked into");
    assert.equal((await map(head, "low", "C02", null)).code, null);
    assert.deepEqual((await mapped(head)).body, []);
    assert.equal((await list(head))[0]?.mapped, 0);
  });

  test("are read once: whoever looks again reads what was read", async () => {
    const [one] = await list(head);
    const where = { framework: one!.id };
    const look = () => house.call(head, "GET /assessment/foreign-frameworks/:framework", { where });
    const first = (await look()).body;
    const { pool } = house.fresh.owner;
    const kept = await pool.query<{ content: Buffer }>(
      "select content from assessment.foreign_framework where id = $1",
      [one!.id],
    );
    const put = (content: Buffer) =>
      pool.query("update assessment.foreign_framework set content = $2 where id = $1", [
        one!.id,
        content,
      ]);
    await put(Buffer.from("nothing that can be read"));
    assert.deepEqual((await look()).body, first);
    await put(kept.rows[0]!.content);
  });

  test("of the operator are for all, and a closed license lets nothing be passed on", async () => {
    const { body } = await send(
      operator,
      packageOf("All rights reserved"),
      "take",
      demo.operator.id,
    );
    const where = { framework: body.id! };
    for (const caller of [head, people.teacher, foreign])
      assert.ok((await list(caller)).some(({ id }) => id === body.id));
    const { code } = await house.call(
      head,
      "GET /assessment/foreign-frameworks/:framework/mappings",
      { where },
    );
    assert.equal(code, "assessment/license-closed");
    const drop = (caller: Caller) =>
      house.call(caller, "DELETE /assessment/foreign-frameworks/:framework", { where });
    assert.equal((await drop(head)).code, "assessment/no-such-framework");
    assert.equal((await drop(operator)).code, null);
    assert.ok(!(await list(head)).some(({ id }) => id === body.id));
  });
});
