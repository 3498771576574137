import { useTranslation } from "react-i18next";
import type { PlaceDesk, Reason } from "./placement-types.ts";

/** The last one who got in: priority, and the lottery where it decided. */
function useCutoff() {
  const { t } = useTranslation("placement");
  return (cutoff: Reason["cutoff"]): string =>
    cutoff === null ? "" : t("why.cutoff", { score: cutoff.score, lottery: cutoff.lottery + 1 });
}

/** Sentences one after the other; Chinese ones need no space between them. */
function useJoined() {
  const { i18n } = useTranslation("placement");
  const space = i18n.language.startsWith("zh") ? "" : " ";
  return (sentences: readonly string[]) => sentences.filter((one) => one !== "").join(space);
}

/** Why one choice ended as it did, in sentences. */
export function ReasonText({ reason, lottery }: { reason: Reason; lottery: number }) {
  const { t } = useTranslation("placement");
  const cutoff = useCutoff();
  const joined = useJoined();
  const { end, score, rank, region } = reason;
  const sentences = [
    end === "stopped"
      ? t(region === null ? "why.stoppedAll" : "why.stopped", { region })
      : t(`why.${end}`),
    ["full", "stopped", "placed"].includes(end) ? t("why.own", { score, rank }) : "",
    ["full", "stopped"].includes(end) ? cutoff(reason.cutoff) : "",
    end === "full" && reason.cutoff?.score === score
      ? t("why.lottery", { own: lottery + 1, last: reason.cutoff.lottery + 1 })
      : "",
  ];
  return <p className="soft">{joined(sentences)}</p>;
}

/** Whom a place has and why. */
export function PlaceReasonText({ reason }: { reason: NonNullable<PlaceDesk["reason"]> }) {
  const { t } = useTranslation("placement");
  const cutoff = useCutoff();
  const joined = useJoined();
  const { seats, held, listed, acceptable, isClosed, region } = reason;
  const sentences = [
    isClosed ? t("why.placeClosed") : t("why.held", { held, seats }),
    t("why.listed", { listed, acceptable }),
    cutoff(reason.cutoff),
    region === null ? "" : t("why.placeStopped", { region }),
  ];
  return <p className="soft">{joined(sentences)}</p>;
}
