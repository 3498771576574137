import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { useFormat } from "../../text/format.ts";
import type { Signing } from "./credential-types.ts";

/** What a certificate is called: its role and its echelon. */
export function useCertificateName(): (of: Pick<Signing, "role" | "echelon">) => string {
  const format = useFormat();
  const framework = useAnswer("GET /framework", {});
  return ({ role, echelon }) => {
    const known = framework.data?.roles.find(({ id }) => id === role);
    const stage = framework.data?.echelons.find(({ id }) => id === echelon);
    const of = known === undefined ? role : format.name(known.name);
    return `${of} · ${stage === undefined ? echelon : format.name(stage.name)}`;
  };
}

const badges = { valid: "badge-good", expired: "badge-warn", revoked: "badge-bad" } as const;

export function StateBadge({ state }: { state: keyof typeof badges }) {
  const { t } = useTranslation("credentials");
  return <span className={`badge ${badges[state]}`}>{t(`states.${state}`)}</span>;
}

/** A certificate on its way: who has signed and who has not. */
export function SigningItem({
  of,
  title,
  children,
}: {
  of: Signing;
  title: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation("credentials");
  const format = useFormat();
  const { credential, awaits, signatures } = of;
  return (
    <li>
      <div>
        <span className="signing-name">
          <strong>{title}</strong>
          {credential === null ? null : <StateBadge state={credential.state} />}
          {credential?.isRevocationAsked ? (
            <span className="badge badge-warn">{t("revoke.asked")}</span>
          ) : null}
        </span>
        <p className="soft">
          {credential === null
            ? t("sign.decided", { date: format.date(of.decidedAt) })
            : t("sign.issued", { date: format.date(credential.issuedAt) })}
        </p>
        {signatures.map(({ side, organisation, signer, at }) => (
          <p key={side} className="soft">
            ✓{" "}
            {t("sign.signedBy", {
              organisation: format.name(organisation),
              name: signer,
              date: format.date(at),
            })}
          </p>
        ))}
        {awaits.length === 0 ? null : (
          <p>
            {t("sign.awaits", {
              sides: awaits.map((side) => t(`sign.sides.${side}`)).join(t("sign.comma")),
            })}
          </p>
        )}
      </div>
      {children === undefined || children === null ? null : (
        <div className="signing-acts">{children}</div>
      )}
    </li>
  );
}
