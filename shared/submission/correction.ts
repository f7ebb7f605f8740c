/** The register of templates/records.csv in which an organisation asks to correct one value that it has handed in. */
export const correctionCode = 'correction';
