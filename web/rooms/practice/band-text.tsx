import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useFormat } from "../../text/format.ts";

export type Band = Answer<"GET /practice/seasons/:season/debrief">["standings"][number]["band"];

/** The ranks of a band in words: from the best to the worst. */
export function useBandRange(): (band: NonNullable<Band>) => string {
  const { t } = useTranslation("luck");
  const format = useFormat();
  return ({ best, worst }) =>
    best === worst
      ? t("band.one", { best: format.number(best) })
      : t("band.range", { best: format.number(best), worst: format.number(worst) });
}

/** What ranks a store had when the season was played again, and how often they were as good. */
export function BandCell({ band }: { band: Band }) {
  const { t } = useTranslation("luck");
  const range = useBandRange();
  if (band === null) return <span className="dim">–</span>;
  const { replicas, asGood } = band;
  return (
    <span>
      {range(band)}{" "}
      <span className="dim" title={t("band.likely", { replicas, asGood })}>
        {asGood}/{replicas}
        <span className="visually-hidden"> {t("band.likely", { replicas, asGood })}</span>
      </span>
    </span>
  );
}

/** Says beside the numbers what they leave out; or that they are still to come. */
export function BandNote({ bands }: { bands: readonly Band[] }) {
  const { t } = useTranslation("luck");
  const isThere = bands.some((band) => band !== null);
  return <p className="soft standings-note">{t(isThere ? "band.note" : "band.waiting")}</p>;
}
