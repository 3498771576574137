import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { digitsOf, useFormat } from "../../../../text/format.ts";
import { ActButton, DrawerAct, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useProjection } from "../use-projection.ts";
import { type Projection, useDecide, type Wish } from "../use-store.ts";

/** A form of one wish about money: its fields, what it brings and costs while typing, one act. */
export function DealForm({
  wish,
  act,
  costs,
  done,
  children,
  more,
  isInCard = false,
}: {
  /** Null while it is not whole. */
  wish: Wish | null;
  act: string;
  /** The word before what it costs. */
  costs: string;
  done: () => void;
  children: ReactNode;
  more?: ReactNode;
  /** In a card among others, where the act stays with its fields; else a drawer's. */
  isInCard?: boolean;
}) {
  const { t } = useTranslation("finance");
  const wishes = wish === null ? [] : [wish];
  const [projection] = useProjection(wishes);
  const { decide, isPending, error } = useDecide();
  const why = useRefusedWhy(projection);
  const handIn = async () => {
    if ((await decide(wishes)) !== null) done();
  };
  const button = {
    isPending,
    onClick: () => void handIn(),
    disabledReason: wish === null ? t("financing.enterAmount") : why,
  };
  return (
    <div className="grid">
      {children}
      <DealLines projection={projection} costs={costs} />
      {projection?.kind === "accepted" ? more : null}
      <Projected projection={withoutCash(projection)} />
      <Refused error={error} />
      {isInCard ? (
        <div>
          <ActButton {...button}>{act}</ActButton>
        </div>
      ) : (
        <DrawerAct {...button} isSaidAbove={wish !== null}>
          {act}
        </DrawerAct>
      )}
    </div>
  );
}

/** The lines above already say what is got and paid. */
const withoutCash = (projection: Projection | undefined): Projection | undefined =>
  projection?.kind === "accepted" ? { ...projection, cashMinor: 0 } : projection;

function DealLines({ projection, costs }: { projection: Projection | undefined; costs: string }) {
  const { t } = useTranslation("finance");
  const format = useFormat();
  if (projection?.kind !== "accepted" || projection.deal === null) return null;
  const { currency, getsMinor, costMinor } = projection.deal;
  return (
    <dl className="fact-list deal" aria-live="polite">
      <dt>{t("financing.gets")}</dt>
      <dd>
        <b>{format.money(getsMinor, currency)}</b>
      </dd>
      <dt>{costs}</dt>
      <dd>{format.money(costMinor, currency)}</dd>
    </dl>
  );
}

/** An amount of money, typed in whole units of its currency. */
export function AmountField({
  currency,
  minor,
  setMinor,
  mostMinor,
}: {
  currency: string;
  minor: number | null;
  setMinor: (minor: number | null) => void;
  /** What "all of it" means; left out where there is no all. */
  mostMinor?: number;
}) {
  const { t } = useTranslation("finance");
  const digits = digitsOf(currency);
  const scale = 10 ** digits;
  return (
    <div className="amount-field">
      <NumberField
        label={t("financing.amount", { currency })}
        digits={digits}
        padTo={digits}
        min={0}
        value={minor === null ? null : minor / scale}
        onValue={(value) => setMinor(value === null ? null : Math.round(value * scale))}
      />
      {mostMinor === undefined || mostMinor <= 0 ? null : (
        <button type="button" className="text-act" onClick={() => setMinor(mostMinor)}>
          {t("financing.all")}
        </button>
      )}
    </div>
  );
}
