import {
  type AnyRoute,
  createRoute,
  lazyRouteComponent,
  useParams,
  useSearch,
} from "@tanstack/react-router";
import type { ComponentType } from "react";
import { loadTexts, type TextModule } from "../text/text.ts";

type RoomFile = () => Promise<{ default: ComponentType }>;

/**
 * A room at an address: its code and its words are fetched when somebody goes there.
 *
 * @param path   below the parent's, e.g. `classes/$class/people`
 * @param words  text modules that must be there before it renders
 */
export function room(
  parent: AnyRoute,
  path: string,
  words: readonly TextModule[],
  file: RoomFile,
): AnyRoute {
  return createRoute({
    getParentRoute: () => parent,
    path,
    loader: () => loadTexts(...words),
    component: lazyRouteComponent(file),
  }) as unknown as AnyRoute;
}

/** A part of the address by its name in the route's path. */
export function usePlace(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const value = params[name];
  if (value === undefined) throw new Error(`the route has no $${name}`);
  return value;
}

/** A field of the address's query as text; numbers and flags come as they were typed. */
export function useAsked(name: string): string | undefined {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const value = search[name];
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
