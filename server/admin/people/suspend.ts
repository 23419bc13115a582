export type Suspending = {
  isSelf: boolean;
  /** Has a membership or seat in a system that the administrator does not administer. */
  worksElsewhere: boolean;
  /** Administers the whole installation. */
  isInstallationAdministrator: boolean;
  /** The administrator who wants to suspend them does too. */
  byInstallationAdministrator: boolean;
};

/** Why an administrator cannot suspend a person, as a sentence; null when they can. They must administer all the person's systems. */
export function whyNotSuspend(it: Suspending): string | null {
  if (it.isSelf) return "You cannot suspend yourself.";
  if (it.byInstallationAdministrator) return null;
  if (it.isInstallationAdministrator) return "They look after the whole of Leeway, so this is not yours to do.";
  if (it.worksElsewhere)
    return "They also work in a system that you do not look after. End their membership here instead.";
  return null;
}
