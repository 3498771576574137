import { examLimits } from "@echelon/contract/assessment/exam-limits.ts";
import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { Card, Loaded, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import { clockText } from "./answer-keeper.ts";
import { examRefreshes } from "./exam-acts.tsx";
import type { Exam, Seat } from "./exam-types.ts";

const askedAgainMillis = 5_000;
const badgeOf = {
  absent: "",
  writing: "badge-warn",
  "handed-in": "badge-good",
  "time-up": "badge-bad",
} as const;

/** Minutes that are given on top, to one person or to all. */
function ExtraMinutes({
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
  return (
    <Modal
      opened
      onClose={onClose}
      title={seat === null ? t("extra.all") : t("extra.one", { name: seat.name })}
    >
      <div className="form">
        <p>{t("extra.text")}</p>
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

/** That the server was away while people wrote, with the way to give the time back. */
function Outages({ of, onGive }: { of: Exam; onGive: (minutes: number) => void }) {
  const { t } = useTranslation("exams");
  const format = useFormat();
  const last = of.outages.at(-1);
  if (last === undefined) return null;
  const lost = of.outages.reduce(
    (sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 60_000,
    0,
  );
  const minutes = Math.ceil(lost);
  if (minutes <= of.extraMinutes) return null;
  return (
    <div className="hint row row-wrap" role="status">
      <span>
        {t("outage", {
          count: minutes,
          from: format.time(last.from),
          to: format.time(last.to),
        })}
      </span>
      <span className="push" />
      <Button onClick={() => onGive(minutes)}>{t("outageGive", { count: minutes })}</Button>
    </div>
  );
}

function useColumns(onExtra: (seat: Seat) => void): TableColumn<Seat>[] {
  const { t } = useTranslation("exams");
  const format = useFormat();
  return [
    {
      key: "name",
      head: t("columns.name"),
      isText: true,
      value: ({ name }) => name,
      cell: ({ name, number }) => (
        <>
          {name} <span className="dim">{number}</span>
        </>
      ),
    },
    {
      key: "state",
      head: t("columns.state"),
      isText: true,
      value: ({ state }) => t(`seats.${state}`),
      cell: ({ state }) => <span className={`badge ${badgeOf[state]}`}>{t(`seats.${state}`)}</span>,
    },
    {
      key: "answered",
      head: t("columns.answered"),
      value: ({ answered }) => answered,
      cell: ({ state, answered, questions }) =>
        state === "absent" ? "–" : `${answered} / ${questions}`,
    },
    {
      key: "left",
      head: t("columns.left"),
      value: ({ secondsLeft }) => secondsLeft ?? -1,
      cell: ({ secondsLeft }) => (secondsLeft === null ? "–" : clockText(secondsLeft)),
    },
    {
      key: "saved",
      head: t("columns.saved"),
      value: ({ savedAt }) => savedAt ?? "",
      cell: ({ savedAt }) => (savedAt === null ? "–" : format.time(savedAt)),
    },
    {
      key: "machines",
      head: t("columns.machines"),
      value: ({ machines }) => machines,
      cell: ({ machines }) => (machines === 0 ? "–" : machines),
    },
    {
      key: "extra",
      head: t("columns.extra"),
      value: ({ extraMinutes }) => extraMinutes,
      cell: (seat) => <ExtraButton of={seat} onClick={() => onExtra(seat)} />,
    },
  ];
}

function ExtraButton({ of, onClick }: { of: Seat; onClick: () => void }) {
  const { t } = useTranslation("exams");
  return (
    <Button variant="subtle" size="compact-sm" onClick={onClick}>
      {of.extraMinutes === 0 ? t("extra.give") : t("extra.has", { count: of.extraMinutes })}
      <span className="visually-hidden">{of.name}</span>
    </Button>
  );
}

/** How many are at what, and minutes for all of them. */
function Counts({ seats, onAll }: { seats: readonly Seat[]; onAll: () => void }) {
  const { t } = useTranslation("exams");
  return (
    <div className="row row-wrap">
      {(["writing", "handed-in", "time-up", "absent"] as const).map((state) => (
        <span key={state} className={`badge ${badgeOf[state]}`}>
          {t(`seats.${state}`)} {seats.filter((seat) => seat.state === state).length}
        </span>
      ))}
      <span className="push" />
      <Button variant="default" onClick={onAll}>
        {t("extra.all")}
      </Button>
    </div>
  );
}

/** Who is there, who writes, who has handed in; seen while it happens. */
export function SittingRoomView({ of }: { of: Exam }) {
  const { t } = useTranslation("exams");
  const [extra, setExtra] = useState<{ seat: Seat | null; first: number } | null>(null);
  const columns = useColumns((seat) => setExtra({ seat, first: seat.extraMinutes }));
  const room = useAnswer(
    "GET /assessment/exams/:exam/room",
    { where: { exam: of.id } },
    { pollMillis: askedAgainMillis },
  );
  return (
    <Loaded of={room}>
      {({ seats }) => (
        <div className="grid">
          <Outages of={of} onGive={(first) => setExtra({ seat: null, first })} />
          <Counts seats={seats} onAll={() => setExtra({ seat: null, first: of.extraMinutes })} />
          <Card flush>
            <DataTable
              rows={seats}
              rowKey={({ person }) => person}
              caption={t("tabs.room")}
              rowsShown={200}
              card={{
                head: "name",
                mark: "state",
                facts: ["answered", "left", "saved", "machines"],
                act: "extra",
              }}
              columns={columns}
            />
          </Card>
          {extra === null ? null : (
            <ExtraMinutes of={of} {...extra} onClose={() => setExtra(null)} />
          )}
        </div>
      )}
    </Loaded>
  );
}
