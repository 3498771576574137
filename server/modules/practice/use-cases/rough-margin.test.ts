import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import {
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";

suite("choosing a product", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  test("its rough margin is the editor's reckoning at the middle price", async () => {
    const season = await runningSeason(house);
    const store = await openStore(house, season, 0);
    const student = people.student(0);
    const where = { season, store };
    const { body } = await house.call(
      student,
      "GET /practice/seasons/:season/stores/:store/catalog",
      { where },
    );
    const product = body.items.find(({ rough }) => rough !== null);
    assert.ok(product?.rough, "somebody sells something of a category that can be chosen");
    const { market, medianMinor, marginMinor } = product.rough;
    const at = { sku: product.sku, market };
    await house.call(student, "POST /practice/seasons/:season/stores/:store/decisions", {
      where,
      body: { key: season, day: 1, wishes: [{ kind: "select-product", sku: product.sku }] },
    });
    const editor = await house.call(
      student,
      "GET /practice/seasons/:season/stores/:store/products/:sku/:market",
      { where: { ...where, ...at } },
    );
    const service = editor.body.services.find(
      ({ from, costMinor }) => from === "home" && costMinor !== null,
    )!;
    const listing = { title: "A", keywords: [], text: "", attributes: {}, photoLevel: 0 as const };
    const asked = await house.call(student, "POST /practice/seasons/:season/stores/:store/check", {
      where,
      body: {
        wishes: [
          {
            kind: "set-shipping",
            ...at,
            service: service.id,
            feeMinor: 0,
            promiseDays: service.p90Days,
          },
          { kind: "publish-listing", ...at, priceMinor: medianMinor, listing },
        ],
      },
    });
    const last = asked.body.items.at(-1);
    assert.ok(last?.kind === "accepted");
    assert.equal(last.economics?.marginMinor, marginMinor);
  });
});
