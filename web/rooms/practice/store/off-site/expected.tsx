import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { Projected } from "../projected.tsx";
import type { Projection } from "../use-store.ts";
import type { OffSiteAnswer } from "./answer.ts";
import { TextScore } from "./text-score.tsx";

/** What is paid and what a day is expected to bring, with the range of luck; or why not. */
export function Expected({
  projection,
  view,
  days,
}: {
  projection: Projection | undefined;
  view: OffSiteAnswer;
  days: number;
}) {
  const { t } = useTranslation("offsite");
  const format = useFormat();
  if (projection?.kind !== "accepted") return <Projected projection={projection} />;
  const { reach, creative, secondCreative, cashMinor } = projection;
  const today = format.money(0 - cashMinor, view.currency);
  const all = format.money(0 - cashMinor * days, view.currency);
  return (
    <>
      {creative === null ? null : <TextScore creative={creative} />}
      {secondCreative === null ? null : (
        <TextScore creative={secondCreative} of={t("letter.second")} />
      )}
      <dl className="fact-list deal" aria-live="polite">
        {cashMinor === 0 ? null : (
          <>
            <dt>{t("form.cost")}</dt>
            <dd>
              <b>{days === 1 ? today : t("form.costDays", { money: today, all })}</b>
            </dd>
          </>
        )}
        {reach === null ? null : (
          <>
            <dt>{t("form.views")}</dt>
            <dd>{format.number(reach.views)}</dd>
            <dt>{t("form.visits")}</dt>
            <dd>
              {t("form.visitsRange", {
                least: format.number(reach.visitsLeast),
                most: format.number(reach.visitsMost),
              })}
            </dd>
          </>
        )}
      </dl>
      <Projected projection={{ ...projection, cashMinor: 0 }} />
    </>
  );
}
