import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../../api/query.ts";
import { Problem } from "../../../parts/page.tsx";
import { ActButton } from "./parts.tsx";
import { useDecide, useStorePlace, type Wish } from "./use-store.ts";

/** Decisions that a rewind gave back: handed in again with one click, or put away. */
export function ReturnedDecisions() {
  const { t } = useTranslation(["practice", "report"]);
  const { where } = useStorePlace();
  const drafts = useAnswer("GET /practice/seasons/:season/stores/:store/drafts", { where }).data;
  const drop = useAct("POST /practice/seasons/:season/stores/:store/drafts/drop", [
    "GET /practice/seasons/:season/stores/:store/drafts",
  ]);
  const { decide, isPending, error } = useDecide();
  const returned = (drafts?.items ?? []).filter(({ key }) => key.startsWith("returned/"));
  if (returned.length === 0) return null;
  const putAway = async () => {
    for (const { key } of returned) await drop.mutateAsync({ where, body: { key } });
  };
  const again = async () => {
    const wishes = returned.map(({ value }) => JSON.parse(value) as Wish);
    if ((await decide(wishes)) !== null) await putAway();
  };
  return (
    <section className="hint" style={{ marginBottom: 16 }} aria-label={t("returned.title")}>
      <p>
        <strong>{t("returned.title")}</strong> {t("returned.text", { count: returned.length })}
      </p>
      <ul className="plain-list">
        {returned.slice(0, 12).map(({ key, value }) => (
          <li key={key}>{wishLine(t, JSON.parse(value) as Wish)}</li>
        ))}
      </ul>
      {error === null ? null : <Problem error={error} />}
      <div className="row row-wrap" style={{ marginTop: 8 }}>
        <ActButton isPending={isPending} onClick={() => void again()}>
          {t("returned.again")}
        </ActButton>
        <Button variant="default" loading={drop.isPending} onClick={() => void putAway()}>
          {t("returned.putAway")}
        </Button>
      </div>
    </section>
  );
}

function wishLine(t: (key: string) => string, wish: Wish): string {
  const about = ["sku" in wish ? wish.sku : "", "market" in wish ? wish.market.toUpperCase() : ""];
  return [t(`kind.${wish.kind}`), ...about].filter(Boolean).join(" · ");
}
