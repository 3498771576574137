import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Refused, Warnings } from "../parts.tsx";
import { useRefusedWhy } from "../projected.tsx";
import { useColumns } from "../use-columns.tsx";
import { useProjection } from "../use-projection.ts";
import { type Decide, useDecide, useStorePlace, type Wish } from "../use-store.ts";
import type { OwnHours, ShiftsAnswer } from "./company-answer.ts";
import { useAuthor } from "../use-author.ts";

type Closed = ShiftsAnswer["closed"][number];
type Role = Closed["role"];

/** Shifts that people of the team take themselves: their own today, and what earlier ones did. */
export function Shifts({ shifts }: { shifts: ShiftsAnswer }) {
  const { t } = useTranslation("shifts");
  const { own, closed } = shifts;
  return (
    <Card title={t("title")} note={t("note")} flush>
      <div className="card-body grid">
        <p className="soft">{t("text")}</p>
        <Today shifts={shifts} />
        {own === null ? null : <OwnShift own={own} />}
      </div>
      {closed.length === 0 ? null : <ClosedTable closed={closed} />}
    </Card>
  );
}

function Today({ shifts: { today } }: { shifts: ShiftsAnswer }) {
  const { t } = useTranslation("shifts");
  const authorOf = useAuthor();
  if (today.length === 0) return <p>{t("nobody")}</p>;
  return (
    <p className="row row-wrap">
      {t("today")}
      {today.map(({ author, role, level }, place) => (
        <span className="badge" key={`${author}/${place}`}>
          {t(`todayOf.${role}`, { author: authorOf(author), level })}
        </span>
      ))}
    </p>
  );
}

function OwnShift({ own }: { own: OwnHours }) {
  const { t } = useTranslation("shifts");
  const format = useFormat();
  const { season } = useStorePlace();
  const { level, nextHours: left, hasShift, adds } = own;
  const decision = useDecide();
  const isOver = season.day > season.days;
  return (
    <>
      <p>
        {left === null ? t("level", { level }) : t("levelNext", { level, count: left })}{" "}
        {hasShift ? t("taken") : null}
      </p>
      {hasShift || isOver ? null : (
        <>
          <p className="soft">
            {t("adds.service", { value: format.number(adds.service) })}{" "}
            {t("adds.operations", { value: format.percent(adds.operations) })}
          </p>
          <Acts decision={decision} />
          <Refused error={decision.error} />
        </>
      )}
    </>
  );
}

/** One for each role; asked apart, for together the second would be one too many. */
function Acts({ decision }: { decision: Decide }) {
  const { t } = useTranslation("shifts");
  return (
    <div className="grid grid-even">
      {(["service", "operations"] as const).map((role) => (
        <Act key={role} role={role} decision={decision} label={t(`take.${role}`)} />
      ))}
    </div>
  );
}

type ActProps = { role: Role; label: string; decision: Decide };

function Act({ role, label, decision: { decide, isPending } }: ActProps) {
  const wish: Wish = { kind: "cover-shift", role };
  const [projection] = useProjection([wish]);
  const why = useRefusedWhy(projection);
  return (
    <div className="grid">
      <div>
        <ActButton
          variant="default"
          isPending={isPending}
          disabledReason={why}
          onClick={() => void decide([wish])}
        >
          {label}
        </ActButton>
      </div>
      {projection?.kind === "accepted" ? <Warnings of={projection.warnings} /> : null}
    </div>
  );
}

function ClosedTable({ closed }: { closed: readonly Closed[] }) {
  const { t } = useTranslation("shifts");
  const authorOf = useAuthor();
  const { text, count } = useColumns<Closed>();
  const columns: TableColumn<Closed>[] = [
    count("day", t("day"), ({ day }) => day),
    text("role", t("role"), ({ role }) => t(`roles.${role}`)),
    text("who", t("who"), ({ authors }) => authors.map(authorOf).join(", ")),
    count(
      "brought",
      t("brought"),
      ({ brought }) => brought,
      ({ role, brought }) =>
        brought === 0 ? t("broughtNothing") : t(`broughtOf.${role}`, { count: brought }),
    ),
  ];
  return (
    <DataTable
      rows={[...closed]}
      caption={t("closed")}
      rowKey={({ day, role }) => `${day}/${role}`}
      exportAs="shifts"
      card={{ head: "role", mark: "brought", facts: ["day", "who"] }}
      columns={columns}
    />
  );
}
