import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, before, beforeEach, suite, test } from "node:test";
import { type DemandHouse, openDemandHouse, surveyFile } from "../testing/demand-house.ts";

const real = new URL("../../../../../shared/data/jobs/zhaopin-wuhan-media.jsonl", import.meta.url);
const reason = "the real postings are not beside this clone";

suite("demand", () => {
  let house: DemandHouse;
  before(async () => {
    house = await openDemandHouse();
  });
  after(() => house.app.stop());
  beforeEach(() => house.clear());

  test("a table is told by row and column before anything counts", async () => {
    const { status, body } = await house.preview(surveyFile);
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(body.counts, { rows: 8, taken: 5, refused: 3, seen: 0 });
    assert.deepEqual(
      body.problems.map(({ row, column, code }: Record<string, unknown>) => [row, column, code]),
      [
        [7, "招聘人数", "openings-unreadable"],
        [8, "发布日期", "date-ambiguous"],
        [9, "职位名称", "title-missing"],
      ],
    );
    assert.deepEqual(body.outside, [{ city: "武汉", rows: 1 }]);
    assert.equal(body.mapping.title, "职位名称");
    assert.deepEqual((await house.need()).cells, []);
    const refused = await house.commit(body.id, false);
    assert.equal(refused.code, "planning/import-rows");
    assert.deepEqual((await house.commit(body.id)).body.counts, body.counts);
    assert.equal((await house.commit(body.id)).code, "planning/import-committed");
  });

  test("doubles weigh one in sum, what is not of the trade gets no role", async () => {
    await house.takeIn(surveyFile);
    const { items } = await house.postings();
    const shown = items.map(({ title, isRelevant, role, groupSize }) => {
      return [title, isRelevant, role, groupSize];
    });
    assert.deepEqual(shown, [
      ["亚马逊运营专员", true, "R1", 2],
      ["亚马逊运营专员(急聘)", true, "R1", 2],
      ["外贸业务员", true, "R5", 1],
      ["跨境客服", true, "R3", 1],
      ["会计", false, null, 1],
    ]);
    assert.deepEqual(items[2]?.flags, ["openings-many"]);
    assert.ok(items[0]?.reasons.gateWords.includes("亚马逊"));
    assert.ok((items[0]?.reasons.roles[0]?.words.length ?? 0) > 0);
    const { cells } = await house.need(house.planner, { quarter: "2026Q4" });
    const cell = cells.find(({ city, family }) => city === "330100" && family === "F1");
    assert.deepEqual([cell?.postings, cell?.raw, cell?.adjusted], [2, 4, 2]);
    assert.equal(cells.find(({ city }) => city === "330700")?.raw, 20);
  });

  test("a file counts once, whoever hands it in again", async () => {
    const first = await house.takeIn(surveyFile);
    const again = await house.preview(surveyFile);
    assert.equal(again.code, "planning/import-seen");
    assert.equal(again.body.facts?.import, first);
  });

  test("the order of rows changes nothing of what is needed", async () => {
    await house.takeIn(surveyFile);
    const before = await house.need(house.planner, { quarter: "2026Q4" });
    await house.clear();
    const [title = "", heading = "", ...rows] = surveyFile.split("\n");
    await house.takeIn([title, heading, ...rows.toReversed()].join("\n"));
    assert.deepEqual(await house.need(house.planner, { quarter: "2026Q4" }), before);
  });

  test("how columns were read is remembered with their source", async () => {
    const odd = "A,B\n亚马逊运营,杭州\n";
    const blind = await house.preview(odd, { source: "Bureau" });
    assert.equal(blind.body.counts.rows, 0);
    assert.equal((await house.commit(blind.body.id)).code, "planning/import-columns");
    const mapping = JSON.stringify({ title: "A", city: "B" });
    await house.takeIn(odd, { source: "Bureau", mapping });
    const next = await house.preview("A,B\n外贸业务员,宁波\n", { source: "Bureau" });
    assert.deepEqual(next.body.mapping, { title: "A", city: "B" });
    assert.equal(next.body.counts.taken, 1);
  });

  test(
    "every real posting is accounted for",
    { skip: existsSync(real) ? false : reason },
    async () => {
      const id = await house.takeIn(readFileSync(real), { source: "Portal" });
      const { body } = await house.app.call(
        house.planner,
        "GET /planning/organisations/:organisation/imports/:import",
        { where: { organisation: house.association.id, import: id } },
      );
      assert.deepEqual(body.counts, { rows: 814, taken: 814, refused: 0, seen: 0 });
      assert.equal(body.state, "settled");
      assert.deepEqual(body.outside, [{ city: "武汉", rows: 814 }]);
      const relevant = (await house.postings({ show: "relevant" })).items;
      // Twenty-two by the first list of words, and two more since it has 国际站.
      assert.equal(relevant.length, 24);
      const [sums] = await house.rows(
        `select count(*)::int as rows, sum(1.0 / group_size)::float8 as weight,
         count(distinct group_id)::int as groups from planning.posting`,
      );
      assert.equal(sums?.["rows"], 814);
      assert.ok(Math.abs(Number(sums?.["weight"]) - Number(sums?.["groups"])) < 1e-6);
    },
  );
});
