import { Button, Drawer } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, DrawerAct, ProductLabel, Refused } from "../parts.tsx";
import { useProjection } from "../use-projection.ts";
import { useDecide, useStorePlace, type Wish } from "../use-store.ts";
import { Projected, useRefusedWhy } from "../projected.tsx";
import type { Arrival } from "./stock-answer.ts";

/** Calls a purchase off, until its goods leave the supplier. */
export function CancelPurchase({ arrival }: { arrival: Arrival }) {
  const { t } = useTranslation("sourcing");
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { cancel } = arrival;
  if (cancel === null) return <span className="dim">{t("cancel.gone")}</span>;
  return (
    <>
      <span className="row">
        <Button
          size="xs"
          variant="default"
          aria-label={t("cancel.openOf", { product: format.name(arrival.name) })}
          onClick={() => setOpen(true)}
        >
          {t("cancel.open")}
        </Button>
        <span className="dim">{t("cancel.until", { day: cancel.lastDay })}</span>
      </span>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="right"
        title={t("cancel.title")}
        closeButtonProps={{ "aria-label": t("cancel.keep") }}
      >
        {isOpen ? <Ask arrival={arrival} cancel={cancel} close={() => setOpen(false)} /> : null}
      </Drawer>
    </>
  );
}

type AskProps = { arrival: Arrival; cancel: NonNullable<Arrival["cancel"]>; close: () => void };

function Ask({ arrival, cancel, close }: AskProps) {
  const { t } = useTranslation("sourcing");
  const { season } = useStorePlace();
  const format = useFormat();
  const { sku, name, number, units, supplier } = arrival;
  const wishes: Wish[] = [{ kind: "cancel-purchase", sku, purchase: number }];
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  const { decide, isPending, error } = useDecide();
  const money = (minor: number) => format.money(minor, season.booksCurrency);
  const facts = {
    units: format.number(units),
    supplier: t(`suppliers.${supplier}`),
    fee: money(cancel.feeMinor),
    back: money(cancel.backMinor),
  };
  const callOff = async () => {
    if ((await decide(wishes)) !== null) close();
  };
  return (
    <div className="grid">
      <ProductLabel name={name} sku={sku} />
      <p>{cancel.backMinor >= 0 ? t("cancel.text", facts) : t("cancel.textOwed", facts)}</p>
      <Projected projection={projection} />
      <Refused error={error} />
      <DrawerAct
        isPending={isPending}
        onClick={() => void callOff()}
        disabledReason={why}
        isSaidAbove
      >
        {t("cancel.act")}
      </DrawerAct>
      <ActButton variant="default" onClick={close}>
        {t("cancel.keep")}
      </ActButton>
    </div>
  );
}
