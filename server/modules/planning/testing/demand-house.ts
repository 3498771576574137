/** An association, a government and an enterprise with their planners, for tests of demand. */
import assert from "node:assert/strict";
import { manualClock } from "../../../platform/clock/clock.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { freshApp } from "../../../platform/testing/fresh-app.ts";
import { identityModule } from "../../identity/index.ts";
import { plantOrganisation, plantPerson } from "../../identity/testing/people.ts";
import { upload } from "../../identity/testing/upload.ts";
import { planningModule } from "../index.ts";

/** A survey's table as people hand it in: a merged title above, widths and odd cells in it. */
export const surveyFile = [
  "浙江省跨境电商岗位需求表,,,,,,",
  "职位名称,公司名称,工作城市,薪资,经验,招聘人数,发布日期,职位描述",
  "亚马逊运营专员,甲贸易有限公司,杭州,6千-1万,1-3年,２,2026-10-12,负责亚马逊店铺日常运营和关键词优化",
  "亚马逊运营专员（急聘）,甲贸易有限公司,杭州市,6千-1万,1-3年,2,2026-10-20,负责亚马逊店铺日常运营和关键词优化",
  "外贸业务员,乙进出口公司,义乌,8千-1.2万,3-5年,50,2026-11-02,开发外贸客户，询盘报价，签订合同，跟进信用证",
  "跨境客服,丙公司,武汉,面议,不限,1,2026-11-03,英语客服，在亚马逊等跨境电商平台回复邮件，处理退换货与售后",
  "报关员,丁公司,宁波,4千-6千,1年以下,-3,2026-11-03,负责报关与单证",
  "海外仓主管,戊公司,宁波,1万-1.5万,5-10年,1,03/04/2026,海外仓管理",
  ",己公司,宁波,1万,,1,2026-11-04,无标题",
  "会计,庚公司,杭州,6千-8千,1-3年,1,2026-11-05,负责账务处理与报税",
].join("\n");

export type DemandHouse = Awaited<ReturnType<typeof openDemandHouse>>;

export async function openDemandHouse() {
  const app = await freshApp({
    modules: [identityModule, planningModule],
    clock: manualClock(new Date("2026-11-30T08:00:00Z")),
  });
  const { means } = app.app;
  const association = await plantOrganisation(means, "association", "guild");
  const government = await plantOrganisation(means, "government", "bureau");
  const enterprise = await plantOrganisation(means, "enterprise", "cups");
  const school = await plantOrganisation(means, "school", "north");
  const planner = await plantPerson(means, association, { role: "planner" });
  const { pool } = app.fresh.owner;
  const { id } = association;

  const preview = (bytes: Uint8Array | string, fields = {}, caller: Caller = planner) =>
    upload(app, {
      caller,
      path: `/planning/organisations/${id}/imports`,
      fileName: "postings.csv",
      bytes: typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes,
      fields: { source: "Survey", ...fields },
    });
  const commit = (importId: string, leavesOutFaulty = true) =>
    app.call(planner, "POST /planning/organisations/:organisation/imports/:import/commit", {
      where: { organisation: id, import: importId },
      body: { leavesOutFaulty },
    });
  return {
    app,
    association,
    enterprise,
    planner,
    colleague: await plantPerson(means, association, { role: "officer" }),
    bureaucrat: await plantPerson(means, government, { role: "planner" }),
    officer: await plantPerson(means, enterprise, { role: "officer" }),
    head: await plantPerson(means, school, { role: "head" }),
    preview,
    commit,
    /** Preview, commit, settle. */
    async takeIn(bytes: Uint8Array | string, fields = {}) {
      const seen = await preview(bytes, fields);
      assert.equal(seen.status, 200, JSON.stringify(seen.body));
      const taken = await commit(seen.body.id);
      assert.equal(taken.status, 200, JSON.stringify(taken.body));
      await app.runJobs();
      return seen.body.id as string;
    },
    postings: async (asks = {}) =>
      (
        await app.call(planner, "GET /planning/organisations/:organisation/postings", {
          where: { organisation: id },
          asks: { limit: "200", ...asks },
        })
      ).body,
    need: async (caller: Caller = planner, asks = {}) =>
      (await app.call(caller, "GET /planning/need", { asks })).body,
    rows: async (text: string) => (await pool.query(text)).rows as Record<string, unknown>[],
    async clear() {
      await pool.query(
        "truncate planning.label, planning.posting, planning.import, planning.source, " +
          "planning.model, planning.coverage, planning.stock, planning.people_order",
      );
      await pool.query("truncate platform.bucket");
    },
  };
}
