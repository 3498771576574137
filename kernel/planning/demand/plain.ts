/** Text as it is compared: width, case and ornament do not matter. */

/** Compatibility forms folded, lower case, runs of spaces as one. */
export function plainText(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

const remarks = /[([{【〔<《][^)\]}】〕>》]*[)\]}】〕>》]/g;
const ornament = /[^\p{L}\p{N}]+/gu;

/**
 * A title without what enterprises add to be found again: remarks in brackets, numbers of a file,
 * ornament. A title that is all remark stays as it is.
 *
 * @example plainTitle("亚马逊运营（双休）★急聘") // "亚马逊运营急聘"
 */
export function plainTitle(title: string): string {
  const plain = plainText(title);
  const bare = plain.replace(remarks, "").replace(ornament, "");
  return bare === "" ? plain.replace(ornament, "") : bare;
}
