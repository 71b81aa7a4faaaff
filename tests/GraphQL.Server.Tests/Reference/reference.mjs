// Answers, one JSON a line, what the reference implementation says about schemas and documents.
import { createInterface } from 'node:readline';
import {
  buildSchema, execute, GraphQLError, parse, print, printSchema, specifiedRules, validate, validateSchema, isListType, isNonNullType, isLeafType, isEnumType,
} from 'graphql';

// Beyond the September 2025 edition, or limits that are options of ours.
const leftOut = new Set(['DeferStreamDirectiveOnRootFieldRule', 'DeferStreamDirectiveOnValidOperationsRule', 'DeferStreamDirectiveLabelRule',
  'StreamDirectiveOnListFieldRule', 'MaxIntrospectionDepthRule']);
const rules = specifiedRules.filter(rule => !leftOut.has(rule.name)).map(rule => context => {
  const own = Object.create(context);
  own.reportError = error => context.reportError(Object.assign(error, { rule: rule.name }));
  return rule(own);
});
const parsing = { allowEmptySelectionSets: false };

const shape = error => ({ message: error.message, locations: error.locations ?? [], path: error.path });

function hash(text) {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return value;
}

// The same made-up data on both sides: a value is a number, and its fields follow from it.
function mock(type, seed) {
  if (isNonNullType(type)) {
    return seed % 29 === 0 ? null : mock(type.ofType, seed);
  }
  if (seed % 11 === 0) {
    return null;
  }
  if (seed % 13 === 0) {
    return new Error(`Broken by ${seed}.`);
  }
  if (isListType(type)) {
    return Array.from({ length: seed % 4 }, (_, i) => mock(type.ofType, hash(`${seed}/${i}`)));
  }
  if (isEnumType(type)) {
    return type.getValues()[seed % type.getValues().length].name;
  }
  if (isLeafType(type)) {
    switch (type.name) {
      case 'Int': return seed % 1000;
      case 'Float': return (seed % 1000) / 8;
      case 'Boolean': return seed % 2 === 0;
      default: return `${type.name} ${seed}`;
    }
  }
  return { seed };
}

function canonical(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    return `{${Object.keys(value).sort().map(key => `${key}:${canonical(value[key])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

function resolver(source, args, context, info) {
  const seed = hash(`${source?.seed ?? 0}.${info.parentType.name}.${info.fieldName}${canonical({ ...args })}`);
  return mock(info.returnType, seed);
}

const typeOf = (value, context, info, type) => {
  const possible = info.schema.getPossibleTypes(type);
  return possible[value.seed % possible.length].name;
};

const schemas = new Map();

function schemaOf(sdl) {
  if (!schemas.has(sdl)) {
    schemas.set(sdl, buildSchema(sdl));
  }
  return schemas.get(sdl);
}

function answerSchema({ sdl }) {
  try {
    const schema = buildSchema(sdl);
    const errors = validateSchema(schema);
    return errors.length > 0
      ? { errors: errors.map(shape) }
      : { errors: [], printed: printSchema(schema) };
  } catch (error) {
    return error instanceof GraphQLError ? { errors: [shape(error)] } : { errors: error.message.split('\n\n').map(message => ({ message })) };
  }
}

function answerDocument({ schema: sdl, document: text, variables, operation }) {
  let document;
  try {
    document = parse(text, parsing);
  } catch (error) {
    return { syntax: shape(error) };
  }

  const schema = schemaOf(sdl);
  const errors = validate(schema, document, rules, { maxErrors: 1000 }).map(error => ({ rule: error.rule, ...shape(error) }));
  const answer = { printed: print(document), errors };
  if (errors.length === 0) {
    try {
      const result = execute({ schema, document, variableValues: variables, operationName: operation, fieldResolver: resolver, typeResolver: typeOf });
      answer.result = { hasData: 'data' in result, data: result.data, errors: (result.errors ?? []).map(shape) };
    } catch (error) {
      answer.result = { thrown: error.message };
    }
  }
  return answer;
}

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  const answer = 'sdl' in question ? answerSchema(question) : answerDocument(question);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
