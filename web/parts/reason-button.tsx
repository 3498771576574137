import { Button, type ButtonProps, Tooltip } from "@mantine/core";
import type { ReactNode } from "react";

type Props = Pick<ButtonProps, "variant" | "size" | "loading"> & {
  children: ReactNode;
  onClick: () => void;
  /** Why it cannot be pressed now; null when it can. The keyboard reaches it either way. */
  reason: string | null;
};

/** A button that, when it cannot be pressed, says why. */
export function ReasonButton({ children, onClick, reason, ...look }: Props) {
  if (reason === null)
    return (
      <Button {...look} onClick={onClick}>
        {children}
      </Button>
    );
  return (
    <Tooltip label={reason} events={{ hover: true, focus: true, touch: true }} multiline maw={280}>
      <Button {...look} data-disabled aria-disabled onClick={(event) => event.preventDefault()}>
        {children}
        <span className="visually-hidden">{reason}</span>
      </Button>
    </Tooltip>
  );
}
