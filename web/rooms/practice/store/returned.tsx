import { Suspense } from "react";
import { returnedPrefix } from "@echelon/contract/practice/returned-drafts.ts";
import { useAnswer } from "../../../api/query.ts";
import { late } from "../../../frame/late.ts";
import { decidedWords } from "../decided-words.ts";
import { useStorePlace } from "./use-store.ts";

// Few days are taken back: the names of all kinds of decisions come only then.
const ReturnedList = late([...decidedWords], () => import("./returned-list.tsx"));

/** Decisions that a rewind gave back, when there are some. */
export function ReturnedDecisions() {
  const { where } = useStorePlace();
  const drafts = useAnswer("GET /practice/seasons/:season/stores/:store/drafts", { where }).data;
  const returned = (drafts?.items ?? []).filter(({ key }) => key.startsWith(returnedPrefix));
  if (returned.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <ReturnedList returned={returned} />
    </Suspense>
  );
}
