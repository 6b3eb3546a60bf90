import { z } from 'zod';
import { env } from '../env';
import { restRoutes, type RestRoute } from './rest-routes';

let document: Record<string, unknown> | undefined;

/** OpenAPI 3.1, generated from the procedures themselves. */
export function openApiDocument(): Record<string, unknown> {
  return (document ??= {
    openapi: '3.1.0',
    info: {
      title: 'Calmline',
      version: '1',
      description: 'Times are RFC 3339 in UTC, numbers E.164. Lists page by `cursor` and `nextCursor`.',
    },
    servers: [{ url: `${env().PUBLIC_URL}/api/v1` }],
    security: [{ key: [] }],
    paths: paths(),
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: {
          type: 'object',
          description: 'RFC 9457',
          required: ['type', 'title', 'status', 'detail', 'code', 'errors'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            code: { type: 'string' },
            errors: {
              type: 'array',
              items: { type: 'object', properties: { field: { type: 'string' }, words: { type: 'string' } } },
            },
          },
        },
      },
    },
  });
}

function paths(): Record<string, Record<string, unknown>> {
  const all: Record<string, Record<string, unknown>> = {};
  for (const route of restRoutes) {
    all[route.path] = { ...all[route.path], [route.method.toLowerCase()]: operation(route) };
  }
  return all;
}

type JsonSchema = { properties?: Record<string, unknown>; required?: string[] };

function operation(route: RestRoute): Record<string, unknown> {
  const schema = (
    route.input === null ? {} : z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' })
  ) as JsonSchema;
  const { properties = {}, required = [] } = schema;
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );
  const elsewhere = [...inPath, ...(route.ifMatch === undefined ? [] : [route.ifMatch])];
  const rest = Object.fromEntries(Object.entries(properties).filter(([name]) => !elsewhere.includes(name)));
  const parameters: unknown[] = inPath.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: properties[name],
  }));
  if (route.ifMatch !== undefined) {
    parameters.push({ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } });
  }
  const isBodiless = route.method === 'GET' || route.method === 'DELETE';
  if (isBodiless) {
    for (const [name, value] of Object.entries(rest)) {
      parameters.push({ name, in: 'query', required: required.includes(name), schema: value });
    }
  }
  if (route.method === 'POST') {
    parameters.push({ name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 200 } });
  }
  const hasBody = !isBodiless && Object.keys(rest).length > 0;
  const body = {
    type: 'object',
    properties: rest,
    required: required.filter((name) => name in rest),
    additionalProperties: false,
  };
  return {
    operationId: route.procedure.replace('.', '_'),
    tags: [route.procedure.split('.')[0]],
    parameters,
    ...(hasBody && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [route.status ?? 200]: { description: 'Done', content: { 'application/json': {} } },
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}
