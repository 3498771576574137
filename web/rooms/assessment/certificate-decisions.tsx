import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import { type Certificate, shortHash } from "./certificate.ts";
import { VerdictMark } from "./certificate-verdict.tsx";

/** What was decided before, the newest first: when, by whom, on which evidence. */
export function CertificateDecisions({ decisions }: Pick<Certificate, "decisions">) {
  const { t } = useTranslation("certificate");
  const format = useFormat();
  return (
    <div>
      <h3>{t("decisions")}</h3>
      {decisions.length === 0 ? <p className="soft">{t("undecided")}</p> : null}
      <ol className="plain-list certificate-decisions">
        {decisions.map((one) => (
          <li key={one.id}>
            <VerdictMark verdict={one.verdict} isTaken />
            <span>
              <time dateTime={one.decidedAt}>{format.date(one.decidedAt)}</time>
              {one.revises === null ? null : ` · ${t("onAppeal")}`}
              {one.decidedBy === "" ? null : ` · ${t("by", { name: one.decidedBy })}`}
            </span>
            <span className="soft">
              {t("version", { version: one.frameworkVersion })} · {t("evidence")}{" "}
              <code className="mono" title={one.evidenceHash}>
                {shortHash(one.evidenceHash)}
              </code>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
