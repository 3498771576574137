import "./certificate.css";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card, Loaded } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Certificate } from "./certificate.ts";
import { CertificateDecisions } from "./certificate-decisions.tsx";
import { CertificateMissing } from "./certificate-missing.tsx";
import { VerdictMark } from "./certificate-verdict.tsx";
import type { Framework } from "./framework-map.ts";
import type { Profile } from "./profile.ts";
import type { Standing } from "./standing.ts";

/** As often as the bands beside it are asked for. */
const askedAgainMillis = 30_000;

function Holds({ holds }: Pick<Certificate, "holds">) {
  const { t } = useTranslation("certificate");
  if (holds.length === 0) return null;
  return (
    <div>
      <h3>{t("holdsTitle")}</h3>
      <ul className="certificate-holds">
        {holds.map((hold) => (
          <li key={hold}>{t(`holds.${hold}`)}</li>
        ))}
      </ul>
    </div>
  );
}

/** How far somebody is from a certificate: the verdict, what is missing, what was decided. */
export function CertificatePanel({
  framework,
  profile,
  person,
  standings,
  addressOf,
  actsOf,
}: {
  framework: Framework;
  profile: Profile;
  person: string;
  standings: readonly Standing[];
  addressOf: (competency: string) => string;
  /** What the reader may do about it; the certificate comes with its name. */
  actsOf?: (certificate: Certificate, title: string) => ReactNode;
}) {
  const { t } = useTranslation("certificate");
  const format = useFormat();
  const { role, echelon } = profile;
  const certificate = useAnswer(
    "GET /assessment/people/:person/certificate",
    { where: { person }, asks: { role, echelon } },
    { pollMillis: askedAgainMillis },
  );
  const named = framework.roles.find(({ id }) => id === role);
  const ofRole = `${named === undefined ? role : format.name(named.name)} · ${echelon}`;
  return (
    <Card title={t("title")} note={ofRole}>
      <Loaded of={certificate} rows={3}>
        {(all) => (
          <div className="certificate">
            <p className="certificate-verdict">
              <VerdictMark verdict={all.verdict} /> <span>{t(`means.${all.verdict}`)}</span>
            </p>
            {standings.length === 0 ? <p className="hint">{t("nothing")}</p> : null}
            <CertificateMissing
              missing={all.missing}
              told={{ framework, rule: all.rule, standings, addressOf }}
            />
            <Holds holds={all.holds} />
            <CertificateDecisions decisions={all.decisions} />
            {actsOf?.(all, ofRole)}
          </div>
        )}
      </Loaded>
    </Card>
  );
}
