import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { useMe } from "../../api/session.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";
import { examRefreshes } from "./exam-acts.tsx";
import type { Exam } from "./exam-types.ts";

const sides = ["teacher", "mentor"] as const;

/** How far a practical exam is, and who has confirmed its results. */
export function ConfirmPractical({ of }: { of: Exam }) {
  const { t } = useTranslation("exams");
  const format = useFormat();
  const act = useAct("POST /assessment/exams/:exam/signatures", examRefreshes);
  const own = useMe().memberships.map(({ role }) => role);
  const mySide = sides.find((side) => own.includes(side));
  const isSigned = of.signatures.some(({ side }) => side === mySide);
  const { season } = of;
  return (
    <Card title={t("practical.title")} note={t("practical.note")}>
      <div className="form">
        {season === null ? null : (
          <p>
            <Link to={`/t/${season.id}/wall`}>{season.name}</Link>{" "}
            <span className="soft">
              {season.isFinished
                ? t("practical.finished")
                : t("practical.day", { day: season.day })}
            </span>
          </p>
        )}
        <ul className="plain-list">
          {sides.map((side) => {
            const found = of.signatures.find((one) => one.side === side);
            return (
              <li key={side} className="row row-wrap">
                <span className={`badge ${found === undefined ? "" : "badge-good"}`}>
                  {t(`practical.${side}`)}
                </span>
                <span className="soft">
                  {found === undefined
                    ? t("practical.open")
                    : t("practical.signed", { name: found.name, time: format.dateTime(found.at) })}
                </span>
              </li>
            );
          })}
        </ul>
        {act.error === null ? null : <Problem error={act.error} />}
        {mySide === undefined || isSigned || of.state === "published" ? null : (
          <div className="row">
            <ReasonButton
              reason={of.state === "closed" ? null : t("practical.notClosed")}
              loading={act.isPending}
              onClick={() => act.mutate({ where: { exam: of.id } })}
            >
              {t("practical.sign")}
            </ReasonButton>
          </div>
        )}
      </div>
    </Card>
  );
}
