import { useTranslation } from "react-i18next";

/** Says wherever a store is named that a program runs it. */
export function ProgramBadge() {
  const { t } = useTranslation("agents");
  return <span className="badge">{t("program")}</span>;
}
