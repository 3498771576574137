import { useTranslation } from "react-i18next";

type Facts = Readonly<Record<string, string | number>>;

const roleNames = new Set(["role", "roles", "before", "after"]);

/** What a record adds to its deed: counts with their names, roles in the reader's words. */
export function useFactsText(): (facts: Facts) => string {
  const { t, i18n } = useTranslation("identity");
  const has = (key: string) => i18n.exists(key, { ns: "identity" });
  const roleWord = (role: string) => (has(`roles.${role}`) ? t(`roles.${role}`) : role);
  const rolesText = (roles: string) =>
    roles === "" ? t("audit.noRole") : roles.split(", ").map(roleWord).join(t("comma"));
  return (facts) =>
    Object.entries(facts)
      // Nine counts of which two say something hide the two.
      .filter(([, value]) => value !== 0)
      .map(([name, value]) => {
        const text = roleNames.has(name) ? rolesText(String(value)) : String(value);
        return has(`audit.names.${name}`) ? `${t(`audit.names.${name}`)} ${text}` : text;
      })
      .join(" · ");
}
