/** A form in which something has to be filled in: where it is, and what it says when nothing is. */
export type FormToEmpty = {
  /** The file under app/ that has the form. */
  file: string;
  who: string | null;
  address: string;
  /** What it is folded under, if it is. */
  under?: string;
  /** The button that sends it. */
  button: string;
  /** What it says when it is sent empty, in the order of the page. */
  says: string[];
};

/** What every form says that needs a first day. */
export const noFirstDay = "Enter the first day";
