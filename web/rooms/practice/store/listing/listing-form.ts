import type { Answer } from "../../../../api/client.ts";
import type { Wish } from "../use-store.ts";

export type EditorView =
  Answer<"GET /practice/seasons/:season/stores/:store/products/:sku/:market">;
export type ListingText = NonNullable<EditorView["row"]["listing"]>;

/** A listing as it is typed; money in minor units of the market's currency, null while empty. */
export type ListingForm = ListingText & {
  priceMinor: number | null;
  service: string | null;
  feeMinor: number | null;
  promiseDays: number | null;
};

/** The listing as it stands; an unlisted one begins with the enterprise's record. */
export function formOf({ row, attributes }: EditorView, ownedPhotoLevel: number): ListingForm {
  const record = attributes.flatMap(({ key, truth }) => (truth === "" ? [] : [[key, truth]]));
  const text: ListingText = row.listing ?? {
    title: "",
    keywords: [],
    text: "",
    attributes: Object.fromEntries(record) as Record<string, string>,
    photoLevel: photoLevels[ownedPhotoLevel] ?? 0,
  };
  return {
    ...text,
    priceMinor: row.priceMinor === 0 ? null : row.priceMinor,
    service: row.service,
    feeMinor: row.feeMinor,
    promiseDays: row.promiseDays === 0 ? null : row.promiseDays,
  };
}

export const photoLevels = [0, 1, 2, 3] as const;

/** The words and pictures of a form, without blanks around and between. */
export function textOf(form: ListingForm): ListingText {
  const stated = Object.entries(form.attributes)
    .map(([key, value]) => [key, value.trim()] as const)
    .filter(([, value]) => value !== "");
  return {
    title: form.title.trim(),
    keywords: form.keywords.map((word) => word.trim()).filter((word) => word !== ""),
    text: form.text.trim(),
    attributes: Object.fromEntries(stated),
    photoLevel: form.photoLevel,
  };
}

const inOrder = (attributes: Record<string, string>) =>
  Object.entries(attributes).toSorted(([a], [b]) => (a < b ? -1 : 1));

export function isSameText(a: ListingText, b: ListingText): boolean {
  const plain = ({ title, keywords, text, attributes, photoLevel }: ListingText) =>
    JSON.stringify([title, keywords, text, inOrder(attributes), photoLevel]);
  return plain(a) === plain(b);
}

/** What is missing before anything can be handed in: key of the room's texts. */
export function formFault(form: ListingForm): string | undefined {
  if (form.title.trim() === "") return "listing.needTitle";
  return form.priceMinor === null || form.priceMinor <= 0 ? "listing.needPrice" : undefined;
}

/**
 * The fewest wishes that make the listing what was typed. Shipping goes first, because a listing
 * that is published without it is warned about; what did not change is not said again.
 */
export function wishesOf(view: EditorView, form: ListingForm): Wish[] {
  const { row, sku, market } = view;
  const at = { sku, market };
  const wishes: Wish[] = [...shippingWishes(view, form)];
  const priceMinor = form.priceMinor ?? 0;
  const listing = textOf(form);
  if (row.state === "unlisted") {
    if (priceMinor > 0) wishes.push({ kind: "publish-listing", ...at, listing, priceMinor });
  } else {
    if (row.state === "withdrawn") wishes.push({ kind: "relist-listing", ...at });
    if (row.listing === null || !isSameText(listing, row.listing))
      wishes.push({ kind: "edit-listing", ...at, listing });
    if (priceMinor > 0 && priceMinor !== row.priceMinor)
      wishes.push({ kind: "set-price", ...at, priceMinor });
  }
  return wishes;
}

function shippingWishes({ row, sku, market }: EditorView, form: ListingForm): Wish[] {
  const { service, promiseDays } = form;
  const feeMinor = form.feeMinor ?? 0;
  if (service === null || promiseDays === null) return [];
  const isSame =
    service === row.service && feeMinor === row.feeMinor && promiseDays === row.promiseDays;
  return isSame ? [] : [{ kind: "set-shipping", sku, market, service, feeMinor, promiseDays }];
}

/**
 * The wishes to ask a projection of. A title that is not written yet would refuse them all, and
 * with
 * them the reckoning of the price; the product's name stands in for it.
 */
export const askedWishes = (view: EditorView, form: ListingForm): Wish[] =>
  form.title.trim() === ""
    ? wishesOf(view, { ...form, title: view.product.name.en || view.sku })
    : wishesOf(view, form);
