import * as z from 'zod'
import { rules } from '../../rules/index.ts'
import { configSchema, levels } from './schema.ts'

/**
 * The config as a JSON schema, for editors: they complete its keys, the ids of rules and their options, and mark what is none.
 */
export function configJsonSchema(): object {
  const schema = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  const level = { enum: levels }
  const ofRules: Record<string, JsonSchema> = {}
  for (const group of new Set(rules.map(({ id }) => id.split('/')[0]!))) {
    ofRules[`${group}/*`] = { ...level, description: `All rules of ${group}.` }
  }
  for (const { id, description, options } of rules) {
    const { $schema: _, ...own } = z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' }) as JsonSchema
    ofRules[id] = {
      description,
      anyOf: [level, { type: 'array', prefixItems: [level, own], minItems: 2, maxItems: 2 }],
    }
  }
  const levelsOfRules = { type: 'object', properties: ofRules, additionalProperties: false }
  const properties = schema.properties!
  properties['rules'] = { ...levelsOfRules, description: properties['rules']!.description }
  properties['overrides']!.items!.properties!['rules'] = levelsOfRules
  properties['$schema'] = { type: 'string' }
  return { ...schema, title: 'Deskcheck' }
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  [key: string]: unknown
}
