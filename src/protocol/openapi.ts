/** The OpenAPI 3.1 document, made from the tables and schemas that the server itself works with. */
import { toJsonSchemaDefs } from '@valibot/to-json-schema';
import { ERRORS, type ErrorCode } from '../model/errors.js';
import { ADMIN_SECURITY } from './openapi/admin.js';
import { ok, parametersIn, type Json } from './openapi/pieces.js';
import { addressOf, schemaRef, SCHEMAS } from './openapi/schemas.js';
import { SHAPES } from './openapi/shapes.js';
import { OPERATIONS, type Operation, type OperationName } from './operations.js';
import { DEVICE_SCHEME } from './routes.js';
import { PROBLEM_JSON, STATUS } from './status.js';

/** @param mount address of the backend, absolute or relative to the document */
export function openApi(mount: string): Json {
  const paths: Record<string, Json> = {};
  for (const name of Object.keys(OPERATIONS) as OperationName[]) {
    const operation: Operation = OPERATIONS[name];
    paths[operation.path] = {
      ...(operation.path.includes('{') && { parameters: parametersIn(operation.path) }),
      [operation.method.toLowerCase()]: describe(name, operation),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Voix', version: '1', description: 'Elections of customers’ presidents.' },
    servers: [{ url: mount }],
    paths,
    components: {
      schemas: toJsonSchemaDefs(SCHEMAS, {
        target: 'draft-2020-12',
        typeMode: 'input',
        errorMode: 'ignore',
        overrideRef: ({ referenceId }) => addressOf(referenceId),
      }),
      securitySchemes: {
        ...ADMIN_SECURITY,
        device: {
          type: 'http',
          scheme: DEVICE_SCHEME,
          description: '128 random bits, base64url, made by the page and kept on the device.',
        },
      },
    },
  };
}

function describe(name: OperationName, operation: Operation): Json {
  const shape = SHAPES[name] as { readonly responses: Json };
  return {
    operationId: name,
    summary: operation.summary,
    ...shape,
    responses: { ...shape.responses, ...problems([...operation.errors, 'internal']) },
  };
}

/** One response a status: which codes it may carry, and what each says. */
function problems(codes: readonly ErrorCode[]): Json {
  const byStatus: Record<number, ErrorCode[]> = {};
  for (const code of codes) (byStatus[STATUS[code] ?? 500] ??= []).push(code);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, these]) => [
      status,
      ok(these.map((code) => `\`${code}\`: ${ERRORS[code]}`).join('\n\n'), {
        [PROBLEM_JSON]: { schema: schemaRef('Problem') },
      }),
    ]),
  );
}
