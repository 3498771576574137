import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type FreshDatabase, freshDatabase } from "../../../platform/testing/fresh-database.ts";
import { identityModule } from "../../identity/index.ts";
import { schemaDifferences } from "../../identity/testing/schema-match.ts";
import { placementModule } from "../index.ts";

suite("the tables of placement", () => {
  let fresh: FreshDatabase;
  before(async () => {
    const alone = { ...placementModule, needs: ["identity"] };
    fresh = await freshDatabase([identityModule, alone]);
  });
  after(() => fresh.drop());

  test("are typed as the database has them", async () => {
    const file = new URL("./schema.ts", import.meta.url);
    assert.deepEqual(await schemaDifferences(fresh.owner, file), []);
  });
});
