import { Drawer, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, ProductLabel, Refused } from "../parts.tsx";
import { useProjection } from "../use-projection.ts";
import { useDecide, useStorePlace, type Wish } from "../use-store.ts";
import { Projected, useRefusedWhy } from "../projected.tsx";
import type { SourcedProduct, SourcingAnswer, SupplierTerms } from "./sourcing-answer.ts";

type Props = {
  sourcing: SourcingAnswer;
  deal: { sku: string; supplier: number } | null;
  close: () => void;
};

/** Talks with a supplier of a product, and a sample of its goods. */
export function DealDrawer({ sourcing, deal, close }: Props) {
  const { t } = useTranslation(["sourcing", "report"]);
  const format = useFormat();
  const product = sourcing.products.find(({ sku }) => sku === deal?.sku);
  const terms = product?.suppliers.find(({ number }) => number === deal?.supplier);
  const isShown = product !== undefined && terms !== undefined;
  return (
    <Drawer
      opened={isShown}
      onClose={close}
      position="right"
      title={
        isShown
          ? t("deal.title", {
              supplier: t(`suppliers.${terms.number}`),
              product: format.name(product.name),
            })
          : ""
      }
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {isShown ? (
        <div className="grid">
          <ProductLabel name={product.name} sku={product.sku} picture={product.picture} />
          <Talks product={product} terms={terms} most={sourcing.roundsMost} />
          <Sample product={product} terms={terms} sourcing={sourcing} />
        </div>
      ) : null}
    </Drawer>
  );
}

type Of = { product: SourcedProduct; terms: SupplierTerms };

function Talks({ product, terms, most }: Of & { most: number }) {
  const { t } = useTranslation("sourcing");
  const format = useFormat();
  const [ask, setAsk] = useState<SupplierTerms["talks"][number]["ask"]>("price");
  const talk = terms.talks.find((one) => one.ask === ask);
  const { decide, isPending, error } = useDecide();
  if (talk === undefined) return null;
  const wish: Wish = { kind: "negotiate", sku: product.sku, supplier: terms.number, ask };
  const why = terms.isTalking
    ? t("deal.talking")
    : terms.rounds >= most
      ? t("deal.roundsUsed")
      : talk.isLeft
        ? undefined
        : t("deal.none");
  return (
    <section className="grid">
      <h3 className="sub-head">{t("deal.talk")}</h3>
      <p className="soft">{t("deal.talkText", { rounds: terms.rounds, most })}</p>
      <SegmentedControl
        aria-label={t("deal.ask")}
        value={ask}
        onChange={(value) => setAsk(value as typeof ask)}
        data={terms.talks.map((one) => ({
          value: one.ask,
          label: t("deal.askFor", {
            ask: t(`asks.${one.ask}`),
            step: format.percent(one.stepBp),
          }),
        }))}
      />
      <WhatMoves talk={talk} />
      {why === undefined ? null : <p className="soft">{why}</p>}
      <Refused error={error} />
      <ActButton isPending={isPending} onClick={() => void decide([wish])} disabledReason={why}>
        {t("deal.act")}
      </ActButton>
    </section>
  );
}

const parts = ["base", "byRelation", "byVolume", "byRounds", "byGranted"] as const;

/** The parts of a supplier's chance to give way; they sum to it within its bounds. */
function WhatMoves({ talk }: { talk: SupplierTerms["talks"][number] }) {
  const { t } = useTranslation("sourcing");
  const format = useFormat();
  const signed = (bp: number) => `${bp < 0 ? "−" : "+"}${format.percent(Math.abs(bp))}`;
  return (
    <table className="money-lines">
      <caption>{t("deal.moves")}</caption>
      <tbody>
        {parts.map((part) => (
          <tr key={part}>
            <th scope="row">{t(`deal.${part}`)}</th>
            <td>{signed(talk[`${part}Bp`])}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">
            <strong>{t("deal.chance")}</strong>
          </th>
          <td>
            <strong>{format.percent(talk.chanceBp)}</strong>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Sample({ product, terms, sourcing }: Of & { sourcing: SourcingAnswer }) {
  const { t } = useTranslation("sourcing");
  const { season } = useStorePlace();
  const format = useFormat();
  const wishes: Wish[] = terms.isSampled
    ? []
    : [{ kind: "order-sample", sku: product.sku, supplier: terms.number }];
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  const { decide, isPending, error } = useDecide();
  return (
    <section className="grid">
      <h3 className="sub-head">{t("deal.sample")}</h3>
      <p className="soft">
        {t("deal.sampleText", {
          units: sourcing.sampleUnits,
          cost: format.money(terms.sampleMinor, season.booksCurrency),
          testers: sourcing.testers,
          typical: format.number(sourcing.typicalMilli / 1_000, 1),
        })}
      </p>
      <Projected projection={projection} />
      {terms.isSampled ? <p className="soft">{t("deal.sampled")}</p> : null}
      <Refused error={error} />
      <ActButton
        isPending={isPending}
        onClick={() => void decide(wishes)}
        disabledReason={terms.isSampled ? t("deal.sampled") : why}
      >
        {t("deal.sampleAct")}
      </ActButton>
    </section>
  );
}
