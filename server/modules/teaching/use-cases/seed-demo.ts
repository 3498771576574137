import type { Means } from "../../../platform/module.ts";
import { demo, demoId, demoStudents, readPeople } from "../../identity/index.ts";
import { insertClass, readClass } from "../store/class-store.ts";
import { insertCode } from "../store/code-store.ts";
import { putMembers } from "../store/member-store.ts";

/** The class of the demonstration, the same in every one. */
export const demoClass = { id: demoId("class 跨境2301"), name: "跨境2301" } as const;
const demoCode = "KJ232345";
const codeDays = 180;
const dayMillis = 86_400_000;

/** A class of forty with its teacher, an assistant, two mentors, and a code on the board. */
export async function seedDemo({ database, clock }: Means): Promise<void> {
  await database.transaction(async (tx) => {
    if ((await readClass(tx, demoClass.id)) !== undefined) return;
    const at = clock.now();
    await insertClass(tx, {
      id: demoClass.id,
      organisation_id: demo.school.id,
      name: demoClass.name,
      term: "2026–2027 第一学期",
      locale: "zh",
      made_by: demo.teacher.id,
      made_at: at,
    });
    const mentors = await readPeople(
      tx,
      demo.mentors.map(({ id }) => id),
    );
    const member = { class_id: demoClass.id, joined_at: at };
    await putMembers(tx, [
      { ...member, person_id: demo.teacher.id, role: "teacher", how: "made" },
      { ...member, person_id: demo.assistant.id, role: "assistant", how: "added" },
      ...mentors.map(
        ({ id }) => ({ ...member, person_id: id, role: "mentor", how: "added" }) as const,
      ),
      ...demoStudents.map(
        (_, place) =>
          ({ ...member, person_id: demo.student(place), role: "student", how: "roster" }) as const,
      ),
    ]);
    await insertCode(tx, {
      code: demoCode,
      class_id: demoClass.id,
      role: "student",
      uses_max: 200,
      made_at: at,
      expires_at: new Date(at.getTime() + codeDays * dayMillis),
    });
  });
}
