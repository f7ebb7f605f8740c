/** Whole numbers from 0 to `below` − 1 that are the same on every machine (Park and Miller 1988, multiplier 48271). */
export function seeded(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
