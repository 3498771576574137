import { useTranslation } from "react-i18next";
import { useStorePlace } from "../use-store.ts";

/** What becomes of a store that hands nothing in, where that is more than that it goes on. */
export default function AbsenceTold() {
  const { t } = useTranslation("absence");
  const { absence } = useStorePlace().season;
  return absence === "carry-forward" ? null : <p className="dim">{t(`told.${absence}`)}</p>;
}
