/**
 * What was made of something before, or is made of it now: a rule that gives the same problem for what has not changed spares
 * a session most of its work.
 *
 * @param known what was made so far
 * @param of something that is another object as soon as it has changed
 */
export function remember<Key extends object, Made>(known: WeakMap<Key, Made>, of: Key, make: () => Made): Made {
  if (!known.has(of)) known.set(of, make())
  return known.get(of)!
}
