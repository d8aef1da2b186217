import {
  align,
  defineCorpusRule,
  duplicateOptions,
  reasonToKeep,
  relatedTo,
  remember,
  type Copy,
  type CorpusProblem,
  type Standing,
} from '../../src/rule/rule.ts'

const methods =
  'Calls can ring agents in a fixed order, all at once, or in turn, and the choice is made for each department by an admin or the owner in its settings page.'

export default defineCorpusRule({
  id: 'duplicates/near',
  description: 'No two articles say nearly the same.',
  why: 'Readers find one of the two by chance; the next correction reaches only one, and from then on they contradict each other.',
  severity: 'warning',
  options: duplicateOptions,
  examples: [
    {
      name: 'Two articles, one text',
      files: {
        'routing.md': `# How can calls be routed?\n\n**Quick answer:** ${methods}\n`,
        'routing-methods.md': `# Which routing methods are there?\n\n${methods} Ask support when in doubt.\n`,
      },
      findings: [
        'routing-methods.md:1:1-1:35: Unexpected near-duplicate of `routing.md` (32 of 37 words are the same), expected one article, merge what only this one holds (5 words) and keep `routing.md`, which has a quick answer',
      ],
    },
    {
      name: 'Three articles, one text: all are merged into one',
      files: {
        'a.md': `# How can calls be routed?\n\n${methods} It is free.\n`,
        'b.md': `# Which ways are there to route calls?\n\n${methods}\n`,
        'c.md': `# How does routing work?\n\n**Quick answer:** ${methods}\n`,
      },
      findings: [
        'a.md:1:1-1:27: Unexpected near-duplicate of `c.md` (32 of 35 words are the same), expected one article, merge what only this one holds (3 words) and keep `c.md`, which has a quick answer',
        'b.md:1:1-1:39: Unexpected near-duplicate of `c.md` (32 of 32 words are the same), expected one article, keep `c.md`, which has a quick answer',
      ],
    },
    {
      name: 'One article inside another',
      files: {
        'routing.md': `# How can calls be routed?\n\n${methods}\n`,
        'calls.md': `# What happens to a call?\n\nA call reaches your number first. There it is recorded, if you have asked for that, and the caller hears the greeting. ${methods} Whoever is free takes the call and sees who is calling. After the call, a summary is sent by mail to all who take part in the department.\n`,
      },
      findings: [
        'routing.md:1:1-1:27: Unexpected near-duplicate of `calls.md` (32 of 32 words are the same), expected one article, keep `calls.md`, which is the more complete',
      ],
    },
    {
      name: 'The same text about another thing is meant',
      files: {
        'android.md': `# How do I route calls on Android?\n\nOpen the Android app. ${methods} Then close the Android app.\n`,
        'ios.md': `# How do I route calls on iOS?\n\nOpen the iOS app. ${methods} Then close the iOS app.\n`,
      },
      findings: [],
    },
    {
      name: 'The same text around other programs',
      files: {
        'ring.md': `# How can calls be routed?\n\n${methods}\n\n\`\`\`\n${'ring all of them at once after ten seconds\n'.repeat(4)}\`\`\`\n`,
        'order.md': `# Which order do calls have?\n\n${methods}\n\n\`\`\`\n${'list fixed: first agent one, then agent two\n'.repeat(4)}\`\`\`\n`,
      },
      findings: [],
    },
    {
      name: 'Meant to be alike',
      files: {
        'routing.md': `# How can calls be routed?\n\n${methods}\n`,
        'routing-2.md': `---\ntitle: How can chats be routed?\ndistinct_from: routing\n---\n\n${methods} Or not.\n`,
      },
      findings: [],
    },
    {
      name: 'Neighbours in topic',
      files: {
        'routing.md': `# How can calls be routed?\n\n${methods}\n`,
        'queues.md':
          '# How do queues work?\n\nCallers wait in a queue until an agent is free, and hear music or a message in the meantime, which an admin can upload in the settings of the queue.\n',
      },
      findings: [],
    },
  ],
  *check(corpus, options, { isNew }) {
    const standing: Standing = { linksTo: corpus.linksTo, isNew }
    for (const copy of corpus.duplicates(options, isNew).copies) {
      // What is the same to the last word has a rule of its own.
      if (copy.article.body.digest !== copy.keep.body.digest)
        yield remember(known, copy, () => problemOf(copy, standing))
    }
  },
})

const known = new WeakMap<Copy, CorpusProblem>()

function problemOf({ article, keep, similarity }: Copy, standing: Standing): CorpusProblem {
  const { same } = align(article, keep)
  const [words, wordsThere] = [article.body.words.length, keep.body.words.length]
  const merge = words > same ? `merge what only this one holds (${words - same} words) and keep` : 'keep'
  return {
    path: article.path,
    at: article.at,
    message: `Unexpected near-duplicate of \`${keep.path}\` (${same} of ${words} words are the same), expected one article, ${merge} \`${keep.path}\`, which ${reasonToKeep(keep, article, standing)}`,
    related: [relatedTo(keep, 'the article to keep')],
    data: {
      keep: keep.path,
      similarity: Math.round(similarity * 1000) / 1000,
      sharedWords: same,
      onlyHere: words - same,
      onlyThere: wordsThere - same,
    },
    key: '',
  }
}
