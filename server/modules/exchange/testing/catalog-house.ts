/** An enterprise with a mentor, and those who look at it, for tests of catalogues. */
import assert from "node:assert/strict";
import { strToU8 } from "fflate";
import type { Caller } from "../../../platform/http/caller.ts";
import { freshApp } from "../../../platform/testing/fresh-app.ts";
import { identityModule } from "../../identity/index.ts";
import { plantOrganisation, plantPerson } from "../../identity/testing/people.ts";
import { upload } from "../../identity/testing/upload.ts";
import { exchangeModule } from "../index.ts";

/** A shop's export: a product of two variants and one of one. */
export const shopFile = strToU8(
  [
    "Handle,Title,Variant SKU,Variant Price,Option1 Name,Option1 Value,Body (HTML),Season",
    'cup,Insulated cup,C-RED,12.50,Color,Red,"<p>Keeps <b>hot</b></p>",2026',
    "cup,,C-BLUE,13.00,,Blue,,",
    "scarf,Silk scarf,SC-1,30.00,Title,Default Title,,",
  ].join("\r\n"),
);

/** One sound product, one with its SKU, and one whose price is a word. */
export const faultyFile = strToU8(
  [
    "Handle,Title,Variant SKU,Variant Price",
    "a,Lamp,L-1,20",
    "b,Bowl,L-1,9",
    "c,Plate,P-1,cheap",
  ].join("\n"),
);

export type CatalogHouse = Awaited<ReturnType<typeof openCatalogHouse>>;

export async function openCatalogHouse() {
  const app = await freshApp({ modules: [identityModule, exchangeModule] });
  const { means } = app.app;
  const enterprise = await plantOrganisation(means, "enterprise", "cups");
  const other = await plantOrganisation(means, "enterprise", "lamps");
  const school = await plantOrganisation(means, "school", "north");
  const mentor = await plantPerson(means, enterprise, { role: "mentor" });
  const { id } = enterprise;
  const { pool } = app.fresh.owner;

  const preview = (bytes: Uint8Array, fields = {}, caller: Caller = mentor) =>
    upload(app, {
      caller,
      path: `/catalogs/${id}/imports`,
      fileName: "products.csv",
      bytes,
      fields,
    });
  const commit = (importId: string, wish = {}) =>
    app.call(mentor, "POST /catalogs/:enterprise/imports/:import/commit", {
      where: { enterprise: id, import: importId },
      body: { leavesOutFaulty: false, publishes: true, ...wish },
    });
  return {
    app,
    where: { enterprise: id },
    mentor,
    rival: await plantPerson(means, other, { role: "mentor" }),
    teacher: await plantPerson(means, school, { role: "teacher" }),
    student: await plantPerson(means, school, { role: "student" }),
    preview,
    commit,
    /** Preview and commit. */
    async takeIn(bytes: Uint8Array, fields = {}, wish = {}) {
      const seen = await preview(bytes, fields);
      assert.equal(seen.status, 200, JSON.stringify(seen.body));
      return commit(seen.body.id, wish);
    },
    rows: async (table: string) => (await pool.query(`select * from exchange.${table}`)).rows,
    products: async (asks = {}, caller: Caller = mentor) =>
      (
        await app.call(caller, "GET /catalogs/:enterprise/products", {
          where: { enterprise: id },
          asks,
        })
      ).body,
    /** An empty catalogue and full buckets, for the next test. */
    async clear() {
      await pool.query("truncate platform.bucket");
      await pool.query(
        "truncate exchange.sku, exchange.product, exchange.catalog, exchange.catalog_import",
      );
    },
  };
}
