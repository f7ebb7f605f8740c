/** Everything that is not a simple trigger, read by `server/later.ts` when it is called for. */
export { handlers } from '../server/main.ts';
