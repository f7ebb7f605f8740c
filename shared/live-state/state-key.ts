/** Key of the hidden tab `_state`, by which its mark tells it. */
export const stateKey = 'state';
