type Leader = { name: string; standsInFor: string | null };

/** "Sunniva Dalgarth, or Tomos Rhys in place of Ruaridh Corvendale": any of them can answer for the organisation. */
export const leadersInWords = (leaders: readonly Leader[]): string =>
  leaders.map(({ name, standsInFor }) => (standsInFor ? `${name} in place of ${standsInFor}` : name)).join(", or ");
