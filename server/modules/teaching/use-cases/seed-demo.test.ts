import assert from "node:assert/strict";
import { test } from "node:test";
import { freshApp } from "../../../platform/testing/fresh-app.ts";
import { studentsOf } from "../use-cases/list-students.ts";
import { demoClass } from "./seed-demo.ts";

test("the demonstration's class is whole, however often it is asked for", async () => {
  const app = await freshApp({ config: { isDemo: true } });
  try {
    const { means, modules } = app.app.house;
    const peoples = modules.filter(({ name }) =>
      ["identity", "exchange", "teaching"].includes(name),
    );
    for (const _ of ["first", "again"])
      for (const module of peoples) await module.seedDemo?.(means);
    const signed = await app.call(null, "POST /demo/sign-in", { body: { account: "teacher" } });
    const { me } = signed.body;
    const caller = {
      person: me?.id ?? "",
      locale: "zh" as const,
      roles:
        me?.memberships.map(({ organisation, role }) => ({
          organisation: organisation.id,
          role,
        })) ?? [],
    };
    const { body } = await app.call(caller, "GET /classes/:class/members", {
      where: { class: demoClass.id },
    });
    const count = (role: string) => body.filter((member) => member.role === role).length;
    assert.deepEqual(["student", "teacher", "assistant", "mentor"].map(count), [40, 1, 1, 2]);
    const students = await studentsOf(app.fresh.database, demoClass.id);
    assert.deepEqual(students.at(0), {
      person: students[0]?.person,
      name: "李明轩",
      number: "2301001",
      username: "zhijiang.2301001",
    });
    const codes = await app.call(caller, "GET /classes/:class/codes", {
      where: { class: demoClass.id },
    });
    assert.equal(codes.body[0]?.isOpen, true);
    const catalogs = await app.call(caller, "GET /catalogs");
    assert.ok(catalogs.body.length >= 12);
    assert.ok(catalogs.body.every(({ sellableSkus }) => sellableSkus > 0));
  } finally {
    await app.stop();
  }
});
