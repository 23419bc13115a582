/** A form with required fields: where it is, and its errors when it is sent empty. */
export type FormToEmpty = {
  /** The file under app/ that has the form. */
  file: string;
  who: string | null;
  address: string;
  /** The summary of the details element that contains it, if any. */
  under?: string;
  /** Its submit button. */
  button: string;
  /** Its errors, in the order of the page. */
  says: string[];
};

/** What every form says that needs a first day. */
export const noFirstDay = "Enter the first day";
