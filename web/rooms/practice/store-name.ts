import { useTranslation } from "react-i18next";
import { useAsked } from "../../frame/room.ts";
import { useSeason } from "../../frame/season-context.tsx";

type Named = { readonly store: number; readonly name: string; readonly isAgent?: boolean };

/**
 * Whether the screen shows no names: where the season hides them, everything that a class looks
 * at, on the projector or on paper. On their own screen those who lead read names.
 */
export function useAreNamesHidden(): boolean {
  const { areNamesHidden } = useSeason();
  const isProjected = useAsked("projector") !== undefined;
  const isPaper = useAsked("paper") !== undefined;
  return areNamesHidden && (isProjected || isPaper);
}

/**
 * A store's name as the screen may show it: its own number, the same on every screen, where names
 * are hidden or the server told none. A place would be another number after the next close.
 */
export function useStoreName(): (one: Named) => string {
  const { t } = useTranslation("frame");
  const areHidden = useAreNamesHidden();
  return ({ store, name, isAgent = false }) =>
    name === "" || (areHidden && !isAgent) ? t("storeNumber", { number: store + 1 }) : name;
}
