import { useFormat } from "../../text/format.ts";
import type { Region } from "./planning-types.ts";

type Kind = "cities" | "families" | "roles" | "echelons";

/** The reader's names of a region's cells; a code that is unknown stands for itself. */
export function useRegionNames(region: Region) {
  const format = useFormat();
  const nameOf = (kind: Kind) => (code: string | null) => {
    const found = region[kind].find((one) => one.code === code);
    return found === undefined ? (code ?? "–") : format.name(found.name);
  };
  const choices = (kind: Kind) =>
    region[kind].map(({ code, name }) => ({ value: code, label: format.name(name) }));
  return {
    city: nameOf("cities"),
    family: nameOf("families"),
    role: nameOf("roles"),
    echelon: nameOf("echelons"),
    choices,
  };
}
