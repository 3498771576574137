import { useTranslation } from "react-i18next";

/** Who of a team did something, as a sentence says it where the season hides who it was. */
export function useAuthor(): (name: string) => string {
  const { t } = useTranslation("practice");
  return (name) => (name === "" ? t("team.someone") : name);
}
