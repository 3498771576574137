import "./money.css";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { MoneyText } from "../../../../parts/figures.tsx";
import { DataTable } from "../../../../parts/table.tsx";
import { useStorePlace } from "../use-store.ts";

type Money = Answer<"GET /practice/seasons/:season/stores/:store/money">;
export type StatementLine = Money["profit"][number];

/** Name of a statement's line: an account, a kind of document, or a sum. */
export function useLineName(): (line: Pick<StatementLine, "code" | "level" | "account">) => string {
  const { t } = useTranslation(["ledger", "report"]);
  return ({ code, level, account }) => {
    if (account !== null) return t(`account.${code}`);
    return level === 2 ? t([`document.${code}`, `account.${code}`]) : t(`line.${code}`);
  };
}

/** One statement; each account opens its postings. */
export function Statement({
  lines,
  title,
  money,
  exportAs,
}: {
  lines: readonly StatementLine[];
  title: string;
  money: Pick<Money, "currency" | "from" | "to">;
  exportAs: string;
}) {
  const { t } = useTranslation(["ledger", "report"]);
  const { here, season } = useStorePlace();
  const nameOf = useLineName();
  const { from, to, currency } = money;
  return (
    <DataTable
      rows={lines}
      caption={title}
      rowKey={({ code, level }) => `${level}/${code}`}
      exportAs={exportAs}
      rowsShown={lines.length}
      columns={[
        {
          key: "line",
          head: title,
          isText: true,
          cell: (line) => (
            <span className={`statement-${line.level}`}>
              {line.account === null ? (
                nameOf(line)
              ) : (
                <Link to={`${here}/money/ledger`} search={{ account: line.account, from, to }}>
                  {nameOf(line)}
                </Link>
              )}
            </span>
          ),
        },
        {
          key: "amount",
          head: t("money.amount", { currency }),
          cell: (line) => (
            <span className={`statement-${line.level}`}>
              <MoneyText minor={line.amountMinor} currency={season.booksCurrency} />
            </span>
          ),
        },
      ]}
    />
  );
}
