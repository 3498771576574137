import { useTranslation } from "react-i18next";
import { HandBack } from "../hand-back.tsx";

type Props = {
  view: {
    readonly store: number;
    readonly name: string;
    readonly mayDecide: boolean;
    readonly autopilotSince: number | null;
  };
};

/** Stands on every screen of a store that a bot runs: since when, and how it ends. */
export default function AutopilotNotice({ view }: Props) {
  const { t } = useTranslation("absence");
  const since = view.autopilotSince;
  return (
    <div className="hint row row-wrap turn" role="status">
      <span>
        <strong>{t("rules.autopilot.name")}</strong> {t("notice", { day: since })}{" "}
        {view.mayDecide ? t("yours") : null}
      </span>
      <HandBack tile={view} />
    </div>
  );
}
