import "./assessment.css";
import "./certificate.css";
import "./evidence.css";
import "../credentials/credentials.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { useMe } from "../../api/session.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { useCertificateName } from "../credentials/signing-item.tsx";
import { MakeAppeal } from "./appeal-form.tsx";
import { AppealList } from "./appeal-list.tsx";
import { VerdictMark } from "./certificate-verdict.tsx";

/** Somebody may answer, or a place of a panel may become free, while one looks. */
const askedAgainMillis = 60_000;
const hearing: readonly string[] = ["teacher", "head", "mentor", "officer", "planner"];

function Own() {
  const { t } = useTranslation("appeals");
  const format = useFormat();
  const nameOf = useCertificateName();
  const mine = useAnswer("GET /me/appeals", {}, { pollMillis: askedAgainMillis });
  return (
    <Loaded of={mine}>
      {({ appeals, decisions }) =>
        appeals.length === 0 && decisions.length === 0 ? (
          <Card label={t("mine.made")}>
            <Empty title={t("mine.none.title")} text={t("mine.none.text")}>
              <Button component={Link} to="/competencies">
                {t("mine.none.go")}
              </Button>
            </Empty>
          </Card>
        ) : (
          <>
            {decisions.length === 0 ? null : (
              <Card title={t("mine.open")} note={t("mine.openNote")} flush>
                <ul className="plain-list signing-list">
                  {decisions.map((one) => (
                    <li key={one.decision}>
                      <div>
                        <span className="signing-name">
                          <strong>{nameOf(one)}</strong>
                          <VerdictMark verdict={one.verdict} isTaken />
                        </span>
                        <p className="soft">
                          {t("decided", { date: format.date(one.decidedAt) })} ·{" "}
                          {t("mine.until", { date: format.date(one.until) })}
                        </p>
                      </div>
                      <div className="signing-acts">
                        <MakeAppeal decision={one.decision} />
                      </div>
                    </li>
                  ))}
                </ul>
              </Card>
            )}
            {appeals.length === 0 ? null : (
              <Card title={t("mine.made")} flush>
                <AppealList of={appeals} isOwn />
              </Card>
            )}
          </>
        )
      }
    </Loaded>
  );
}

function ToHear() {
  const { t } = useTranslation("appeals");
  const all = useAnswer("GET /assessment/appeals", {}, { pollMillis: askedAgainMillis });
  return (
    <Loaded of={all}>
      {(list) =>
        list.length === 0 ? (
          <Card label={t("hear.all")}>
            <Empty title={t("hear.none.title")} text={t("hear.none.text")} />
          </Card>
        ) : (
          <Card title={t("hear.all")} flush>
            <AppealList of={list} isOwn={false} />
          </Card>
        )
      }
    </Loaded>
  );
}

/** One's own appeals, and those that one has to answer. */
export default function Appeals() {
  const { t } = useTranslation("appeals");
  const roles = useMe().memberships.map(({ role }) => role as string);
  return (
    <>
      <PageHead title={t("title")} text={t("text")} />
      <div className="grid">
        {roles.some((role) => hearing.includes(role)) ? <ToHear /> : null}
        {roles.includes("student") ? <Own /> : null}
      </div>
    </>
  );
}
