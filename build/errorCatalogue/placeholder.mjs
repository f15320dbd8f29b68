/** @param {any} node @returns {string} `{file name}` */
export function placeholder(node) {
  return `{${nameOf(node)
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim()}}`;
}

/** @param {any} node @returns {string} */
function nameOf(node) {
  switch (node?.type) {
    case 'Identifier':
      return node.name;
    case 'Literal':
      return String(node.value);
    case 'MemberExpression':
      if (node.computed) return nameOf(node.object);
      return node.property.name === 'length' ? `number of ${nameOf(node.object)}` : node.property.name;
    case 'CallExpression':
      return node.arguments[0] && ['Identifier', 'MemberExpression', 'CallExpression'].includes(node.arguments[0].type)
        ? nameOf(node.arguments[0])
        : nameOf(node.callee.type === 'MemberExpression' ? node.callee.object : node.callee);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return nameOf(node.left);
    case 'ConditionalExpression':
      return nameOf(node.consequent);
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return nameOf(node.expression);
    default:
      return 'detail';
  }
}
