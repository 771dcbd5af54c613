/**
 * Whether a text is spelled like a procedure code of ICD-10-PCS: seven characters without dot, digits and letters
 * but I and O (they would be taken for 1 and 0), a section and a body system that exist together (`0DTJ4ZZ`). A code
 * with a letter first can also be one of ICD-10-CM: that the release decides, and it is asked first.
 */
export function isPcsShape(text: string): boolean {
  const code = text.trim().toUpperCase();
  if (!/^[0-9A-HJ-NP-Z]{7}$/.test(code)) return false;
  return BODY_SYSTEMS[code[0] ?? '']?.includes(code[1] ?? '') ?? false;
}

/**
 * The second characters of each section: body systems, and what stands in their place in the ancillary sections. New
 * technology (X) gets new ones nearly every year, so all letters are taken there; 0 and 2 are the digits it uses.
 */
const BODY_SYSTEMS: Readonly<Record<string, string>> = {
  '0': '0123456789BCDFGHJKLMNPQRSTUVWXY', // Medical and surgical
  '1': '0', // Obstetrics
  '2': 'WY', // Placement
  '3': '0CE', // Administration
  '4': 'AB', // Measurement and monitoring
  '5': 'A', // Extracorporeal or systemic assistance and performance
  '6': 'A', // Extracorporeal or systemic therapies
  '7': 'W', // Osteopathic
  '8': 'CE', // Other procedures
  '9': 'W', // Chiropractic
  B: '02345789BDFGHLNPQRTUVWY', // Imaging
  C: '0257BDFGHPTVW', // Nuclear medicine
  D: '0789BDFGHMPTUVWY', // Radiation therapy
  F: '01', // Physical rehabilitation and diagnostic audiology
  G: 'Z', // Mental health
  H: 'Z', // Substance abuse treatment
  X: '02ABCDEFGHJKLMNPQRSTUVWXY', // New technology
};
