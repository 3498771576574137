/** A printed number with its minus: a hyphen is shorter, and lines break after it. */
export const withMinus = (text: string): string => text.replace("-", "\u2212");
