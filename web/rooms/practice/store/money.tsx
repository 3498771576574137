import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { late } from "../../../frame/late.ts";
import type { Answer } from "../../../api/client.ts";
import { useAnswer } from "../../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import { CashAhead } from "./money/cash-ahead.tsx";
import { inProfitOrder } from "./money/statement-order.ts";
import { salesShares } from "./money/statement-share.ts";
import { Statement } from "./money/statement.tsx";
import { SpanChoice, useSpan } from "./span-choice.tsx";
import { RoomTabs } from "./tabs.tsx";
import { useAddressField } from "./use-address.ts";
import { AreaShown, useStorePlace } from "./use-store.ts";

type Money = Answer<"GET /practice/seasons/:season/stores/:store/money">;
type Tab = "profit" | "balance" | "cashFlow" | "cash" | "financing" | "company";
const withoutBanks = ["profit", "balance", "cashFlow", "cash"] as const;

/** Tabs in which something is decided: no span of days belongs to them. */
const isDecided = (tab: Tab) => tab === "financing" || tab === "company";

// Fetched with their tabs, which not every season has.
const Financing = late([], () => import("./money/financing.tsx"));
const Company = late(["company", "strategy", "shifts"], () => import("./company/company.tsx"));

/** The store's books: what it earned, what it owns and owes, and the cash to come. */
export default function MoneyRoom() {
  const { t } = useTranslation(["ledger", "report", "finance"]);
  const { season, where, here } = useStorePlace();
  const hasBanks = season.modules.exchange || season.modules.loans || season.modules.equity;
  const names: readonly [Tab, ...Tab[]] = [
    ...withoutBanks,
    ...(hasBanks ? (["financing"] as const) : []),
    ...(season.modules.company ? (["company"] as const) : []),
  ];
  const { span, setSpan, from, to, closed } = useSpan();
  const [tab, setTab] = useAddressField<Tab>("tab", names);
  const asks = { from: String(from), to: String(to) };
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/money",
    { where, asks },
    { keepPrevious: true },
  );
  return (
    <>
      <PageHead title={t("money.title")} text={t("money.text")}>
        {isDecided(tab) ? null : <SpanChoice span={span} setSpan={setSpan} />}
      </PageHead>
      <RoomTabs
        label={t("money.title")}
        names={names}
        chosen={tab}
        choose={setTab}
        titleOf={(name) => {
          if (name === "financing") return t("financing.tab");
          return name === "company" ? t("companyTab") : t(`money.tabs.${name}`);
        }}
      >
        <Loaded of={answer}>
          {(money) => (
            <div className="grid">
              <MoneyTab tab={tab} money={money} isOpened={closed > 0} />
              <p>
                <Link to={`${here}/money/ledger`}>{t("money.wholeLedger")}</Link>
              </p>
            </div>
          )}
        </Loaded>
      </RoomTabs>
    </>
  );
}

function MoneyTab({ tab, money, isOpened }: { tab: Tab; money: Money; isOpened: boolean }) {
  const { t } = useTranslation(["ledger", "report"]);
  const { season } = useStorePlace();
  const format = useFormat();
  const opening = format.money(season.openingCashMinor, season.booksCurrency);
  if (tab === "financing") {
    return (
      <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
        <AreaShown value="finance">
          <Financing />
        </AreaShown>
      </Suspense>
    );
  }
  if (tab === "company") {
    return (
      <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
        <AreaShown value="company">
          <Company />
        </AreaShown>
      </Suspense>
    );
  }
  // Before the first close the books hold nothing: zeros would say that there is no money.
  if (!isOpened && (tab !== "cash" || money.due.length === 0)) {
    return (
      <Card>
        <Empty title={t("money.empty")} text={t("money.emptyText", { money: opening })} />
      </Card>
    );
  }
  if (tab === "cash") return <CashAhead money={money} />;
  const lines = tab === "profit" ? inProfitOrder(money.profit) : money[tab];
  return (
    <Card
      title={t(`money.tabs.${tab}`)}
      note={
        tab === "balance"
          ? t("endOf", { day: money.to })
          : t("days", { from: money.from, to: money.to })
      }
      flush
    >
      <Statement
        lines={lines}
        title={t(`money.tabs.${tab}`)}
        money={money}
        exportAs={`${tab}-${money.from}-${money.to}`}
        {...(tab === "profit" ? { shares: salesShares(lines) } : {})}
      />
      <p className="card-body dim">{t(`money.how.${tab}`)}</p>
    </Card>
  );
}
