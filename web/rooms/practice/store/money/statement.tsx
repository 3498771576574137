import "./money.css";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { digitsOf, useFormat } from "../../../../text/format.ts";
import { useStorePlace } from "../use-store.ts";

type Money = Answer<"GET /practice/seasons/:season/stores/:store/money">;
export type StatementLine = Money["profit"][number];

/** Name of a statement's line: an account, a kind of document, or a sum. */
function useLineName(): (line: StatementLine) => string {
  const { t } = useTranslation("ledger");
  return ({ code, level, account }) => {
    if (account !== null) return t(`account.${code}`);
    return level === 2 ? t([`document.${code}`, `account.${code}`]) : t(`line.${code}`);
  };
}

/** Whether there is a span before this one to set beside it. */
const isBeside = (lines: readonly StatementLine[]) =>
  lines.some(({ previousMinor }) => previousMinor !== null);

function useStatementColumns(
  lines: readonly StatementLine[],
  money: Pick<Money, "currency" | "from" | "to">,
  shares: ReadonlyMap<string, number> | undefined,
): TableColumn<StatementLine>[] {
  const { t } = useTranslation("ledger");
  const format = useFormat();
  const { currency } = money;
  const nameOf = useLineName();
  const columns: TableColumn<StatementLine>[] = [
    {
      key: "line",
      head: t("what"),
      isText: true,
      value: nameOf,
      cell: (line) => <LineName line={line} name={nameOf(line)} money={money} />,
    },
    {
      key: "amount",
      head: t("money.amount", { currency }),
      value: ({ amountMinor }) => amountMinor / 10 ** digitsOf(currency),
      cell: ({ level, amountMinor, previousMinor }) => (
        <>
          <span
            className={level === 0 && amountMinor < 0 ? "statement-0 bad" : `statement-${level}`}
          >
            {format.money(amountMinor, currency)}
          </span>
          {previousMinor === null ? null : (
            <span className="statement-before dim">
              {t("money.wasBefore", { money: format.money(previousMinor, currency) })}
            </span>
          )}
        </>
      ),
    },
  ];
  const previous: TableColumn<StatementLine> = {
    key: "previous",
    head: t("money.before", { currency }),
    value: ({ previousMinor }) => (previousMinor ?? 0) / 10 ** digitsOf(currency),
    cell: ({ level, previousMinor }) => (
      <span className={`statement-${level} soft`}>
        {format.money(previousMinor ?? 0, currency)}
      </span>
    ),
  };
  const share: TableColumn<StatementLine> = {
    key: "share",
    head: t("money.ofSales"),
    value: ({ code }) => (shares?.get(code) ?? 0) / 10_000,
    cell: ({ code, level }) => (
      <span className={`statement-${level}`}>{format.percent(shares?.get(code) ?? 0)}</span>
    ),
  };
  return [
    ...columns,
    ...(shares === undefined || shares.size === 0 ? [] : [share]),
    ...(isBeside(lines) ? [previous] : []),
  ];
}

/** One statement; each account opens its postings. Shares are shown where they are given. */
export function Statement({
  lines,
  title,
  money,
  exportAs,
  shares,
}: {
  lines: readonly StatementLine[];
  title: string;
  money: Pick<Money, "currency" | "from" | "to">;
  exportAs: string;
  shares?: ReadonlyMap<string, number>;
}) {
  const columns = useStatementColumns(lines, money, shares);
  return (
    <div className={isBeside(lines) ? "statement statement-beside" : "statement"}>
      <DataTable
        rows={lines}
        caption={title}
        rowKey={({ code, level }) => `${level}/${code}`}
        exportAs={exportAs}
        rowsShown={lines.length}
        columns={columns}
      />
    </div>
  );
}

function LineName({
  line: { account, level },
  name,
  money: { from, to },
}: {
  line: StatementLine;
  name: string;
  money: Pick<Money, "from" | "to">;
}) {
  const { here } = useStorePlace();
  return (
    <span className={`statement-${level}`}>
      {account === null ? (
        name
      ) : (
        <Link to={`${here}/money/ledger`} search={{ account, from, to }}>
          {name}
        </Link>
      )}
    </span>
  );
}
