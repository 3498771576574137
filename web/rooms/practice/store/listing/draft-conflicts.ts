import type { ListingForm } from "./listing-form.ts";

/** What is typed of a listing, with what stood there when each field began to be typed. */
export type ListingDraft = Partial<ListingForm> & { base?: Partial<ListingForm> | undefined };

/** Fields that several people may change at once. */
const fields = [
  "title",
  "keywords",
  "text",
  "attributes",
  "photoLevel",
  "priceMinor",
  "service",
  "feeMinor",
  "promiseDays",
] as const satisfies readonly (keyof ListingForm)[];
export type SharedField = (typeof fields)[number];

export type Conflict = {
  readonly field: SharedField;
  readonly theirs: ListingForm[SharedField];
  readonly mine: ListingForm[SharedField];
};

const inOrder = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
    : value;

const isSame = (a: unknown, b: unknown) =>
  JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));

/** The draft with a further change; a field's first change notes what stood there. */
export function withChange(
  draft: ListingDraft | null,
  part: Partial<ListingForm>,
  current: ListingForm,
): ListingDraft {
  const base: Record<string, unknown> = { ...draft?.base };
  for (const field of fields) {
    if (field in part && !(field in base)) base[field] = current[field];
  }
  return { ...draft, ...part, base };
}

/** Fields of the draft that were handed in with another value since they began to be typed. */
export function conflictsOf(draft: ListingDraft | null, current: ListingForm): Conflict[] {
  if (draft === null) return [];
  return fields.flatMap((field): Conflict[] => {
    const [mine, base] = [draft[field], draft.base?.[field]];
    if (mine === undefined || base === undefined) return [];
    const isTheirs = !isSame(current[field], base) && !isSame(current[field], mine);
    return isTheirs ? [{ field, theirs: current[field], mine }] : [];
  });
}

/** The draft goes on from what was handed in meanwhile: own words stay, and are known to differ. */
export function keepMine(
  draft: ListingDraft,
  field: SharedField,
  current: ListingForm,
): ListingDraft {
  return { ...draft, base: { ...draft.base, [field]: current[field] } };
}

/** The draft without this field: what was handed in stands. */
export function takeTheirs(draft: ListingDraft, field: SharedField): ListingDraft {
  const without = (all: Partial<ListingForm> | undefined) =>
    Object.fromEntries(Object.entries(all ?? {}).filter(([key]) => key !== field));
  const { base, ...typed } = draft;
  return { ...without(typed), base: without(base) };
}
