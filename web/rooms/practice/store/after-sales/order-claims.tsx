import "./after-sales.css";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import type { OrderView } from "../orders/order-money.tsx";

/** What the buyers of an order did after its parcels had met their end. */
export function OrderClaims({ claims }: { claims: OrderView["claims"] }) {
  const { t } = useTranslation("aftersales");
  if (claims.length === 0) return null;
  return (
    <Card title={t("claims.title")}>
      <ul className="claim-list">
        {claims.map((claim) => (
          <li key={`${claim.reason}/${claim.openedOn}/${claim.event ?? "open"}/${claim.day ?? 0}`}>
            <b>{t(`reasons.${claim.reason}`)}</b> · {t("units", { count: claim.units })} ·{" "}
            {t("claims.openedOn", { day: claim.openedOn })} ·{" "}
            {claim.event === null
              ? t("claims.open")
              : t("claims.ended", {
                  what: t(`happened.${claim.event}`),
                  day: claim.day ?? claim.openedOn,
                })}
          </li>
        ))}
      </ul>
    </Card>
  );
}
