import "./debrief-paper.css";
import { Button } from "@mantine/core";
import { useIsFetching } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSeason } from "../../../frame/season-context.tsx";
import { PageHead } from "../../../parts/page.tsx";
import type { DebriefData } from "./debrief-data.ts";
import { slides, slideNames } from "./debrief-slides.tsx";

/** Charts are drawn a moment after their figures have come. */
const drawnMillis = 800;

/** Opens the browser's print dialog once, when nothing is being fetched any more. */
function usePrintWhenDrawn(): void {
  const isFetching = useIsFetching() > 0;
  const isPrinted = useRef(false);
  useEffect(() => {
    if (isFetching || isPrinted.current) return undefined;
    const timer = setTimeout(() => {
      isPrinted.current = true;
      window.print();
    }, drawnMillis);
    return () => clearTimeout(timer);
  }, [isFetching]);
}

/** The deck as it goes on paper or into a PDF: one sheet a page, in light colors. */
export function DebriefPaper({ data, onLeave }: { data: DebriefData; onLeave: () => void }) {
  const { t } = useTranslation(["debrief", "lessons", "steer"]);
  const season = useSeason();
  const names = slideNames(data);
  usePrintWhenDrawn();
  return (
    <div className="deck-on-paper">
      <div className="no-print">
        <PageHead title={t("paper.title")} text={t("paper.text")}>
          <Button variant="default" onClick={onLeave}>
            {t("wall.leave")}
          </Button>
          <Button onClick={() => window.print()}>{t("paper.print")}</Button>
        </PageHead>
      </div>
      {names.map((name, at) => {
        const Slide = slides[name];
        return (
          <section key={name} className="paper on-paper">
            <h2>{t(`debrief.slides.${name}`)}</h2>
            <div className="paper-body">
              <Slide data={data} />
            </div>
            <footer className="paper-foot">
              <span>
                {[season.className, season.name].filter((part) => part !== "").join(" · ")}
              </span>
              <span>{t("dayNumber", { day: data.day })}</span>
              <span>{t("debrief.at", { at: at + 1, of: names.length })}</span>
            </footer>
          </section>
        );
      })}
    </div>
  );
}
