import { marksOf, mayHoldOne } from '../article/english.ts'
import type { Position } from '../article/position.ts'
import { sentencesOf, type Block } from '../article/prose.ts'

/** Something with a name of its own that an article tells its readers to use, and where; short, as an article has many. */
export type NamedUse = [name: string, line: number, column: number, offset: number]

const word = String.raw`(?:[A-Z][A-Za-z0-9+]*(?:[.'’-][A-Za-z0-9]+)*|v?\d[A-Za-z0-9]*(?:\.\d+)*)`
/** Two words with capitals or more, or one that has a digit or a capital inside: of one plain word, a button is called as often. */
const named = new RegExp(
  String.raw`\b(?:${word}(?:[ \u00a0]${word})+|[A-Za-z]+\d[A-Za-z0-9.]*|[a-z]*[A-Z]+[a-z]+[A-Z]\w*)(?![\w/@-])`,
  'g',
)
/** In an address, a path or a longer word. */
const isPart = /[\p{L}\p{N}_/.@-]/u
/** A verb that tells to do something with a thing, or that it does something. */
const use =
  /\b(?:us(?:e|es|ing)|open|start|launch|install|download|go to|sign in|log in|set up|configure|connect|(?:switch|turn) on|choose|select|tap|click|enable|add|create|run|call|send|supports?|works? with|recommend\w*|requires?|needs?|visit|through|via)\b/i
/** A sentence that knows of an end, or of something better. */
const knows =
  /\b(?:deprecat\w+|retir\w+|discontinu\w+|sunset\w*|no longer|supersed\w+|instead|rather than|replac\w+|end[- ]of[- ](?:support|life|service|sale))\b/i
/** Words before a name, and after it, with which it is not told to be used. */
const awayFrom =
  /\b(?:from|than|former|formerly|previous|legacy|old|older|outdated|remov\w+|uninstall\w*|disabl\w+|delet\w+|cancel\w*|clos\w+|migrat\w+|upgrad\w+|(?:switch|turn)\w* off|not|never|without|leav\w+|since|unlike)\b[^.;:]{0,25}$|n['’]t\b[^.;:]{0,25}$/i
const isOver = /^[^.;:,]{0,25}\b(?:was|were|had|gone|ended|closed|renamed)\b/i

/** The same verbs, by which the blocks that may hold one are found. */
const verbs = marksOf(
  'use uses using open start launch install download configure connect choose select tap click enable add create run call send support supports recommend recommended require requires need needs visit through via'
    .split(' ')
    .concat('go to', 'sign in', 'log in', 'set up', 'work with', 'works with', 'switch on', 'turn on'),
)

/** The first place where an article tells its readers to use each thing with a name of its own. */
export function usesIn(blocks: readonly Block[]): NamedUse[] {
  const uses = new Map<string, NamedUse>()
  for (const block of blocks) {
    if (block.kind === 'heading' || !mayHoldOne(block, verbs)) continue
    named.lastIndex = 0
    if (!named.test(block.text)) continue
    for (const { text, start } of sentencesOf(block.text)) {
      if (text.length > 600 || !use.test(text) || knows.test(text)) continue
      named.lastIndex = 0
      for (let match = named.exec(text); match; match = named.exec(text)) {
        // A verb in front is no part of a name: `Open Classic Dialer`.
        const name = match.index === 0 ? match[0].replace(opensSentence, '') : match[0]
        if (!isName.test(name) || uses.has(name) || isPart.test(text.charAt(match.index - 1))) continue
        const end = match.index + match[0].length
        if (awayFrom.test(text.slice(Math.max(0, end - name.length - 60), end - name.length))) continue
        if (isOver.test(text.slice(end, end + 60))) continue
        const from = start + end - name.length
        const { line, column, offset } = block.at(from, from + name.length).start
        uses.set(name, [name, line, column, offset])
      }
    }
  }
  return [...uses.values()]
}

const isName = /[ \u00a0]|\d|[a-z][A-Z]/

const opensSentence = new RegExp(
  String.raw`^(?:Switch on|Turn on|Use|Using|Open|Start|Launch|Install|Download|Configure|Connect|Choose|Select|Tap|Click|Enable|Add|Create|Run|Call|Send|Visit|In|With|The|Your|Our|Via|Through|From|On|To|For|If|When|Then|Please|Set|Go|Sign|Log)(?:[ \u00a0]|$)`,
)

/** The place of a use, as far as its name goes. */
export function placeOfUse([name, line, column, offset]: NamedUse): Position {
  return {
    start: { line, column, offset },
    end: { line, column: column + name.length, offset: offset + name.length },
  }
}
