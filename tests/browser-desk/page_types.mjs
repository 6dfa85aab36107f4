// SPDX-License-Identifier: MIT
// One address of every type of page the desk has, or a way to open it: {name: "cases/..." or async (page, site) => {}}.
import { join } from "node:path";
import { factsFolder, guide, lab } from "./desk.mjs";

const continued = (page) => page.getByRole("button", { name: "Continue" });

export async function pageTypes(desk) {
  const ended = desk.walk([guide, "--facts", lab, "--label", "ticket 4711"], ["remark they call again on Monday"]);
  const asked = desk.walk([guide], []);
  const values = desk.walk([guide], ["yes", "v2", "yes"]);
  const several = desk.walk([guide, "--facts", join(factsFolder, "two-servers-two-causes.json"), "--label", "two servers"], []);
  const unknown = desk.walk([guide, "--label", "not known", "--facts", lab], ["go backend-nsg", "unknown"]);
  const changed = desk.walk(["--resume", ended], []);
  return {
    home: "", "home-nothing": "?q=no-such-words", guide: `guides/${guide}`, "guide-without-folder": "guides/site-to-site-vpn",
    look: `guides/${guide}/scope`, cases: "cases", "cases-none": "cases?q=no-such-label", case: `cases/${asked}`,
    values: `cases/${values}`, several: `cases/${several}`, unknown: `cases/${unknown}`,
    override: `cases/${changed}?step=backend-nsg&nth=1`, end: `cases/${ended}`, notes: `cases/${ended}/notes`,
    tree: `cases/${ended}/tree`, changes: `cases/${ended}/changes`, next: `cases/${asked}/next`, report: "report", missing: "no/such/page",
    error: async (page, site) => {
      await site.visit(page, `cases/${asked}`);
      await continued(page).click();
    },
    reason: async (page, site) => {
      await site.visit(page, `cases/${ended}?step=backend-nsg&nth=1`);
      await page.locator("fieldset input[type=radio]").nth(1).check();
      await continued(page).click();
    },
  };
}
