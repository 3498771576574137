import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { RefusalError } from "../../../../api/client.ts";
import { useFormat } from "../../../../text/format.ts";
import { GuideNext } from "../guide.tsx";
import { ActButton, Refused, Warnings } from "../parts.tsx";
import { useRefused } from "../said.ts";
import { useStorePlace } from "../use-store.ts";
import type { Section } from "./editor-parts.ts";
import { formFault } from "./listing-form.ts";
import { isEmptyWarehouse } from "./service-order.ts";

type Props = Section & {
  count: number;
  isPending: boolean;
  error: RefusalError | null;
  undo: () => void;
  handIn: () => void;
  isDone: boolean;
};

/** The editor's one act, with what it would cost before it is done. */
export function PublishBar(props: Props) {
  const { view, form, sum, count, isPending, error, undo, handIn, isDone } = props;
  const { t } = useTranslation("practice");
  const { season } = useStorePlace();
  const refused = useRefused();
  const isNew = view.row.state === "unlisted";
  const fault = formFault(form);
  const refusal = sum.refusals[0];
  const why =
    fault === undefined ? (refusal === undefined ? undefined : refused(refusal)) : t(fault);
  if (count === 0 && !isNew) {
    return isDone ? (
      <div className="hand-in hand-in-alone" role="status">
        <span className="good">{t("listing.done", { day: season.day })}</span>
        <span className="hand-in-acts">
          <GuideNext />
        </span>
      </div>
    ) : null;
  }
  return (
    <div className="hand-in hand-in-alone">
      <Summary {...props} why={why} />
      <span className="hand-in-acts">
        {count === 0 ? null : (
          <Button variant="default" onClick={undo}>
            {t("undo")}
          </Button>
        )}
        <ActButton isPending={isPending} onClick={handIn} disabledReason={why}>
          {isNew ? t("listing.publish") : t("listing.handIn", { count })}
        </ActButton>
      </span>
      <Refused error={error} />
    </div>
  );
}

function Summary({ view, form, sum, why, count }: Props & { why: string | undefined }) {
  const { t } = useTranslation("practice");
  const { season } = useStorePlace();
  const format = useFormat();
  const economics = form.priceMinor === null ? null : sum.economics;
  const service = view.services.find(({ id }) => id === form.service);
  const isFromNothing = service !== undefined && isEmptyWarehouse(service);
  return (
    <div className="hand-in-text" aria-live="polite">
      {economics === null || count === 0 ? null : (
        <span className={economics.marginMinor < 0 ? "bad" : ""}>
          {t("listing.marginNow", {
            money: format.money(economics.marginMinor, economics.currency),
            share: format.percent(economics.marginBp),
          })}
        </span>
      )}
      {sum.cashMinor === 0 ? null : (
        <span>
          {t("listing.paidNow", { money: format.money(-sum.cashMinor, season.booksCurrency) })}
        </span>
      )}
      {isFromNothing ? <strong className="bad">{t("listing.emptyWarehouseText")}</strong> : null}
      {why === undefined ? <Warnings of={sum.warnings} /> : <span className="warn">{why}</span>}
    </div>
  );
}
