type Organisation = { id: string; name: string; current: boolean };

/** The organisations that serve in the system today, as choices. */
export const organisationChoices = (organisations: Organisation[]): { value: string; label: string }[] =>
  organisations.filter((organisation) => organisation.current).map(({ id, name }) => ({ value: id, label: name }));
