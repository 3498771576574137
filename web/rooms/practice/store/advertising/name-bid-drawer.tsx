import { Drawer, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useStoreName } from "../../store-name.ts";
import { ActButton, DrawerAct, ProductLabel, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useProjection } from "../use-projection.ts";
import { useDecide, useStorePlace } from "../use-store.ts";
import { ticksPerUsd, typedTicks } from "./ad-money.ts";
import type { Ads } from "./ads-answer.ts";
import {
  type NameBid,
  type NameBids,
  nameFault,
  type NameForm,
  nameWishes,
  takeBack,
} from "./name-answer.ts";

type Props = { ads: Ads; view: NameBids; open: NameBid | "new" | null; close: () => void };

/** A bid on a name: for which product, in which campaign, how much a click. */
export function NameBidDrawer({ ads, view, open, close }: Props) {
  const { t } = useTranslation(["names", "report"]);
  const nameOf = useStoreName();
  const title = open === null || open === "new" ? t("add") : nameOf(open.named);
  return (
    <Drawer
      opened={open !== null}
      onClose={close}
      position="right"
      size="md"
      title={title}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {open === null ? null : (
        <Form ads={ads} view={view} bid={open === "new" ? null : open} close={close} />
      )}
    </Drawer>
  );
}

type FormProps = { ads: Ads; view: NameBids; bid: NameBid | null; close: () => void };

function Form({ ads, view, bid, close }: FormProps) {
  const { t } = useTranslation(["names", "report"]);
  const [form, setForm] = useState<NameForm>({
    campaign: bid?.campaign ?? ads.campaigns[0]?.campaign ?? null,
    sku: bid?.sku ?? null,
    store: bid?.named.store ?? null,
    bidTicks: bid?.bidTicks ?? null,
  });
  const fault = nameFault(form);
  const wishes = nameWishes(form);
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  const { decide, isPending, error } = useDecide();
  const hand = async (given: typeof wishes) => {
    if ((await decide(given)) !== null) close();
  };
  return (
    <div className="grid">
      {bid === null ? (
        <WhatFields ads={ads} view={view} form={form} setForm={setForm} />
      ) : (
        <ProductLabel name={bid.name} sku={bid.sku} />
      )}
      <BidField ads={ads} bid={bid} form={form} setForm={setForm} />
      <Projected projection={projection} />
      <Refused error={error} />
      <DrawerAct
        isPending={isPending}
        onClick={() => void hand(wishes)}
        disabledReason={fault === undefined ? why : t(fault)}
        isSaidAbove={fault === undefined}
      >
        {t("bidNow")}
      </DrawerAct>
      {bid === null ? null : (
        <ActButton
          variant="default"
          isPending={isPending}
          onClick={() => void hand([takeBack(bid)])}
        >
          {t("takeBack")}
        </ActButton>
      )}
    </div>
  );
}

type FieldProps = { ads: Ads; form: NameForm; setForm: (form: NameForm) => void };

function WhatFields({ ads, view, form, setForm }: FieldProps & { view: NameBids }) {
  const { t } = useTranslation("names");
  return (
    <>
      <Select
        label={t("campaign")}
        description={t("campaignText")}
        allowDeselect={false}
        data={ads.campaigns.map((one) => ({ value: String(one.campaign), label: one.name }))}
        value={form.campaign === null ? null : String(form.campaign)}
        onChange={(value) => setForm({ ...form, campaign: value === null ? null : Number(value) })}
      />
      <ProductField ads={ads} form={form} setForm={setForm} />
      <StoreField view={view} form={form} setForm={setForm} />
    </>
  );
}

/** Products on sale where the campaign runs. */
function ProductField({ ads, form, setForm }: FieldProps) {
  const { t } = useTranslation(["names", "report"]);
  const { where } = useStorePlace();
  const format = useFormat();
  const products = useAnswer("GET /practice/seasons/:season/stores/:store/products", {
    where,
  }).data;
  const markets = ads.campaigns.find(({ campaign }) => campaign === form.campaign)?.markets ?? [];
  const offers = (products?.offers ?? []).filter(({ listings }) =>
    listings.some(({ state, market }) => state === "live" && markets.includes(market)),
  );
  return (
    <Select
      label={t("toAdvertise")}
      placeholder={t("chooseProduct")}
      {...(products !== undefined && offers.length === 0
        ? { description: t("ads.noListing") }
        : {})}
      searchable
      data={offers.map(({ sku, name }) => ({ value: sku, label: format.name(name) }))}
      value={form.sku}
      onChange={(sku) => setForm({ ...form, sku })}
    />
  );
}

/** The own store, then those that sell goods of the own categories, then all others. */
function StoreField({ view, form, setForm }: Omit<FieldProps, "ads"> & { view: NameBids }) {
  const { t } = useTranslation("names");
  const { where } = useStorePlace();
  const nameOf = useStoreName();
  const isOwn = (store: number) => String(store) === where.store;
  const option = (one: NameBids["stores"][number]) => ({
    value: String(one.store),
    label: isOwn(one.store) ? t("own", { name: nameOf(one) }) : nameOf(one),
  });
  const others = view.stores.filter(({ store }) => !isOwn(store));
  const groups = [
    { group: t("group.own"), items: view.stores.filter(({ store }) => isOwn(store)).map(option) },
    { group: t("group.near"), items: others.filter(({ isNear }) => isNear).map(option) },
    { group: t("group.far"), items: others.filter(({ isNear }) => !isNear).map(option) },
  ].filter(({ items }) => items.length > 0);
  return (
    <Select
      label={t("store")}
      description={t("storeText")}
      placeholder={t("chooseStore")}
      searchable
      limit={60}
      data={groups}
      value={form.store === null ? null : String(form.store)}
      onChange={(value) => setForm({ ...form, store: value === null ? null : Number(value) })}
    />
  );
}

function BidField({ ads, bid, form, setForm }: FieldProps & { bid: NameBid | null }) {
  const { t } = useTranslation("names");
  const format = useFormat();
  const reserve = format.ticks(ads.reserveTicks);
  const breakEven = bid?.breakEvenTicks ?? 0;
  return (
    <NumberField
      label={t("bid")}
      description={
        breakEven === 0
          ? t("bidReserve", { reserve })
          : t("bidText", { reserve, breakEven: format.ticks(breakEven) })
      }
      prefix="$"
      min={0}
      digits={4}
      padTo={2}
      value={form.bidTicks === null ? null : form.bidTicks / ticksPerUsd}
      onValue={(value) => setForm({ ...form, bidTicks: value === null ? null : typedTicks(value) })}
    />
  );
}
