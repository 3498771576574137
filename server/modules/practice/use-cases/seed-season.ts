import { practiceEnterprises, publishedProducts } from "../../exchange/index.ts";
import { demo } from "../../identity/index.ts";
import { classNames, demoClass } from "../../teaching/index.ts";
import type { PracticeMeans } from "../means.ts";
import { seasonsOfClasses } from "../store/season-store.ts";
import { productsMin, worldFor, writeSeason } from "./make-season.ts";

/** The demonstration: a season of the demonstration's class, ready to be started by its teacher. */
export async function seedSeason(means: PracticeMeans): Promise<void> {
  if (!(await classNames(means.database, [demoClass.id])).has(demoClass.id)) return;
  if ((await seasonsOfClasses(means.database, [demoClass.id])).length > 0) return;
  const products = await publishedProducts(
    means.database,
    await practiceEnterprises(means.database),
  );
  if (products.length < productsMin) return;
  const source = worldFor("class-40", products);
  await means.database.transaction((tx) =>
    writeSeason(means, tx, {
      source,
      products,
      name: "第一赛季 · Season 1",
      classId: demoClass.id,
      owner: demo.teacher.id,
      isRehearsal: false,
      pace: { kind: "by-hand" },
      teamSize: 1,
    }),
  );
}
