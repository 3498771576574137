import { Select } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { ActButton, Refused, Warnings } from "../parts.tsx";
import { useRefusedWhy } from "../projected.tsx";
import { useDraft } from "../use-draft.ts";
import { useMarkets } from "../use-markets.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide, useStorePlace, type Wish } from "../use-store.ts";
import type { EditorView } from "./listing-form.ts";
import { BundlePreview } from "./bundle-preview.tsx";
import { ListPrice } from "./list-price.tsx";
import { PromotionFields } from "./promotion-fields.tsx";
import { PromotionPreview } from "./promotion-preview.tsx";
import { usePromotionTerms } from "./promotion-terms.ts";
import {
  firstForm,
  type PromotionForm,
  type PromotionKind,
  promotionKinds,
  promotionWish,
  type Standing,
} from "./promotion-wish.ts";

/** The listing's promotions: those that run, and one to be chosen, kind first. */
export default function PromotionCard({ view }: { view: EditorView }) {
  const { t } = useTranslation("offers");
  const { here, season } = useStorePlace();
  const isListed = view.row.state !== "unlisted";
  return (
    <Card title={t("card")}>
      <div className="form">
        <StandingList view={view} />
        {isListed ? <Chooser view={view} /> : <p className="soft">{t("unlisted")}</p>}
        <p className="dim">
          {season.modules.promotions
            ? `${t("atOnce")} ${promotionKinds.map((one) => t(`names.${one}`)).join(" → ")}`
            : t("onlyCuts")}
        </p>
        <ListPrice view={view} />
        <p>
          <Link to={`${here}/products`} search={{ tab: "promotions" }}>
            {t("more")}
          </Link>
        </p>
      </div>
    </Card>
  );
}

function StandingList({ view }: { view: EditorView }) {
  const { t } = useTranslation("offers");
  const { promotions } = view.row;
  if (promotions.length === 0) return null;
  return (
    <div>
      <h3 className="sub-head">{t("stand")}</h3>
      <ul className="plain-list">
        {promotions.map((one) => (
          <StandingLine key={`${one.kind}/${one.from}`} view={view} standing={one} />
        ))}
      </ul>
    </div>
  );
}

function StandingLine({ view, standing }: { view: EditorView; standing: Standing }) {
  const { t } = useTranslation("offers");
  const { currencyOf } = useMarkets();
  const termsOf = usePromotionTerms(standing.kind === "bundle");
  const { decide, isPending, error } = useDecide();
  const { kind, from, to } = standing;
  const end = {
    kind: "end-promotion",
    sku: view.sku,
    market: view.market,
    promotion: kind,
  } as const;
  return (
    <li className="promotion-line">
      <span>
        <b>{t(`names.${kind}`)}</b> {termsOf(standing, currencyOf(view.market))}{" "}
        <span className="dim">{t("days", { from, to })}</span>
      </span>
      <ActButton
        size="xs"
        variant="default"
        isPending={isPending}
        onClick={() => void decide([end])}
      >
        {t("end")}
      </ActButton>
      <Refused error={error} />
    </li>
  );
}

/** The promotion that is typed and its wish, or the key of what is missing before it is one. */
function usePromotionDraft(at: { sku: string; market: string }) {
  const wishOf = (form: PromotionForm | null) =>
    form === null ? "needKind" : promotionWish(form, at);
  const wishesOf = (form: PromotionForm | null): Wish[] => {
    const wish = wishOf(form);
    return typeof wish === "string" ? [] : [wish];
  };
  const kept = useDraft<PromotionForm>(`promotion/${at.sku}/${at.market}`, wishesOf);
  return { ...kept, wish: wishOf(kept.draft), wishes: wishesOf(kept.draft) };
}

function Chooser({ view }: { view: EditorView }) {
  const { t } = useTranslation("offers");
  const { season } = useStorePlace();
  const { decide, isPending, error, forget } = useDecide();
  const [startedOn, setStartedOn] = useState<number | null>(null);
  const at = { sku: view.sku, market: view.market };
  const { draft, save, drop, wish, wishes } = usePromotionDraft(at);
  const { day, days } = season;
  const { priceMinor } = view.row;
  const [projection] = useProjection(wishes);
  const refused = useRefusedWhy(projection);
  const why = typeof wish === "string" ? t(wish) : refused;
  const kinds = season.modules.promotions ? promotionKinds : promotionKinds.slice(0, 1);
  const change = (part: Partial<PromotionForm>) => {
    forget();
    setStartedOn(null);
    if (draft !== null) save({ ...draft, ...part });
  };
  const choose = (kind: string | null) => {
    forget();
    setStartedOn(null);
    if (kind === null) void drop();
    else save(firstForm(kind as PromotionKind, { day, days, priceMinor }));
  };
  const start = async () => {
    if ((await decide(wishes)) === null) return;
    setStartedOn(draft?.from ?? day);
    await drop();
  };
  const kind = draft?.kind ?? null;
  const accepted = projection?.kind === "accepted" ? projection : null;
  return (
    <>
      <Select
        label={t("choose")}
        placeholder={t("pick")}
        clearable
        value={kind}
        onChange={choose}
        data={kinds.map((one) => ({ value: one, label: t(`names.${one}`) }))}
        description={kind === null ? undefined : t(`does.${kind}`)}
      />
      {draft === null ? null : <PromotionFields form={draft} change={change} at={at} />}
      {draft === null || accepted === null || accepted.promotion === null ? null : (
        <>
          {kind === "bundle" ? (
            <BundlePreview preview={accepted.promotion} />
          ) : (
            <PromotionPreview preview={accepted.promotion} />
          )}
          <Warnings of={accepted.warnings} />
        </>
      )}
      {kind === null || why === undefined ? null : <p className="warn">{why}</p>}
      {startedOn === null ? null : (
        <p className="good" role="status">
          {t("started", { day: startedOn })}
        </p>
      )}
      <Refused error={error} />
      <div>
        <ActButton isPending={isPending} onClick={() => void start()} disabledReason={why}>
          {t("run")}
        </ActButton>
      </div>
    </>
  );
}
