import { Drawer } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { DataTable } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton } from "../parts.tsx";
import { useColumns } from "../use-columns.tsx";
import type { Finance, Loan } from "./finance-answer.ts";
import { Borrow, Repay } from "./loan-forms.tsx";

/** What is owed, when the next part is due, what the bank would still lend. */
export function Loans({ finance }: { finance: Finance }) {
  const { t } = useTranslation(["finance", "report"]);
  const format = useFormat();
  const [opened, setOpened] = useState<"borrow" | Loan | null>(null);
  const close = () => setOpened(null);
  const left = (term: "short" | "long") =>
    format.money(
      finance.lines.find((line) => line.term === term)?.leftMinor ?? 0,
      finance.currency,
      { short: true },
    );
  return (
    <Card
      title={t("financing.loans")}
      note={t("financing.linesNote", { short: left("short"), long: left("long") })}
      acts={
        <ActButton size="xs" variant="light" onClick={() => setOpened("borrow")}>
          {t("financing.borrow")}
        </ActButton>
      }
      flush
    >
      {finance.loans.length === 0 ? (
        <p className="card-body soft">{t("financing.noLoans")}</p>
      ) : (
        <LoanTable finance={finance} repay={setOpened} />
      )}
      <Drawer
        opened={opened !== null}
        onClose={close}
        position="right"
        size="md"
        title={
          opened === null || opened === "borrow"
            ? t("financing.borrow")
            : t("financing.repayOf", {
                money: format.money(opened.principalMinor, finance.currency),
              })
        }
        closeButtonProps={{ "aria-label": t("close") }}
      >
        {opened === null ? null : opened === "borrow" ? (
          <Borrow finance={finance} done={close} />
        ) : (
          <Repay finance={finance} loan={opened} done={close} />
        )}
      </Drawer>
    </Card>
  );
}

function LoanTable({ finance, repay }: { finance: Finance; repay: (loan: Loan) => void }) {
  const { t } = useTranslation(["finance", "report"]);
  const format = useFormat();
  const { text, count, money, bare } = useColumns<Loan>();
  const shown = (minor: number) => format.money(minor, finance.currency);
  return (
    <DataTable
      rows={finance.loans}
      caption={t("financing.loans")}
      rowKey={({ loan }) => String(loan)}
      exportAs="loans"
      card={{ head: "term", mark: "open", facts: ["yearly", "next"], act: "act" }}
      columns={[
        text("term", t("financing.term"), ({ term }) => t(`financing.terms.${term}`)),
        money(
          "open",
          t("financing.open"),
          ({ openMinor }) => openMinor,
          () => finance.currency,
        ),
        count(
          "yearly",
          t("financing.yearly"),
          ({ yearlyBp }) => yearlyBp,
          ({ yearlyBp, interestADayMinor }) => (
            <>
              {format.percent(yearlyBp)}{" "}
              <span className="dim block">
                {t("financing.aDay", { money: shown(interestADayMinor) })}
              </span>
            </>
          ),
        ),
        count(
          "next",
          t("financing.next"),
          ({ dueOn }) => dueOn ?? 999,
          ({ dueOn, partMinor }) =>
            dueOn === null ? (
              t("financing.asYouLike")
            ) : (
              <>
                {shown(partMinor)} <span className="dim block">{t("dayN", { day: dueOn })}</span>
              </>
            ),
        ),
        bare("act", "", (loan) => (
          <ActButton size="xs" variant="subtle" onClick={() => repay(loan)}>
            {t("financing.repay")}
          </ActButton>
        )),
      ]}
    />
  );
}
