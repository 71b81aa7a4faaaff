// Reads one line {sdl, document, listLength}, says "ready", and for each further line with a number of seconds executes the document from its text for so long
// and answers {operations, seconds, bytes}.
import { createInterface } from 'node:readline';
import {
  buildSchema, execute, getNamedType, getNullableType, isEnumType, isListType, isScalarType, parse, validate, defaultTypeResolver,
} from 'graphql';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { sdl, document, listLength } = JSON.parse((await lines.next()).value);
const schema = buildSchema(sdl);
const scalars = { Int: 1, Long: 1, Decimal: 0.5, Float: 0.5, Boolean: true, JSON: { a: 1 } };

function made(type) {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return Array.from({ length: listLength }, () => made(nullable.ofType));
  }
  const named = getNamedType(nullable);
  return isEnumType(named) ? named.getValues()[0].value : isScalarType(named) ? scalars[named.name] ?? 'text' : {};
}

function run() {
  const parsed = parse(document);
  const errors = validate(schema, parsed);
  if (errors.length > 0) {
    throw errors[0];
  }
  const result = execute({ schema, document: parsed, fieldResolver: (_source, _arguments, _context, info) => made(info.returnType), typeResolver: defaultTypeResolver });
  return Buffer.byteLength(JSON.stringify(result));
}

run();
console.log('ready');
for await (const line of lines) {
  const until = performance.now() + Number(line) * 1000;
  const began = performance.now();
  let operations = 0;
  let bytes = 0;
  while (performance.now() < until) {
    bytes = run();
    operations++;
  }
  console.log(JSON.stringify({ operations, seconds: (performance.now() - began) / 1000, bytes }));
}
