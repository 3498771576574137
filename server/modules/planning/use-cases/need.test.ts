import assert from "node:assert/strict";
import { after, before, beforeEach, suite, test } from "node:test";
import { labelsMin } from "@echelon/contract/planning/posting-limits.ts";
import { type DemandHouse, openDemandHouse, surveyFile } from "../testing/demand-house.ts";

const quarter = "2026Q4";

/** Vacancies of one enterprise for store operation in Hangzhou, each of its own. */
const table = (rows: number) =>
  ["职位名称,公司名称,工作城市,招聘人数,发布日期"]
    .concat(
      Array.from(
        { length: rows },
        (_, at) => `亚马逊运营专员${at},cups（中文）,杭州,3,2026-11-0${at + 1}`,
      ),
    )
    .join("\n");

suite("the need of a region", () => {
  let house: DemandHouse;
  before(async () => {
    house = await openDemandHouse();
  });
  after(() => house.app.stop());
  beforeEach(() => house.clear());

  const cellOf = async (caller = house.planner) =>
    (await house.need(caller, { quarter })).cells.find(
      ({ city, family, echelon }) => city === "330100" && family === "F1" && echelon === "E1",
    );

  test("is told to planners whole, and to others without cells of a few postings", async () => {
    await house.takeIn(surveyFile);
    assert.equal((await cellOf())?.isHidden, false);
    assert.equal((await cellOf(house.bureaucrat))?.raw, 4);
    for (const outsider of [house.officer, house.head]) {
      const seen = await house.need(outsider, { quarter });
      assert.equal(seen.isPlanner, false);
      assert.ok(seen.cells.length > 0);
      for (const { isHidden, raw, adjusted, stock, postings } of seen.cells)
        assert.deepEqual(
          [isHidden, raw, adjusted, stock, postings],
          [true, null, null, null, null],
        );
    }
    await house.takeIn(table(6), { source: "Fair" });
    const told = await cellOf(house.officer);
    assert.equal(told?.isHidden, false);
    assert.equal(told?.raw, (await cellOf())?.raw);
  });

  test("rows stay with whoever brought them in", async () => {
    await house.takeIn(surveyFile);
    const { status } = await house.app.call(
      house.bureaucrat,
      "GET /planning/organisations/:organisation/postings",
      { where: { organisation: house.association.id } },
    );
    assert.equal(status, 404);
    const [kept] = await house.rows("select p::text as row from planning.posting p limit 1");
    assert.ok(String(kept?.["row"]).includes("亚马逊"));
    assert.ok(!String(kept?.["row"]).includes("贸易有限公司"));
  });

  test("counts ordered people apart, and takes them from that enterprise's postings", async () => {
    await house.takeIn(table(6));
    const before = await cellOf();
    const order = await house.app.call(
      house.officer,
      "POST /planning/organisations/:organisation/orders",
      {
        where: { organisation: house.enterprise.id },
        body: {
          city: "330100",
          role: "R1",
          echelon: "E1",
          people: 7,
          dueOn: "2026-12-20",
          note: "",
        },
      },
    );
    assert.equal(order.status, 200, JSON.stringify(order.body));
    const during = await cellOf();
    assert.equal(during?.raw, before?.raw);
    assert.equal(during?.ordered, 7);
    assert.equal(during?.adjusted, (before?.adjusted ?? 0) - 7);
    const { status } = await house.app.call(
      house.officer,
      "DELETE /planning/organisations/:organisation/orders/:peopleOrder",
      { where: { organisation: house.enterprise.id, peopleOrder: order.body.id } },
    );
    assert.equal(status, 204);
    assert.equal((await cellOf())?.adjusted, before?.adjusted);
  });

  test("follows a survey where there is one, and openings where there is none", async () => {
    await house.takeIn(table(6));
    const bare = await cellOf();
    assert.equal(bare?.way, "openings");
    // A half-year's openings are twice the mean of four quarters; 5 % leave and 2 % are new.
    assert.ok(Math.abs((bare?.stock ?? 0) - (2 * ((bare?.adjusted ?? 0) / 4)) / 0.07) < 1e-6);
    const body = { city: "330100", family: "F1", echelon: "E1", quarter, people: 900 };
    assert.equal(
      (await house.app.call(house.bureaucrat, "PUT /planning/stock", { body })).status,
      204,
    );
    assert.equal(
      (await house.app.call(house.officer, "PUT /planning/stock", { body })).status,
      403,
    );
    const surveyed = await cellOf();
    assert.deepEqual([surveyed?.way, surveyed?.stock], ["survey", 900]);
  });

  test("grows by what a source does not show", async () => {
    await house.takeIn(table(6));
    const before = await cellOf();
    const [source] = await house.rows("select id from planning.source");
    const { status } = await house.app.call(house.planner, "PUT /planning/coverage", {
      body: {
        source: String(source?.["id"]),
        city: "330100",
        quarter,
        surveyed: 60,
        posted: 20,
      },
    });
    assert.equal(status, 204);
    assert.equal((await cellOf())?.adjusted, (before?.adjusted ?? 0) * 3);
  });

  test("is learned anew from what people say, as a new version", async () => {
    await house.takeIn(table(9));
    const retrain = (caller = house.planner) => house.app.call(caller, "POST /planning/model");
    assert.equal((await retrain()).code, "planning/too-few-labels");
    const { items } = await house.postings();
    const label = (posting: string, caller = house.planner, role = "R2") =>
      house.app.call(caller, "PUT /planning/organisations/:organisation/postings/:posting/label", {
        where: { organisation: house.association.id, posting },
        body: { isRelevant: true, role, echelon: "E2" },
      });
    for (const { id } of items.slice(0, labelsMin - 2)) await label(id);
    const said = await label(items[0]!.id, house.colleague);
    assert.deepEqual([said.body.role, said.body.echelon, said.body.labels], ["R2", "E2", 2]);
    await label(items[8]!.id, house.colleague);
    const model = await retrain();
    assert.equal(model.status, 200, JSON.stringify(model.body));
    assert.deepEqual([model.body.version, model.body.newLabels, model.body.pairs], [1, 0, 1]);
    assert.equal(model.body.hitShare, null);
    await house.app.runJobs();
    const after = (await house.postings()).items;
    assert.ok(after.every(({ model: version }) => version === 1));
    assert.ok(after.every(({ role, isQueued }) => role === "R2" && !isQueued));
    // What was learned shows in a posting that nobody labeled.
    await house.takeIn("职位名称,城市\n亚马逊运营专员99,宁波\n", { source: "Later" });
    const later = (await house.postings({ city: "330200" })).items[0];
    assert.ok(later?.reasons.roles.some(({ role }) => role === "R2"));
  });

  test("comes by parts as well, each row with its number", async () => {
    const opened = await house.app.call(
      house.planner,
      "POST /planning/organisations/:organisation/streams",
      { where: { organisation: house.association.id }, body: { source: "Program" } },
    );
    const where = { organisation: house.association.id, import: opened.body.id };
    const add = (postings: Record<string, string>[]) =>
      house.app.call(
        house.planner,
        "POST /planning/organisations/:organisation/imports/:import/postings",
        { where, body: { postings } },
      );
    await add([{ id: "a", title: "亚马逊运营", city: "杭州" }, { title: "" }]);
    const second = await add([{ id: "a", title: "亚马逊运营", city: "杭州" }]);
    assert.deepEqual(second.body.counts, { rows: 3, taken: 2, refused: 1, seen: 0 });
    const taken = await house.commit(opened.body.id);
    assert.deepEqual(taken.body.counts, { rows: 3, taken: 1, refused: 1, seen: 1 });
    assert.equal((await add([{ title: "亚马逊运营" }])).code, "planning/import-committed");
    await house.app.runJobs();
    assert.equal((await house.postings()).items.length, 1);
  });

  test("knows an enterprise's own vacancy by its name", async () => {
    const { status, body } = await house.app.call(
      house.officer,
      "POST /planning/organisations/:organisation/vacancies",
      {
        where: { organisation: house.enterprise.id },
        body: {
          title: "亚马逊运营专员0",
          description: "",
          city: "杭州",
          salary: "",
          experience: "",
          education: "",
          openings: 3,
        },
      },
    );
    assert.equal(status, 200, JSON.stringify(body));
    await house.takeIn(table(1));
    const groups = await house.rows("select distinct group_id, group_size from planning.posting");
    assert.deepEqual(
      groups.map(({ group_size }) => group_size),
      [2],
    );
  });
});
