/**
 * Codes of FY2027, one for each look of a mark. The problems are in the words of a note, not of the release, and
 * nobody's.
 */
const ROWS = [
  ['Type 2 diabetes, nothing else on record', 'E11.9', 'a solid line: billable'],
  ['Stiff neck after a fusion', 'M43.2', 'a double line: a header, not billable'],
  ['Broken right wrist, first visit', 'S52.501', 'a dashed line: incomplete, its 7th character is missing'],
  ['Too much fentanyl by mistake, first visit', 'T40.4X1A', 'a dotted line: deleted'],
  ['Diabetes, a slip of the pen', 'E11.99', 'a wavy line: called a code here, but none'],
] as const;

/** A problem list to try Dx Lens on; it is marked by whoever reads the page. */
export function Sample() {
  return (
    <section class="sample" aria-labelledby="sample-heading">
      <h2 id="sample-heading">Try it here</h2>
      <p>
        Rest the pointer on a code below. It can go on into the card, where every code opens its own card. By
        keyboard, the <a href="#shortcuts-heading">shortcuts</a> go from code to code. Escape closes the card.
      </p>
      <table>
        <caption>A problem list, invented</caption>
        <thead>
          <tr>
            <th scope="col">Problem</th>
            <th scope="col" class="code-head">
              ICD-10-CM
            </th>
            <th scope="col">Its mark</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([problem, code, mark]) => (
            <tr key={code}>
              <td>{problem}</td>
              <td class="code">{code}</td>
              <td>{mark}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
