import { Drawer } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MoneyText } from "../../../../parts/figures.tsx";
import { Card } from "../../../../parts/page.tsx";
import { DataTable } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton } from "../parts.tsx";
import { useColumns } from "../use-columns.tsx";
import { ExchangeForm } from "./exchange-form.tsx";
import type { Finance } from "./finance-answer.ts";

type Row = Finance["forwards"][number];

/** Rates that are fixed, what each would gain or lose by now, and fixing one more. */
export function Forwards({ finance }: { finance: Finance }) {
  const { t } = useTranslation(["finance", "report"]);
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { count, money } = useColumns<Row>();
  const close = () => setOpen(false);
  return (
    <Card
      title={t("financing.forwards")}
      note={t("financing.forwardsNote")}
      acts={
        <ActButton size="xs" variant="light" onClick={() => setOpen(true)}>
          {t("financing.hedge")}
        </ActButton>
      }
      flush
    >
      {finance.forwards.length === 0 ? (
        <p className="card-body soft">{t("financing.noForwards")}</p>
      ) : (
        <DataTable
          rows={finance.forwards}
          caption={t("financing.forwards")}
          rowKey={({ number }) => String(number)}
          exportAs="forwards"
          card={{ head: "due", mark: "value", facts: ["give", "get"] }}
          columns={[
            count(
              "due",
              t("financing.due"),
              ({ dueOn }) => dueOn,
              ({ dueOn }) => t("dayN", { day: dueOn }),
            ),
            money(
              "give",
              t("financing.give"),
              ({ fromMinor }) => fromMinor,
              ({ from }) => from,
            ),
            money(
              "get",
              t("financing.get"),
              ({ toMinor }) => toMinor,
              ({ to }) => to,
              ({ toMinor, to }) => format.money(toMinor, to),
            ),
            money(
              "value",
              t("financing.value"),
              ({ valueMinor }) => valueMinor,
              () => finance.currency,
              ({ valueMinor }) => <MoneyText minor={valueMinor} currency={finance.currency} sign />,
            ),
          ]}
        />
      )}
      <Drawer
        opened={isOpen}
        onClose={close}
        position="right"
        size="md"
        title={t("financing.hedge")}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        {isOpen ? <ExchangeForm kind="hedge-currency" finance={finance} done={close} /> : null}
      </Drawer>
    </Card>
  );
}
