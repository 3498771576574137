import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { PlainFrame } from "../parts/frame.tsx";
import { Empty } from "../parts/page.tsx";

const askMillis = 2_000;
/** Loaded again within this time, it is no use to load once more by itself. */
const patienceMillis = 20_000;
const reloadedKey = "echelon.reloaded";

/** Whether a room's program did not come, by what browsers say of it. */
export const isUnreached = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|importing a module script|preload css/i.test(error.message);

/**
 * A room whose program did not come: the line is down, or the server has a newer version than this
 * page. Either way the page is loaded again as soon as the server answers, and once only.
 */
export function Unreached() {
  const { t } = useTranslation("frame");
  const [isVain] = useState(() => Date.now() - lastReload() < patienceMillis);
  useEffect(() => {
    if (isVain) return undefined;
    const ask = async () => {
      const isThere = await fetch("/api/health").then(
        ({ ok }) => ok,
        () => false,
      );
      if (!isThere) return;
      sessionStorage.setItem(reloadedKey, String(Date.now()));
      location.reload();
    };
    const timer = setInterval(() => void ask(), askMillis);
    return () => clearInterval(timer);
  }, [isVain]);
  return (
    <PlainFrame>
      <Empty title={t("unreached.title")} text={t("unreached.text")} isPage>
        <Button onClick={() => location.reload()}>{t("broken.reload")}</Button>
      </Empty>
    </PlainFrame>
  );
}

const lastReload = (): number => Number(sessionStorage.getItem(reloadedKey) ?? 0);
