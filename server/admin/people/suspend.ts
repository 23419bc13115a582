export type Suspending = {
  isSelf: boolean;
  /** Works or sits in a system that the administrator does not look after. */
  worksElsewhere: boolean;
  /** Looks after the whole installation. */
  isInstallationAdministrator: boolean;
  /** So does the one who would suspend them. */
  byInstallationAdministrator: boolean;
};

/** Why an administrator cannot suspend someone, in a sentence; null when they can. Suspending reaches into every system, so it takes all of them. */
export function whyNotSuspend(it: Suspending): string | null {
  if (it.isSelf) return "You cannot suspend yourself.";
  if (it.byInstallationAdministrator) return null;
  if (it.isInstallationAdministrator) return "They look after the whole of Leeway, so this is not yours to do.";
  if (it.worksElsewhere)
    return "They also work in a system that you do not look after. End their membership here instead.";
  return null;
}
