import type { Suspending } from "./suspend";

/** Why an administrator cannot change somebody's name and job, as a sentence; null when they can. Systems share a person. */
export function whyNotRename(it: Suspending): string | null {
  if (it.isSelf) return "You change your own name and job in your settings.";
  if (it.byInstallationAdministrator) return null;
  if (it.isInstallationAdministrator) return "They look after the whole of Leeway, so this is not yours to do.";
  if (it.worksElsewhere) {
    return "They also work in a system that you do not look after. They can change their name and job in their settings.";
  }
  return null;
}
