import "./credentials.css";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { DecideRevocation } from "./decide-revocation.tsx";

type Revocation = Answer<"GET /revocations">[number];

const badges = { asked: "badge-warn", confirmed: "badge-bad", refused: "" } as const;

function Item({ of }: { of: Revocation }) {
  const { t } = useTranslation("credentials");
  const format = useFormat();
  const asked = { name: of.askedBy, date: format.date(of.askedAt) };
  return (
    <li>
      <div>
        <span className="signing-name">
          <strong>{`${of.holder} · ${format.name(of.name)}`}</strong>
          <span className={`badge ${badges[of.state]}`}>{t(`revocations.states.${of.state}`)}</span>
        </span>
        <p className="soft">
          {format.name(of.issuer)} · {t("mine.issued", { date: format.date(of.issuedAt) })}
        </p>
        <p>{t("mine.reason", { reason: of.reason })}</p>
        <p className="soft">
          {t("revocations.askedBy", asked)} · {t(`revocations.from.${of.askedFor}`)}
        </p>
        {of.decidedBy === null || of.decidedAt === null ? null : (
          <p className="soft">
            {t("revocations.decided", { name: of.decidedBy, date: format.date(of.decidedAt) })}
          </p>
        )}
        {of.state === "asked" && !of.mayDecide ? (
          <p className="hint">{t(`revocations.waits.${of.askedFor}`)}</p>
        ) : null}
      </div>
      {of.mayDecide ? (
        <div className="signing-acts">
          <DecideRevocation credential={of.credential} />
        </div>
      ) : null}
    </li>
  );
}

/** What is asked to be revoked; one side asks, another person of the other side decides. */
export default function Revocations() {
  const { t } = useTranslation("credentials");
  const revocations = useAnswer("GET /revocations", {});
  return (
    <>
      <PageHead title={t("revocations.title")} text={t("revocations.text")} />
      <Loaded of={revocations}>
        {(all) => (
          <Card label={t("revocations.title")} flush={all.length > 0}>
            {all.length === 0 ? (
              <Empty title={t("revocations.empty.title")} text={t("revocations.empty.text")} />
            ) : (
              <ul className="plain-list signing-list">
                {all.map((one) => (
                  <Item key={one.credential} of={one} />
                ))}
              </ul>
            )}
          </Card>
        )}
      </Loaded>
    </>
  );
}
