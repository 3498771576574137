import type { Expression, Node, ObjectExpression, ObjectProperty } from "oxc-parser";
import type { SourceFile } from "./source-file.ts";

/** The value of a string literal or of a template without holes, else undefined. */
export function stringOf(node: Node): string | undefined {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral" && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** The name of a property written plainly, as a string or as a number, else undefined. */
export function keyOf(property: ObjectProperty): string | undefined {
  if (property.computed) return undefined;
  if (property.key.type === "Identifier") return property.key.name;
  if (property.key.type === "Literal" && typeof property.key.value === "number")
    return String(property.key.value);
  return stringOf(property.key);
}

/** The property of an object literal under a name. */
export function propertyOf(object: ObjectExpression, key: string): ObjectProperty | undefined {
  for (const property of object.properties)
    if (property.type === "Property" && keyOf(property) === key) return property;
  return undefined;
}

/** An expression without the `as const`, `satisfies T`, parentheses and calls put around it. */
export function bare(expression: Expression): Expression {
  switch (expression.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "ParenthesizedExpression":
      return bare(expression.expression);
    case "CallExpression": {
      const only = expression.arguments[0];
      return only !== undefined && only.type !== "SpreadElement" ? bare(only) : expression;
    }
    default:
      return expression;
  }
}

/** The object literals that a file exports, by name or as default, in source order. */
export function objectsExported(source: SourceFile): ObjectExpression[] {
  const found: ObjectExpression[] = [];
  const keep = (expression: Expression | null | undefined) => {
    const plain = expression && bare(expression);
    if (plain?.type === "ObjectExpression") found.push(plain);
  };
  const keepNamed = (name: string) => {
    for (const declarator of source.nodes("VariableDeclarator"))
      if (declarator.id.type === "Identifier" && declarator.id.name === name) keep(declarator.init);
  };
  for (const { declaration, specifiers } of source.nodes("ExportNamedDeclaration")) {
    if (declaration?.type === "VariableDeclaration")
      for (const declarator of declaration.declarations) keep(declarator.init);
    for (const { local } of specifiers) if (local.type === "Identifier") keepNamed(local.name);
  }
  for (const { declaration } of source.nodes("ExportDefaultDeclaration")) {
    if (declaration.type === "Identifier") keepNamed(declaration.name);
    else keep(declaration as Expression);
  }
  return found;
}
