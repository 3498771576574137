import { Button, Drawer, SegmentedControl, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../api/query.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { useFaultText } from "../../../parts/faults.ts";
import { NumberField } from "../../../parts/number-field.tsx";
import { Problem } from "../../../parts/page.tsx";
import type { Tile } from "./tiles.ts";
import { seen } from "./use-steer.ts";

const amountMax = 10_000_000;

/** Help or a penalty: a line in a store's books that everybody who sees them can read. */
export function AdjustDrawer({ tile, onClose }: { tile: Tile | null; onClose: () => void }) {
  const { t } = useTranslation("steer");
  const season = useSeason();
  const [kind, setKind] = useState<"help" | "penalty">("help");
  const [amount, setAmount] = useState<number | null>(null);
  const [reason, setReason] = useState("");
  const adjust = useAct("POST /practice/seasons/:season/stores/:store/adjustments", seen);
  const fault = useFaultText(adjust.error);
  const minor = Math.round((amount ?? 0) * 10 ** season.booksDigits);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tile === null) return;
    adjust.mutate(
      {
        where: { season: season.id, store: String(tile.store) },
        body: { amountMinor: kind === "help" ? minor : -minor, reason },
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Drawer
      opened={tile !== null}
      onClose={onClose}
      position="right"
      title={t("adjust.title", { name: tile?.name ?? "" })}
    >
      <form className="form" onSubmit={submit}>
        <SegmentedControl
          aria-label={t("adjust.kind")}
          value={kind}
          onChange={(value) => setKind(value === "penalty" ? "penalty" : "help")}
          data={(["help", "penalty"] as const).map((one) => ({
            value: one,
            label: t(`adjust.kinds.${one}`),
          }))}
        />
        <p className="soft">{t(`adjust.texts.${kind}`)}</p>
        <NumberField
          label={t("adjust.amount", { currency: season.booksCurrency })}
          value={amount}
          onValue={setAmount}
          min={0.01}
          max={amountMax}
          digits={season.booksDigits}
          thousandSeparator=","
          error={fault("amountMinor")}
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
        <Button type="submit" loading={adjust.isPending}>
          {t(`adjust.go.${kind}`)}
        </Button>
      </form>
    </Drawer>
  );
}
