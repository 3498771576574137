import { isProven } from "@echelon/contract/exchange/credential-verdicts.ts";
import { useTranslation } from "react-i18next";
import { Card } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { toneOf, type Verdict, type Verified, type Words } from "./credential-types.ts";

const signs = { good: "✓", warn: "?", bad: "✕" } as const;

/** A verdict as color, sign and word at once. */
export function VerdictHead({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation("credentials");
  const tone = toneOf(verdict);
  return (
    <div className={`verdict-head verdict-${tone}`}>
      <span className="verdict-sign" aria-hidden="true">
        {signs[tone]}
      </span>
      <div>
        <strong className="verdict-word">{t(`verdicts.${verdict}`)}</strong>
        <p>{t(`verdictMeans.${verdict}`)}</p>
      </div>
    </div>
  );
}

function Party({ of }: { of: Words["issuer"] }) {
  const { t } = useTranslation("credentials");
  return (
    <span className="credential-party">
      <strong>{of.name ?? t("facts.unnamed")}</strong>
      {of.isHere ? <span className="badge badge-good">{t("facts.here")}</span> : null}
      {of.isGenuine ? null : <span className="badge badge-bad">{t("facts.notGenuine")}</span>}
      {of.did === null ? null : <code className="credential-did">{of.did}</code>}
    </span>
  );
}

function Dates({ of }: { of: Verified }) {
  const { t } = useTranslation("credentials");
  const format = useFormat();
  const { words } = of;
  if (words === null) return null;
  const { validFrom, validUntil } = words;
  return (
    <>
      {validFrom === null ? null : (
        <div>
          <dt>{t("facts.from")}</dt>
          <dd>{format.date(validFrom)}</dd>
        </div>
      )}
      <div>
        <dt>{t("facts.until")}</dt>
        <dd>{validUntil === null ? t("facts.noEnd") : format.date(validUntil)}</dd>
      </div>
      <div>
        <dt>{t(of.statusAt === null ? "facts.checked" : "facts.status")}</dt>
        <dd>{format.dateTime(of.statusAt ?? of.checkedAt)}</dd>
      </div>
    </>
  );
}

function Competencies({ of }: { of: Words["competencies"] }) {
  const { t } = useTranslation("credentials");
  if (of.length === 0) return null;
  return (
    <details open={of.length <= 20}>
      <summary>{t("facts.competencies", { count: of.length })}</summary>
      <ul className="credential-competencies">
        {of.map(({ name, url }, at) => (
          <li key={at}>
            {url === null ? (
              name
            ) : (
              <a href={url} target="_blank" rel="noreferrer">
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Evidence({ of }: { of: Words["evidence"] }) {
  const { t } = useTranslation("credentials");
  if (of.length === 0) return null;
  return (
    <details>
      <summary>
        {t("facts.evidence")} ({of.length})
      </summary>
      <ul className="credential-evidence">
        {of.map(({ name, narrative, digest }, at) => (
          <li key={at}>
            {name ?? t("facts.unnamed")}
            {narrative === null ? null : <code>{narrative}</code>}
            {digest === null ? null : (
              <span className="soft">
                {t("facts.digest")} <code>{digest}</code>
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Said({ of }: { of: Verified }) {
  const { t } = useTranslation("credentials");
  const { words } = of;
  if (words === null) return null;
  return (
    <div className="credential-said">
      <h2>{words.name ?? t("facts.unnamed")}</h2>
      {words.description === null ? null : <p className="soft">{words.description}</p>}
      <dl className="credential-facts">
        <div>
          <dt>{t("facts.issuer")}</dt>
          <dd>
            <Party of={words.issuer} />
          </dd>
        </div>
        {words.endorsers.length === 0 ? null : (
          <div>
            <dt>{t("facts.endorsers")}</dt>
            <dd>
              {words.endorsers.map((party, at) => (
                <Party key={at} of={party} />
              ))}
            </dd>
          </div>
        )}
        <Dates of={of} />
      </dl>
      <Competencies of={words.competencies} />
      <Evidence of={words.evidence} />
    </div>
  );
}

function Members({ of }: { of: Verified["members"] }) {
  const { t } = useTranslation("credentials");
  if (of.length === 0) return null;
  return (
    <div>
      <h2>{t("facts.members")}</h2>
      <ul className="plain-list">
        {of.map(({ verdict, words }, at) => (
          <li key={at} className="credential-member">
            <span className={`verdict-mark verdict-${toneOf(verdict)}`}>
              {t(`verdicts.${verdict}`)}
            </span>
            <span>{words?.name ?? t("facts.unnamed")}</span>
            <span className="soft">{words?.issuer.name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a certificate comes to, why, and what it says; a forged one's words stay folded away. */
export function VerdictView({ of, label }: { of: Verified; label: string }) {
  const { t } = useTranslation("credentials");
  const isBelieved = isProven(of.verdict);
  return (
    <Card label={label}>
      <div className="form">
        <div role="status">
          <VerdictHead verdict={of.verdict} />
        </div>
        {of.reasons.length === 0 ? null : (
          <div>
            <h2>{t("facts.reasons")}</h2>
            <ul className="credential-reasons">
              {of.reasons.map((reason) => (
                <li key={reason}>{t(`reasons.${reason}`)}</li>
              ))}
            </ul>
          </div>
        )}
        {isBelieved || of.words === null ? (
          <Said of={of} />
        ) : (
          <details>
            <summary>{t("facts.claims")}</summary>
            <p className="hint">{t("facts.claimsNote")}</p>
            <Said of={of} />
          </details>
        )}
        <Members of={of.members} />
      </div>
    </Card>
  );
}
