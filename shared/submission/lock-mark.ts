/** Description by which the add-on's locks are told from the protections of people and of the night. */
export const lockMark = 'msoko:submitted';
