import type { Locator } from "playwright-core";
import type { Visitor } from "../browser/visitor.ts";
import type { ScriptedStudent } from "../safety/scripted-class.ts";

/** Keeps a picture, and lets axe and the width of the screen have their say. */
export async function look(visitor: Visitor, name: string): Promise<void> {
  // Rooms whose figures are of another day stand back, and are not to be read yet.
  await visitor.page.locator('.turn-rooms[aria-busy="true"]').waitFor({ state: "hidden" });
  await visitor.screenshot(name);
  await visitor.assertAccessible();
  await visitor.assertFits();
}

export const button = (visitor: Visitor, name: string): Locator =>
  visitor.page.getByRole("button", { name, exact: true });

export const press = (visitor: Visitor, name: string): Promise<void> =>
  button(visitor, name).click();

/** One click at a demonstration's door, which says the person's name. */
export async function enterAs(visitor: Visitor, person: string): Promise<void> {
  await visitor.page.goto("/");
  await visitor.page.getByRole("button", { name: person }).click();
  await visitor.page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** Another room by the frame's links; on a phone some of them are below "more". */
export async function goTo(visitor: Visitor, name: string): Promise<void> {
  const rooms = visitor.page.getByRole("navigation", { name: visitor.say("房间", "Rooms") });
  const link = rooms.getByRole("link", { name, exact: true }).filter({ visible: true });
  const more = rooms.getByRole("button", { name: visitor.say("更多", "More") });
  await link.or(more).first().waitFor();
  if ((await link.count()) > 0) return link.click();
  await more.click();
  await visitor.page.getByRole("menuitem", { name, exact: true }).click();
}

/** The visitor goes on as a student of a script, whose sign-in the browser takes over. */
export async function sitDownAs(
  { page }: Visitor,
  { client }: Pick<ScriptedStudent, "client">,
): Promise<void> {
  const { url, cookie } = client.seat();
  const cookies = cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
  await page.context().addCookies(cookies);
}
