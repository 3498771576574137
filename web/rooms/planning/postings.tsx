import { Button, Select } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePages } from "../../api/query.ts";
import { useAsked } from "../../frame/room.ts";
import { MoreRows } from "../../parts/more-rows.tsx";
import { Card, Empty, Loaded } from "../../parts/page.tsx";
import { PostingCard } from "./posting-card.tsx";
import type { Desk, Region } from "./planning-types.ts";
import { useRegionNames } from "./region-names.ts";

const shows = ["all", "relevant", "queue", "labeled"] as const;
type Show = (typeof shows)[number];

/** What the address asks for: a cell of the need, an import. */
function useFilter() {
  const asked = {
    city: useAsked("city"),
    family: useAsked("family"),
    echelon: useAsked("echelon"),
    quarter: useAsked("quarter"),
    import: useAsked("import"),
  };
  const said = Object.entries(asked).filter(([, value]) => value !== undefined);
  return { asks: Object.fromEntries(said) as Record<string, string>, asked };
}

/** All postings of the organization, with what was made of each. */
export function PostingsTab({ region, desk }: { region: Region; desk: Desk }) {
  const { t } = useTranslation("demand");
  const names = useRegionNames(region);
  const { asks, asked } = useFilter();
  const isFiltered = Object.keys(asks).length > 0;
  const [show, setShow] = useState<Show>("relevant");
  const list = usePages("GET /planning/organisations/:organisation/postings", {
    where: { organisation: desk.id },
    asks: { ...asks, show },
  });
  const cell = [
    asked.city === undefined ? "" : names.city(asked.city),
    asked.family === undefined ? "" : names.family(asked.family),
    asked.echelon === undefined ? "" : names.echelon(asked.echelon),
    asked.quarter ?? "",
  ].filter((part) => part !== "");
  return (
    <Card
      title={cell.length === 0 ? t("tabs.postings") : cell.join(" · ")}
      acts={
        <div className="row row-wrap">
          <Select
            aria-label={t("postings.show")}
            data={shows.map((value) => ({ value, label: t(`postings.shows.${value}`) }))}
            value={show}
            allowDeselect={false}
            onChange={(value) => setShow(shows.find((one) => one === value) ?? show)}
          />
          {isFiltered ? (
            <Button
              component={Link}
              to="/demand"
              search={{ tab: "postings" } as never}
              variant="default"
            >
              {t("postings.all")}
            </Button>
          ) : null}
        </div>
      }
    >
      <Loaded of={list}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t("postings.none")} text={t("postings.noneText")} />
          ) : (
            <>
              <ul className="planning-list">
                {rows.map((posting) => (
                  <PostingCard key={posting.id} posting={posting} region={region} />
                ))}
              </ul>
              <MoreRows of={list} />
            </>
          )
        }
      </Loaded>
    </Card>
  );
}
