import { useTranslation } from "react-i18next";
import { useStorePlace } from "../use-store.ts";

/** What becomes of a store that hands nothing in. */
export default function AbsenceTold() {
  const { t } = useTranslation("absence");
  const { absence } = useStorePlace().season;
  return <p className="dim">{t(`told.${absence}`)}</p>;
}
