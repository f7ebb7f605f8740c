/** Ids of the answers of «Сдаю», and of the line under them. */
export const submission = {
  submitted: 'submitted',
  on: 'submitted on',
  post: 'submitted by post',
  readiness: 'submission readiness',
} as const;
