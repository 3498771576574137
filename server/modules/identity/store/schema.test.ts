import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type FreshDatabase, freshDatabase } from "../../../platform/testing/fresh-database.ts";
import { identityModule } from "../index.ts";
import { schemaDifferences } from "../testing/schema-match.ts";

suite("the tables of identity", () => {
  let fresh: FreshDatabase;
  before(async () => {
    fresh = await freshDatabase([identityModule]);
  });
  after(() => fresh.drop());

  test("are typed as the database has them", async () => {
    const file = new URL("./schema.ts", import.meta.url);
    assert.deepEqual(await schemaDifferences(fresh.owner, file), []);
  });

  test("a column more, one less and another type would be told", async () => {
    await fresh.owner.pool.query(`
      alter table identity.person add column nickname text;
      alter table identity.organisation drop column made_at;
      alter table identity.membership alter column role type varchar(20);
      alter table identity.person alter column name drop not null`);
    const file = new URL("./schema.ts", import.meta.url);
    assert.deepEqual((await schemaDifferences(fresh.owner, file)).toSorted(), [
      "identity.membership.role is character varying, declared RoleName",
      "identity.organisation.made_at is not in the database",
      "identity.person.name: null differs",
      "identity.person.nickname is not declared",
    ]);
  });
});
