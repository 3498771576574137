import { Button, Drawer, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { DrawerAct, ProductLabel, Refused } from "../parts.tsx";
import { useProjection } from "../use-projection.ts";
import { useDecide, type Wish } from "../use-store.ts";
import { Projected, useRefusedWhy } from "../projected.tsx";
import type { Arrival } from "./stock-answer.ts";

/** Shares that are offered, basis points. */
const shares = [1_000, 3_000, 10_000] as const;

/** Has the goods of a purchase looked at when they come. */
export function InspectPurchase({ arrival }: { arrival: Arrival }) {
  const { t } = useTranslation("sourcing");
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { inspectBp } = arrival;
  if (inspectBp > 0) {
    const share = format.percent(inspectBp);
    return <span className="badge">{t("inspect.planned", { share })}</span>;
  }
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={t("inspect.openOf", { product: format.name(arrival.name) })}
        onClick={() => setOpen(true)}
      >
        {t("inspect.open")}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="right"
        title={t("inspect.title")}
        closeButtonProps={{ "aria-label": t("inspect.close") }}
      >
        {isOpen ? <Plan arrival={arrival} close={() => setOpen(false)} /> : null}
      </Drawer>
    </>
  );
}

function Plan({ arrival, close }: { arrival: Arrival; close: () => void }) {
  const { t } = useTranslation("sourcing");
  const format = useFormat();
  const [shareBp, setShare] = useState<number>(shares[1]);
  const { sku, name, number } = arrival;
  const wishes: Wish[] = [{ kind: "order-inspection", sku, purchase: number, shareBp }];
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  const { decide, isPending, error } = useDecide();
  const order = async () => {
    if ((await decide(wishes)) !== null) close();
  };
  return (
    <div className="grid">
      <ProductLabel name={name} sku={sku} />
      <p className="soft">{t("inspect.text")}</p>
      <SegmentedControl
        aria-label={t("inspect.share")}
        value={String(shareBp)}
        onChange={(value) => setShare(Number(value))}
        data={shares.map((share) => ({ value: String(share), label: format.percent(share) }))}
      />
      <Projected projection={projection} />
      <Refused error={error} />
      <DrawerAct
        isPending={isPending}
        onClick={() => void order()}
        disabledReason={why}
        isSaidAbove
      >
        {t("inspect.act")}
      </DrawerAct>
    </div>
  );
}
