export type Linking = {
  /** Either is the administrator, with whichever account. */
  isSelf: boolean;
  /** Either, with whichever account, works in a system that the administrator does not look after. */
  worksElsewhere: boolean;
  /** Either looks after the whole of Leeway. */
  isInstallationAdministrator: boolean;
  byInstallationAdministrator: boolean;
  linked: boolean;
};

const whyNotTheirs = (it: Linking): string | null => {
  if (it.isSelf) return "It is your own account, so another administrator does this.";
  if (it.byInstallationAdministrator) return null;
  if (it.isInstallationAdministrator) return "They look after the whole of Leeway, so this is not yours to do.";
  return it.worksElsewhere
    ? "They also work in a system that you do not look after, so whoever looks after the whole of Leeway does this."
    : null;
};

/** Why an administrator cannot link two accounts (rule I6), as a sentence; null when they can. */
export const whyNotLink = (it: Linking): string | null =>
  it.linked ? "These two accounts are linked already." : whyNotTheirs(it);

/** Why an administrator cannot unlink an account from the others of its person. */
export const whyNotUnlink = (it: Linking): string | null =>
  it.linked ? whyNotTheirs(it) : "It is linked with no other account.";
