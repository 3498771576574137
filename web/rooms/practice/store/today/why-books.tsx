import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { Loaded } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useStorePlace } from "../use-store.ts";
import { statementChanges } from "./changes.ts";
import { PartsTable } from "./parts-table.tsx";

/** The books of one day. */
function useBooksOf(day: number, enabled = true) {
  const { where } = useStorePlace();
  const asks = { from: String(day), to: String(day) };
  return useAnswer(
    "GET /practice/seasons/:season/stores/:store/money",
    { where, asks },
    { enabled },
  );
}

/** Profit by account, exact to the last minor unit: the accounts sum to the figure. */
export function WhyProfit({ day }: { day: number }) {
  const { t } = useTranslation("ledger");
  const { here } = useStorePlace();
  const [now, before] = [useBooksOf(day), useBooksOf(day - 1, day > 1)];
  const text = useMoneyText();
  return (
    <Loaded of={now}>
      {({ profit }) => (
        <PartsTable
          parts={statementChanges(profit, day > 1 ? (before.data?.profit ?? []) : [])}
          nameOf={(code) => (
            <Link to={`${here}/money/ledger`} search={{ account: code, from: day, to: day }}>
              {t(`account.${code}`)}
            </Link>
          )}
          text={text}
        />
      )}
    </Loaded>
  );
}

/** Cash by the kinds of documents that moved it. */
export function WhyCash({ day }: { day: number }) {
  const { t } = useTranslation("ledger");
  const [now, before] = [useBooksOf(day), useBooksOf(day - 1, day > 1)];
  const text = useMoneyText();
  return (
    <Loaded of={now}>
      {({ cashFlow }) => (
        <PartsTable
          parts={statementChanges(cashFlow, day > 1 ? (before.data?.cashFlow ?? []) : [])}
          nameOf={(code) => t(`document.${code}`)}
          text={text}
        />
      )}
    </Loaded>
  );
}

function useMoneyText() {
  const { season } = useStorePlace();
  const format = useFormat();
  return (value: number, sign = false) => format.money(value, season.booksCurrency, { sign });
}
