import { examLimits } from "@echelon/contract/assessment/exam-limits.ts";
import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";
import { examRefreshes } from "./exam-acts.tsx";
import type { Exam, Seat } from "./exam-types.ts";

/** Minutes that outages took and nobody has given back; who has handed in needs none. */
export const missingOf = (of: Exam, { state, lostMinutes, extraMinutes }: Seat): number =>
  state === "handed-in" ? 0 : Math.max(0, lostMinutes - of.extraMinutes - extraMinutes);

/** Minutes that are given on top, to one person or to all. */
export function ExtraMinutes({
  of,
  seat,
  first,
  onClose,
}: {
  of: Exam;
  /** Null for all. */
  seat: Seat | null;
  first: number;
  onClose: () => void;
}) {
  const { t } = useTranslation("exams");
  const [minutes, setMinutes] = useState<number | null>(first);
  const act = useAct("PUT /assessment/exams/:exam/extra-minutes", examRefreshes);
  const give = () =>
    act.mutate(
      { where: { exam: of.id }, body: { person: seat?.person ?? null, minutes: minutes ?? 0 } },
      { onSuccess: onClose },
    );
  const name = seat?.name ?? "";
  return (
    <Modal
      opened
      onClose={onClose}
      title={seat === null ? t("extra.all") : t("extra.one", { name })}
    >
      <div className="form">
        {seat === null || seat.lostMinutes === 0 ? null : (
          <p>{t("extra.lostOne", { name, count: seat.lostMinutes })}</p>
        )}
        <p>
          {seat === null || of.extraMinutes === 0
            ? t("extra.text")
            : t("extra.textOne", { name, count: of.extraMinutes })}
        </p>
        <NumberField
          label={t("extra.minutes")}
          min={0}
          max={examLimits.extraMinutesMax}
          value={minutes}
          onValue={setMinutes}
          data-autofocus
        />
        {act.error === null ? null : <Problem error={act.error} />}
        <ReasonButton
          reason={minutes === null ? t("extra.needed") : null}
          loading={act.isPending}
          onClick={give}
        >
          {t("extra.send")}
        </ReasonButton>
      </div>
    </Modal>
  );
}

/** When the server was away, whom it cost how much, what was given for it and what is missing. */
export function LostTime({
  of,
  seats,
  onGive,
}: {
  of: Exam;
  seats: readonly Seat[];
  onGive: (minutes: number) => void;
}) {
  const { t } = useTranslation("exams");
  const format = useFormat();
  const hit = seats.filter(({ lostMinutes }) => lostMinutes > 0);
  if (hit.length === 0) return null;
  const most = Math.max(...hit.map(({ lostMinutes }) => lostMinutes));
  const short = hit.filter((seat) => missingOf(of, seat) > 0);
  const wanted = of.extraMinutes + Math.max(0, ...short.map((seat) => missingOf(of, seat)));
  const spans = of.outages.map(({ from, to }) => `${format.time(from)}–${format.time(to)}`);
  return (
    <section className="hint lost-time" aria-label={t("outage.title")} role="status">
      <strong>{t("outage.title")}</strong>
      <ul className="effects">
        <li>{t("outage.spans", { spans: spans.join(" · ") })}</li>
        <li>{t("outage.people", { count: hit.length, minutes: most })}</li>
        {of.extraMinutes === 0 ? null : <li>{t("outage.given", { count: of.extraMinutes })}</li>}
        <li>
          {short.length === 0 ? t("outage.done") : t("outage.missing", { count: short.length })}
        </li>
      </ul>
      {short.length === 0 ? null : (
        <div className="row">
          <Button onClick={() => onGive(wanted)}>{t("outage.give", { count: wanted })}</Button>
        </div>
      )}
    </section>
  );
}
