import { type Fit, fitsStanding, type Standing, type Wish } from "@/server/standing/fits";

/**
 * Like fitsStanding, where a standing permission by somebody involved in the experiment covers nothing (rule I5); it still
 * narrows what others allow.
 * @param own - ids of the standing permissions that somebody involved gave
 */
export function fitsStandingByOthers(
  wish: Wish,
  standings: readonly (Standing & { givenBy: string })[],
  own: ReadonlySet<string>,
): Fit {
  const fit = fitsStanding(wish, standings);
  if (!fit.fits || !own.has(fit.fits.id)) return fit;
  const byOthers = fitsStanding(
    wish,
    standings.filter(({ id }) => !own.has(id)),
  );
  const [endsOn = fit.endsOn] = [fit.endsOn, byOthers.fits ? byOthers.endsOn : fit.endsOn].toSorted();
  if (byOthers.fits) return { ...byOthers, endsOn };
  const { givenBy } = standings.find(({ id }) => id === fit.fits.id) ?? { givenBy: "Somebody" };
  const sentence = `${givenBy} gave what ${wish.organisation} allows without asking, and is or was on the team, or wrote part of this. Ask for permission.`;
  return { fits: null, sentences: [sentence] };
}
