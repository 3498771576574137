import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { journey, type Stage } from "../browser/journey.ts";
import type { Visitor } from "../browser/visitor.ts";
import { createClient } from "../safety/api-client.ts";
import { button, enterAs, goTo, look, press } from "./steps.ts";

const program = join(import.meta.dirname, "..", "..", "cli", "echelon.ts");
const matchMsMax = 60_000;
const name = "Autumn internships";
const [dock, shop] = ["Dock desk", "Store desk"] as const;

journey("a student is placed and asks why not elsewhere", { isDemo: true }, async (stage) => {
  await makePlanner(stage.installation.url);
  const leader = await stage.visit({ language: "en", screen: "lab" });
  const mentor = await stage.visit({ language: "zh", screen: "lab" });
  const round = await takePlaces(leader);
  await offerPlaces(mentor);
  await leader.page.reload();
  await press(leader, "Open choices");
  await leader.page.getByText("Nobody has handed in a list yet.").waitFor();
  const student = await stage.visit({ language: "zh", screen: "phone" });
  const other = await stage.visit({ language: "en", screen: "phone", theme: "dark" });
  await rank(student, "李明轩", [dock, shop]);
  await rank(other, "王雨桐", [dock]);
  await mark(mentor);
  await publish(leader);
  await askWhy(student, other);
  await appeal(leader, other);
  await verify(stage, round);
});

/** The demonstration's teacher also plans: who leads a round has no door of their own there. */
async function makePlanner(url: string): Promise<void> {
  const operator = createClient(url);
  const teacher = createClient(url);
  await operator.call("POST /demo/sign-in", { body: { account: "operator" } });
  const { me } = await teacher.call("POST /demo/sign-in", { body: { account: "teacher" } });
  const organisation = me!.memberships[0]!.organisation.id;
  await operator.call("PUT /organisations/:organisation/people/:person/roles", {
    where: { organisation, person: me!.id },
    body: { roles: ["teacher", "planner"] },
  });
}

async function takePlaces(leader: Visitor): Promise<string> {
  const { page } = leader;
  await enterAs(leader, "周岚");
  await goTo(leader, "Placement");
  await page.getByText("No round concerns you now").waitFor();
  await look(leader, "no-round");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await press(leader, "Make the round");
  await press(leader, "Take places");
  await page.getByText("No organization has offered a place yet.").first().waitFor();
  // Nobody can choose where nobody offers: the refusal says what to do first.
  leader.expectRefusal("placement/no-places");
  await press(leader, "Open choices");
  await page.getByText("Let enterprises or bases offer some first.").waitFor();
  await look(leader, "round");
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

async function offerPlaces(mentor: Visitor): Promise<void> {
  const { page } = mentor;
  await enterAs(mentor, "方正平");
  await goTo(mentor, "安置");
  await page.getByRole("link", { name: "我们提供的岗位" }).click();
  for (const title of [dock, shop]) {
    await press(mentor, "提供岗位");
    await page.getByLabel("岗位", { exact: true }).fill(title);
    await page.getByLabel("城市").fill("宁波");
    if (title === dock) await look(mentor, "place-form");
    await press(mentor, "保存");
    await page.getByRole("heading", { name: title }).waitFor();
    await press(mentor, "同意");
    await button(mentor, "同意").waitFor({ state: "detached" });
  }
  await look(mentor, "places-agreed");
}

async function rank(visitor: Visitor, person: string, places: readonly string[]): Promise<void> {
  const { page } = visitor;
  await enterAs(visitor, person);
  await goTo(visitor, visitor.say("安置", "Placement"));
  await page.getByRole("link", { name: visitor.say("填报志愿", "Rank places") }).click();
  for (const place of places.toReversed())
    await press(visitor, `${visitor.say("加入志愿", "Add to the list")} ${place}`);
  // The one wanted most was added last, and is moved to the top by its button.
  if (places.length > 1) await press(visitor, `${visitor.say("上移", "Up")} ${places[0]}`);
  await look(visitor, "list");
  await press(visitor, visitor.say("提交志愿", "Hand in the list"));
  await page.getByText(visitor.say("志愿已提交", "Your list is handed in.")).waitFor();
}

/** The dock would rather have the other one. */
async function mark(mentor: Visitor): Promise<void> {
  const { page } = mentor;
  await page.reload();
  const card = page.locator("section.card").filter({ hasText: dock });
  for (const [person, percent] of [
    ["王雨桐", "90"],
    ["李明轩", "40"],
  ] as const) {
    await card.getByLabel(`您对${person}的评分（%）`).fill(percent);
    await card.getByRole("button", { name: `保存 ${person}` }).click();
  }
  await look(mentor, "marks");
}

async function publish(leader: Visitor): Promise<void> {
  const { page } = leader;
  await page.reload();
  await page.getByText("2 people have handed in lists").waitFor();
  await press(leader, "Freeze and match");
  await button(leader, "Publish").waitFor({ timeout: matchMsMax });
  await press(leader, "Publish");
  await page.getByText(`${shop}, choice 2`).waitFor();
  await look(leader, "published");
}

async function askWhy(student: Visitor, other: Visitor): Promise<void> {
  await student.page.reload();
  await student.page.getByText(`您的去处：${shop}`).waitFor();
  await student.page.getByText("名额都给了它更优先的人。").waitFor();
  // 600 of fit, for the place asks for nothing, and 300 · 0.4 and 0.9 of the enterprise's marks.
  await student.page.getByText("您在那里的优先分：720／1000，第 2 位。").waitFor();
  await student.page.getByText("最后录取者为 870 分").waitFor();
  await look(student, "why-not-elsewhere");
  await other.page.reload();
  await other.page.getByText(`You are placed: ${dock}`).waitFor();
  await look(other, "placed");
}

async function appeal(leader: Visitor, other: Visitor): Promise<void> {
  await press(leader, "Hear appeals");
  await button(leader, "End the round").waitFor();
  await other.page.reload();
  await other.page.getByLabel("What is wrong").fill("I moved to another city.");
  await press(other, "Send the appeal");
  await other.page.getByText("Not answered yet.").waitFor();
  await leader.page.reload();
  leader.expectRefusal("placement/appeals-open");
  await press(leader, "End the round");
  await leader.page.getByText("Appeals not answered yet: 1.").waitFor();
  await leader.page.getByLabel("Answer", { exact: true }).fill("Take part in the next round.");
  await look(leader, "appeal");
  await press(leader, "Dismiss");
  await leader.page.getByText("Dismissed: Take part in the next round.").waitFor();
  await press(leader, "End the round");
  await leader.page.getByText("The round is over.").waitFor();
}

/** Somebody without an account downloads the round and finds it kept. */
async function verify({ installation }: Stage, round: string): Promise<void> {
  const answer = await fetch(`${installation.url}/api/placement/rounds/${round}/instance`);
  assert.equal(answer.status, 200);
  const input = await answer.text();
  for (const person of ["李明轩", "王雨桐"]) assert.ok(!input.includes(person));
  const run = (text: string) =>
    spawnSync(process.execPath, [program, "placement", "verify"], { input: text });
  assert.equal(run(input).status, 0);
  assert.equal(run(input.replace('"capacity":1', '"capacity":2')).status, 1);
}
