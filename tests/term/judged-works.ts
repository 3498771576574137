/** Work that a teacher and a mentor mark, each blind of the other. */
import type { ApiClient } from "../safety/api-client.ts";
import type { Pupil, School } from "./school.ts";

/** What a person has to judge of the first echelon: all that have written anchors. */
export const judged = ["K01", "K05", "B01", "B04", "G01", "G03", "I01"] as const;

const able =
  "第五轮我改写了后一半标题：改前四天平均排名十一，改后平均七；广告出价取保本出价的三成，" +
  "ACoS 一直在保本线下。英国站的帖子互动率高于规则的一倍，原因是先写好了落地页。" +
  "下一轮先看断货，再动价格；分工、数据和英文邮件附后。";
const fair = "我和队友分工记录了每一轮的改动，数据在表里；有两处没有解释原因。";

/** Hands in, is marked by both, and is published. */
export async function judgeWorks(school: School, title: string): Promise<void> {
  const { teacher, mentor, id } = school;
  const { id: assignment } = await teacher.call("POST /assessment/classes/:class/assignments", {
    where: { class: id },
    body: {
      title,
      brief: "说说这几轮做了什么、为什么、哪里要改；附邮件、图片和市场分析。",
      competencies: [...judged],
      dueOn: null,
    },
  });
  const where = { assignment };
  const works: [Pupil, string][] = [
    [school.able, able],
    [school.mate, fair],
    [school.careless, fair],
  ];
  for (const [{ client }, text] of works)
    await client.call("PUT /assessment/assignments/:assignment/work", { where, body: { text } });
  await teacher.call("POST /assessment/assignments/:assignment/close", { where });
  for (const rater of [teacher, mentor]) await markAll(rater, assignment, school);
  await teacher.call("POST /assessment/assignments/:assignment/publish", { where });
}

/** By what is handed in: exemplary, or proficient, of which the mentor thinks less. */
async function markAll(rater: ApiClient, assignment: string, school: School): Promise<void> {
  const isMentor = rater === school.mentor;
  for (const item of await rater.call("GET /assessment/queue")) {
    if (item.assignment !== assignment) continue;
    const where = { work: item.work };
    const { text } = await rater.call("GET /assessment/works/:work", { where });
    const mark = text === able ? 4 : isMentor ? 2 : 3;
    const marks = judged.map((competency) => ({ competency, mark, note: "" }));
    await rater.call("PUT /assessment/works/:work/marks", {
      where,
      body: { marks, isDone: true },
    });
  }
}
