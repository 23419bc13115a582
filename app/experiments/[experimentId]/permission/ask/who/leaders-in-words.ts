type Leader = { name: string; standsInFor: string | null };

/** "Sunniva Dalgarth, or Tomos Rhys in place of Ruaridh Corvendale": any one of them answers for the organisation. */
export const leadersInWords = (leaders: readonly Leader[]): string =>
  leaders.map(({ name, standsInFor }) => (standsInFor ? `${name} in place of ${standsInFor}` : name)).join(", or ");
