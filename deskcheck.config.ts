import type { Config } from './src/index.ts'

export default {
  content: ['content'],
  baseline: 'reports/baseline.json',
} satisfies Config
