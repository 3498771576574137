import "./orders.css";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { lateDaysOf } from "./late-days.ts";

type Step = Answer<"GET /practice/seasons/:season/stores/:store/orders/:order">["journey"][number];

const isTrouble = (event: string) =>
  ["rejected", "export-held", "import-held", "refused", "lost", "destroyed", "seized"].includes(
    event,
  );

/** The parcel's way as a line of steps: done ones filled, the next one open. */
export function Journey({ steps, promisedOn }: { steps: readonly Step[]; promisedOn: number }) {
  const { t } = useTranslation("report");
  const sold = steps[0]?.units ?? 0;
  const lateDays = lateDaysOf(steps, promisedOn);
  return (
    <>
      <ol className="journey">
        {steps.map(({ day, event, units, isDone }) => (
          <li
            key={`${event}/${day}`}
            className={isDone ? (isTrouble(event) ? "step-bad" : "step-done") : "step-open"}
          >
            <span className="step-name">{t(`parcel.${event}`)}</span>
            <span className="dim">
              {t("dayN", { day })}
              {units < sold ? ` · ${t("order.parcels", { count: units })}` : ""}
            </span>
          </li>
        ))}
      </ol>
      <p className={lateDays > 0 ? "bad" : "soft"}>
        {lateDays > 0
          ? t("order.late", { count: lateDays, day: promisedOn })
          : t("order.promised", { day: promisedOn })}
      </p>
    </>
  );
}
