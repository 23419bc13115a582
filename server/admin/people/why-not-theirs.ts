/** The facts that decide whether an administrator may change somebody's account, which all their systems share. */
export type Theirs = {
  isSelf: boolean;
  /** Has a membership, seat or administration in a system that the administrator does not look after. */
  worksElsewhere: boolean;
  /** Administers the whole installation. */
  isInstallationAdministrator: boolean;
  /** So does the administrator who wants to change it. */
  byInstallationAdministrator: boolean;
};

/** Why an account is not this administrator's to change, as a sentence; null when it is. */
export function whyNotTheirs(it: Theirs, says: { isSelf: string; worksElsewhere: string }): string | null {
  if (it.isSelf) return says.isSelf;
  if (it.byInstallationAdministrator) return null;
  if (it.isInstallationAdministrator) return "They look after the whole of Leeway, so this is not yours to do.";
  return it.worksElsewhere ? `They also work in a system that you do not look after${says.worksElsewhere}` : null;
}
