/** `ECHELON_SAFETY=long` asks for the whole promise; usually a short form of it is kept. */
export const isLong = process.env["ECHELON_SAFETY"] === "long";

export function sized<Size>(short: Size, long: Size): Size {
  return isLong ? long : short;
}
