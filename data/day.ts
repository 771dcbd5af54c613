/** A calendar day as releases and claims state it: ISO 8601, `2026-10-01`. Days compare as text. */
export type Day = string;

/** The first day on which ICD-10-CM was in force for claims. */
export const FIRST_DAY: Day = '2015-10-01';

/** Whether a text is a day of the calendar (`2026-02-30` is none). */
export function isDay(text: string): text is Day {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

/** The day that it is where the user is. */
export function today(now = new Date()): Day {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}

export function dayBefore(day: Day): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
