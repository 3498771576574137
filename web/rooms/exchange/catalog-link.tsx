import { Button, type ButtonProps } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Catalog } from "./own-catalog.tsx";

type Props = Pick<ButtonProps, "variant"> & { catalog: Catalog; to: string; children: ReactNode };

/** A button to a room of the same catalogue: who has two enterprises stays in the one. */
export function CatalogLink({ catalog, to, children, variant = "default" }: Props) {
  return (
    <Button
      variant={variant}
      renderRoot={(root) => <Link {...root} to={to} search={{ of: catalog.enterprise.id }} />}
    >
      {children}
    </Button>
  );
}
