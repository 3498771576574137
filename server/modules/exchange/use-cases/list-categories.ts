import type { CategoryView } from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { categories } from "../atlas.ts";

/** The categories with the attributes that each asks for, the busiest first. */
export function listCategories(): Outcome<CategoryView[]> {
  return ok(
    categories().map(({ id, name, attributes }) => ({
      id,
      name: { ...name },
      attributes: attributes.map((attribute) => ({
        key: attribute.key,
        name: { ...attribute.name },
        isRequired: attribute.required,
        unit: attribute.unit ?? null,
        values: (attribute.values ?? []).map((value) => ({
          id: value.id,
          name: { ...value.name },
        })),
      })),
    })),
  );
}
