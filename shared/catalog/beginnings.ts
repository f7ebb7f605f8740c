/**
 * A concrete code and what it begins with, longest first: `vpr.passed.g4`, `vpr.passed`, `vpr`. A concrete code begins with
 * the code of its element or indicator.
 */
export function beginningsOf(code: string): string[] {
  const found: string[] = [];
  for (let end = code.length; end > 0; end = code.lastIndexOf('.', end - 1)) found.push(code.slice(0, end));
  return found;
}
