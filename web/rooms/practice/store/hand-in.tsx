import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RefusalError } from "../../../api/client.ts";
import { ActButton, Refused } from "./parts.tsx";

/** The bar below a grid: how many changes wait, taking them back, handing them in. */
export function HandIn({
  count,
  fault,
  error,
  isPending,
  undo,
  handIn,
  children,
}: {
  count: number;
  /** Why nothing can be handed in yet. */
  fault?: string | undefined;
  error: RefusalError | null;
  isPending: boolean;
  undo: () => void;
  handIn: () => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation("practice");
  return (
    <div className="hand-in">
      <span aria-live="polite">{t("changes", { count })}</span>
      {fault === undefined ? null : <span className="warn">{fault}</span>}
      {children}
      <span className="hand-in-acts">
        <Button variant="default" onClick={undo}>
          {t("undo")}
        </Button>
        <ActButton isPending={isPending} onClick={handIn} disabledReason={fault}>
          {t("handIn")}
        </ActButton>
      </span>
      <Refused error={error} />
    </div>
  );
}
