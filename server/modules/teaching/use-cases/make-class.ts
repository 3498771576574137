import type {
  ClassView,
  EditClassRequest,
  MakeClassRequest,
} from "@echelon/contract/teaching/shapes.ts";
import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { holdsIn, organisationFacts, writeAudit } from "../../identity/index.ts";
import { changeClass, insertClass, lockClass, nameIsTaken } from "../store/class-store.ts";
import { putMembers } from "../store/member-store.ts";
import { classView, findClass, findTaughtClass } from "./find-class.ts";

/** A teacher makes a class in the own school and teaches it. */
export async function makeClass(
  means: Means,
  caller: Caller,
  { school, name, term = "", locale = caller.locale }: MakeClassRequest,
): Promise<Outcome<ClassView>> {
  const { database, newId, clock } = means;
  return database.transaction(async (tx) => {
    const facts = (await organisationFacts(tx, [school])).get(school);
    const isOwn = facts?.kind === "school" && holdsIn(caller, school, "teacher", "head");
    if (!isOwn) return refuse({ code: "teaching/no-such-school" });
    const id = newId();
    const at = clock.now();
    const row = {
      id,
      organisation_id: school,
      name,
      term,
      locale,
      made_by: caller.person,
      made_at: at,
    };
    if (!(await insertClass(tx, row))) {
      return refuse({ code: "teaching/class-name-taken", facts: { name } });
    }
    const maker = { class_id: id, person_id: caller.person, how: "made", joined_at: at } as const;
    await putMembers(tx, [{ ...maker, role: "teacher" }]);
    await writeAudit(means, tx, school, { deed: "class-made", by: caller.person, facts: { name } });
    const made = await findClass(tx, caller, id);
    return made.ok ? ok(await classView(tx, made.value)) : made;
  });
}

/**
 * Renames or archives a class; archiving keeps everything and closes it to changes of its people.
 */
export async function editClass(
  means: Means,
  caller: Caller,
  classId: string,
  { name, term, locale, isArchived }: EditClassRequest,
): Promise<Outcome<ClassView>> {
  const { database, clock } = means;
  return database.transaction(async (tx) => {
    const found = await findTaughtClass(tx, caller, classId);
    if (!found.ok) return found;
    await lockClass(tx, classId);
    const { row } = found.value;
    const named = { ...row, name: name ?? row.name, term: term ?? row.term };
    const isOpen = isArchived === undefined ? row.archived_at === null : !isArchived;
    if (isOpen && (await nameIsTaken(tx, named))) {
      return refuse({ code: "teaching/class-name-taken", facts: { name: named.name } });
    }
    await changeClass(tx, classId, {
      ...(name === undefined ? {} : { name }),
      ...(term === undefined ? {} : { term }),
      ...(locale === undefined ? {} : { locale }),
      ...(isArchived === undefined ? {} : { archived_at: isArchived ? clock.now() : null }),
    });
    tx.announce(topic("class", classId));
    const changed = await findClass(tx, caller, classId);
    return changed.ok ? ok(await classView(tx, changed.value)) : changed;
  });
}
