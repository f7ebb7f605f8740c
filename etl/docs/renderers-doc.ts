import { type FeatureSupport, planFeatures } from '../drawing/plan-features.ts';

const cell = ({ support, reason }: FeatureSupport): string => (reason ? `${support}: ${reason}` : support);

/** docs/renderers.md: what of a plan each renderer draws. */
export async function renderersDoc(): Promise<string> {
  const rows = Object.entries(planFeatures).map(
    ([feature, { xlsx, google }]) => `| ${feature} | ${cell(xlsx)} | ${cell(google)} |`,
  );
  return [
    '# What of a plan each renderer draws',
    '',
    'Generated from etl/drawing/plan-features.ts by `npm run docs`; test/contract/plan-features.test.ts holds both renderers',
    'to it.',
    '',
    '| feature of the plan | .xlsx | Google Sheets |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
