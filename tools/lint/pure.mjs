// A lint rule for packages whose functions take time and chance as arguments: what they read from the machine makes an
// answer impossible to repeat.

/** @type {Record<string, string[]>} */
const impure = {
  Date: ['now'],
  Math: ['random'],
  performance: ['now', 'timeOrigin'],
  crypto: ['randomUUID', 'getRandomValues'],
}

const rule = {
  meta: { docs: { description: 'Time and chance arrive as arguments.' } },
  /** @param {{ report(finding: { node: object, message: string }): void }} context */
  create(context) {
    /** @param {object} node @param {string} what */
    const report = (node, what) =>
      context.report({ node, message: `${what} is read from the machine; take it as an argument.` })
    return {
      /** @param {{ object: { name?: string }, property: { name?: string } }} node */
      MemberExpression(node) {
        const { object, property } = node
        if (
          object.name &&
          property.name &&
          Object.hasOwn(impure, object.name) &&
          impure[object.name]?.includes(property.name)
        ) {
          report(node, `${object.name}.${property.name}`)
        }
      },
      /** @param {{ callee: { name?: string }, arguments: object[] }} node */
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) report(node, 'The present')
      },
      /** @param {{ callee: { name?: string } }} node */
      CallExpression(node) {
        if (node.callee.name === 'Date') report(node, 'The present')
      },
    }
  },
}

export default { meta: { name: 'commonweal' }, rules: { pure: rule } }
