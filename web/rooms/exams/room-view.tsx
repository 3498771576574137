import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card, Loaded } from "../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import { clockText } from "./answer-keeper.ts";
import type { Exam, Seat } from "./exam-types.ts";
import { ExtraMinutes, LostTime, missingOf } from "./lost-time.tsx";

const askedAgainMillis = 5_000;
const badgeOf = {
  absent: "",
  writing: "badge-warn",
  "handed-in": "badge-good",
  "time-up": "badge-bad",
} as const;

function useColumns(of: Exam, onExtra: (seat: Seat) => void): TableColumn<Seat>[] {
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
      key: "lost",
      head: t("columns.lost"),
      value: ({ lostMinutes }) => lostMinutes,
      cell: (seat) => <Lost of={seat} isMissing={missingOf(of, seat) > 0} />,
    },
    {
      key: "extra",
      head: t("columns.extra"),
      value: ({ extraMinutes }) => of.extraMinutes + extraMinutes,
      cell: (seat) => (
        <ExtraButton of={seat} forAll={of.extraMinutes} onClick={() => onExtra(seat)} />
      ),
    },
  ];
}

function Lost({ of, isMissing }: { of: Seat; isMissing: boolean }) {
  const { t } = useTranslation("exams");
  if (of.lostMinutes === 0) return "–";
  const text = t("lost", { count: of.lostMinutes });
  return isMissing ? <span className="badge badge-bad">{text}</span> : text;
}

/** All minutes that somebody has on top of the plan, those for everybody among them. */
function ExtraButton({ of, forAll, onClick }: { of: Seat; forAll: number; onClick: () => void }) {
  const { t } = useTranslation("exams");
  const count = forAll + of.extraMinutes;
  return (
    <Button variant="subtle" size="compact-sm" onClick={onClick}>
      {count === 0 ? t("extra.give") : t("extra.has", { count })}
      {forAll > 0 && of.extraMinutes > 0 ? (
        <span className="dim extra-own">{t("extra.own", { count: of.extraMinutes })}</span>
      ) : null}
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
  const columns = useColumns(of, (seat) =>
    setExtra({ seat, first: seat.extraMinutes + missingOf(of, seat) }),
  );
  const room = useAnswer(
    "GET /assessment/exams/:exam/room",
    { where: { exam: of.id } },
    { pollMillis: askedAgainMillis },
  );
  return (
    <Loaded of={room}>
      {({ seats }) => (
        <div className="grid">
          <LostTime of={of} seats={seats} onGive={(first) => setExtra({ seat: null, first })} />
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
                facts: ["answered", "left", "saved", "machines", "lost"],
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
