import { DrawerAct, Refused } from "../parts.tsx";
import { useRefusedWhy } from "../projected.tsx";
import { useProjection } from "../use-projection.ts";
import { useDecide, type Wish } from "../use-store.ts";
import type { OffSiteAnswer } from "./answer.ts";
import { Expected } from "./expected.tsx";

/** The foot of a form: what it would bring once it is whole, and the button that hands it in. */
export function HandIn({
  view,
  wish,
  lacking,
  days = 1,
  act,
  done,
}: {
  view: OffSiteAnswer;
  wish: Wish;
  /** What the form still lacks; null when it is whole. */
  lacking: string | null;
  days?: number;
  act: string;
  done: () => void;
}) {
  const isWhole = lacking === null;
  const [projection] = useProjection(isWhole ? [wish] : []);
  const { decide, isPending, error } = useDecide();
  const why = useRefusedWhy(projection);
  const handIn = async () => {
    if ((await decide([wish])) !== null) done();
  };
  return (
    <>
      {isWhole ? <Expected projection={projection} view={view} days={days} /> : null}
      <Refused error={error} />
      <DrawerAct
        isPending={isPending}
        onClick={() => void handIn()}
        disabledReason={lacking ?? why}
        isSaidAbove={isWhole}
      >
        {act}
      </DrawerAct>
    </>
  );
}
