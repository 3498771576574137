import { Chip, MultiSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { Loaded } from "../../../../parts/page.tsx";
import { NumberField } from "../../../../parts/number-field.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import {
  othersMost,
  type PromotionForm,
  usesDepth,
  usesPieces,
  usesSum,
} from "./promotion-wish.ts";

type Props = {
  form: PromotionForm;
  change: (part: Partial<PromotionForm>) => void;
  /** The listing that is promoted. */
  at: { readonly sku: string; readonly market: string };
};

/** The few fields that the chosen kind asks for, then its days. */
export function PromotionFields({ form, change, at }: Props) {
  const { t } = useTranslation("offers");
  const { kind } = form;
  if (kind === null) return null;
  return (
    <>
      <div className="field-pair">
        {kind === "bundle" ? <Others form={form} change={change} at={at} /> : null}
        {usesPieces(kind) ? (
          <NumberField
            label={t(`piecesOf.${kind}`)}
            min={2}
            max={kind === "group-buy" ? 10_000 : 10}
            value={form.pieces}
            onValue={(pieces) => change({ pieces })}
          />
        ) : null}
        {usesDepth(kind) ? (
          <NumberField
            label={t(kind === "nth-piece" ? "depthOfPiece" : "depth")}
            min={1}
            max={90}
            suffix="%"
            value={form.depthBp === null ? null : form.depthBp / 100}
            onValue={(value) =>
              change({ depthBp: value === null ? null : Math.round(value * 100) })
            }
          />
        ) : null}
        {usesSum(kind) ? <Sums form={form} change={change} at={at} /> : null}
        {kind === "price-cut" ? null : (
          <NumberField
            label={t(kind === "bundle" ? "capSets" : "cap")}
            description={t("capText")}
            min={0}
            max={100_000}
            value={form.capUnits}
            onValue={(capUnits) => change({ capUnits })}
          />
        )}
      </div>
      {kind === "flash-sale" ? <Slices form={form} change={change} /> : null}
      <Days form={form} change={change} />
    </>
  );
}

/** The other products of a bundle: what the store has on sale in the same market. */
function Others({ form, change, at }: Props) {
  const { t } = useTranslation("offers");
  const { where } = useStorePlace();
  const format = useFormat();
  const products = useAnswer("GET /practice/seasons/:season/stores/:store/products", { where });
  return (
    <Loaded of={products} rows={1}>
      {({ offers }) => (
        <MultiSelect
          label={t("others")}
          description={t("othersText")}
          searchable
          clearable
          maxValues={othersMost}
          data={offers
            .filter(
              ({ sku, listings }) =>
                sku !== at.sku &&
                listings.some((one) => one.market === at.market && one.state === "live"),
            )
            .map(({ sku, name }) => ({ value: sku, label: format.name(name) }))}
          value={[...form.others]}
          onChange={(others) => change({ others })}
          nothingFoundMessage={t("noOthers")}
        />
      )}
    </Loaded>
  );
}

function Sums({ form, change, at: { market } }: Props) {
  const { t } = useTranslation("offers");
  const { currencyOf, scaleOf } = useMarkets();
  const currency = currencyOf(market);
  const scale = scaleOf(market);
  const digits = Math.round(Math.log10(scale));
  const field = (key: "overMinor" | "offMinor", label: string) => {
    const minor = form[key];
    return (
      <NumberField
        label={label}
        min={0}
        digits={digits}
        padTo={digits}
        value={minor === null ? null : minor / scale}
        onValue={(value) => change({ [key]: value === null ? null : Math.round(value * scale) })}
      />
    );
  };
  return (
    <>
      {field("overMinor", t("over", { currency }))}
      {form.kind === "full-reduction" ? field("offMinor", t("off", { currency })) : null}
    </>
  );
}

const parts = [0, 1, 2, 3] as const;

function Slices({ form, change }: Pick<Props, "form" | "change">) {
  const { t } = useTranslation("offers");
  return (
    <div role="group" aria-label={t("slices")}>
      <Chip.Group
        multiple
        value={form.slices.map(String)}
        onChange={(chosen) => change({ slices: chosen.map(Number) })}
      >
        <div className="row">
          {parts.map((slice) => (
            <Chip key={slice} value={String(slice)} size="sm">
              {t(`slice.${slice}`)}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </div>
  );
}

const daysMax = 30;

function Days({ form, change }: Pick<Props, "form" | "change">) {
  const { t } = useTranslation("offers");
  const { season } = useStorePlace();
  const from = form.from ?? season.day;
  return (
    <div className="field-pair">
      <NumberField
        label={t("fromDay")}
        min={season.day}
        max={season.days}
        value={form.from}
        onValue={(value) => change({ from: value })}
      />
      <NumberField
        label={t("toDay")}
        min={from}
        max={Math.min(season.days, from + daysMax - 1)}
        value={form.to}
        onValue={(value) => change({ to: value })}
      />
    </div>
  );
}
