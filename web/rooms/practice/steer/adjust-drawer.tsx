import { Button, Drawer, SegmentedControl, Textarea } from "@mantine/core";
import { adjustmentMinorMax } from "@echelon/contract/practice/typed-limits.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../api/query.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { useFaultText } from "../../../parts/faults.ts";
import { NumberField } from "../../../parts/number-field.tsx";
import { Problem } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import { useStoreName } from "../store-name.ts";
import type { Tile } from "./tiles.ts";
import { Concern, useAskOnce } from "./use-ask-once.tsx";
import { seen } from "./use-steer.ts";

type Kind = "help" | "penalty";

/** Which of the two it is, and what that means. */
function KindChoice({ kind, onKind }: { kind: Kind; onKind: (kind: Kind) => void }) {
  const { t } = useTranslation("steer");
  return (
    <>
      <SegmentedControl
        aria-label={t("adjust.kind")}
        value={kind}
        onChange={(value) => onKind(value === "penalty" ? "penalty" : "help")}
        data={(["help", "penalty"] as const).map((one) => ({
          value: one,
          label: t(`adjust.kinds.${one}`),
        }))}
      />
      <p className="soft">{t(`adjust.texts.${kind}`)}</p>
    </>
  );
}

/** A sum beyond what a store began with is most likely a slip: null, or the question. */
function useConcern(minor: number): string | null {
  const { t } = useTranslation("events");
  const format = useFormat();
  const { booksCurrency, openingCashMinor } = useSeason();
  if (minor <= openingCashMinor) return null;
  return t("events.adjust.ask", {
    money: format.money(minor, booksCurrency),
    times: format.number(minor / Math.max(1, openingCashMinor), 1),
    opening: format.money(openingCashMinor, booksCurrency),
  });
}

/** Help or a penalty: a line in a store's books that everybody who sees them can read. */
export function AdjustDrawer({ tile, onClose }: { tile: Tile | null; onClose: () => void }) {
  const { t } = useTranslation("steer");
  const nameOf = useStoreName();
  return (
    <Drawer
      opened={tile !== null}
      onClose={onClose}
      position="right"
      title={t("adjust.title", { name: tile === null ? "" : nameOf(tile) })}
    >
      {tile === null ? null : <AdjustForm tile={tile} onDone={onClose} />}
    </Drawer>
  );
}

function AdjustForm({ tile, onDone }: { tile: Tile; onDone: () => void }) {
  const { t } = useTranslation(["steer", "events"]);
  const format = useFormat();
  const season = useSeason();
  const nameOf = useStoreName();
  const [kind, setKind] = useState<Kind>("help");
  const [amount, setAmount] = useState<number | null>(null);
  const [reason, setReason] = useState("");
  const adjust = useAct("POST /practice/seasons/:season/stores/:store/adjustments", seen);
  const fault = useFaultText(adjust.error);
  const minor = Math.round((amount ?? 0) * 10 ** season.booksDigits);
  const money = format.money(minor, season.booksCurrency);
  const { asked, mayGo } = useAskOnce(useConcern(minor));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!mayGo()) return;
    adjust.mutate(
      {
        where: { season: season.id, store: String(tile.store) },
        body: { amountMinor: kind === "help" ? minor : -minor, reason },
      },
      { onSuccess: onDone },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <KindChoice kind={kind} onKind={setKind} />
      <NumberField
        label={t("adjust.amount", { currency: season.booksCurrency })}
        value={amount}
        onValue={setAmount}
        min={1 / 10 ** season.booksDigits}
        max={adjustmentMinorMax / 10 ** season.booksDigits}
        digits={season.booksDigits}
        thousandSeparator=","
        error={fault("amountMinor")}
        isStrict
        required
      />
      <Textarea
        label={t("adjust.reason")}
        description={t("adjust.reasonHint")}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={fault("reason")}
        maxLength={400}
        autosize
        minRows={2}
        required
      />
      {adjust.error === null ? null : <Problem error={adjust.error} />}
      {minor <= 0 || minor > adjustmentMinorMax ? null : (
        <p className="soft">
          {t(`events.adjust.will.${kind}`, { money, name: nameOf(tile), day: season.day })}
        </p>
      )}
      <Concern text={asked} />
      <Button type="submit" loading={adjust.isPending}>
        {asked === null ? t(`adjust.go.${kind}`) : t("events.adjust.sure", { money })}
      </Button>
    </form>
  );
}
