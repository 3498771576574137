import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../api/query.ts";
import { Problem } from "../../../parts/page.tsx";
import { decidedWords } from "../decided-words.ts";
import { ActButton } from "./parts.tsx";
import { useMarkets } from "./use-markets.ts";
import { useDecide, useStorePlace, type Wish } from "./use-store.ts";

type Returned = { readonly key: string; readonly value: string };

/** One request takes no more of them. */
const atOnceMax = 100;
const shownMax = 12;

/** Decisions that a rewind gave back: handed in again, all or one by one, or put away. */
export default function ReturnedList({ returned }: { returned: readonly Returned[] }) {
  const { t } = useTranslation("practice");
  const lineOf = useLine();
  const { where } = useStorePlace();
  const drop = useAct("POST /practice/seasons/:season/stores/:store/drafts/drop", [
    "GET /practice/seasons/:season/stores/:store/drafts",
  ]);
  const { decide, isPending, error } = useDecide();
  const putAway = async (some: readonly Returned[]) => {
    for (const part of parts(some))
      await drop.mutateAsync({ where, body: { keys: part.map(({ key }) => key) } });
  };
  const again = async (some: readonly Returned[]) => {
    for (const part of parts(some)) {
      const keys = part.map(({ key }) => key);
      if ((await decide(part.map(wishIn), keys)) === null) return;
    }
  };
  return (
    <section className="hint" style={{ marginBottom: 16 }} aria-label={t("returned.title")}>
      <p>
        <strong>{t("returned.title")}</strong> {t("returned.text", { count: returned.length })}
      </p>
      <ul className="plain-list">
        {returned.slice(0, shownMax).map((one) => (
          <li key={one.key} className="row row-wrap">
            <span>{lineOf(wishIn(one))}</span>
            <button
              type="button"
              className="text-act"
              disabled={isPending}
              onClick={() => void again([one])}
            >
              {t("returned.oneAgain")}
            </button>
            <button
              type="button"
              className="text-act"
              disabled={drop.isPending}
              onClick={() => void putAway([one])}
            >
              {t("returned.oneAway")}
            </button>
          </li>
        ))}
        {returned.length > shownMax ? (
          <li className="soft">{t("returned.more", { count: returned.length - shownMax })}</li>
        ) : null}
      </ul>
      {error === null ? null : <Problem error={error} />}
      <div className="row row-wrap" style={{ marginTop: 8 }}>
        <ActButton isPending={isPending} onClick={() => void again(returned)}>
          {t("returned.again")}
        </ActButton>
        <Button variant="default" loading={drop.isPending} onClick={() => void putAway(returned)}>
          {t("returned.putAway")}
        </Button>
      </div>
    </section>
  );
}

/** The server alone writes these drafts, from decisions that it had accepted. */
const wishIn = ({ value }: Returned) => JSON.parse(value) as Wish;

/** In the order in which they were decided, as many at once as a request takes. */
function parts(some: readonly Returned[]): (readonly Returned[])[] {
  return Array.from({ length: Math.ceil(some.length / atOnceMax) }, (_, index) =>
    some.slice(index * atOnceMax, (index + 1) * atOnceMax),
  );
}

/** What was decided about what. */
function useLine(): (wish: Wish) => string {
  const { t } = useTranslation(["practice", "report", ...decidedWords]);
  const { nameOf } = useMarkets();
  return (wish) => {
    const sku = "sku" in wish ? wish.sku : "";
    const market = "market" in wish ? (wish.market ?? "") : "";
    return [t(`kind.${wish.kind}`), sku, market === "" ? "" : nameOf(market)]
      .filter(Boolean)
      .join(" · ");
  };
}
