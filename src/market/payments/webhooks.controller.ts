import { Controller, HttpCode, type OnModuleInit, Param, Post, Req } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/web/policy.js';
import { WebhookDesk } from './webhook-desk.service.js';

/** Where the provider tells its news. The signature is over the bytes as sent, so that JSON here is kept as it came. */
@Controller('webhooks/stripe')
@Allow('machine')
export class WebhooksController implements OnModuleInit {
  constructor(
    private readonly desk: WebhookDesk,
    private readonly http: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    const fastify = this.http.httpAdapter.getInstance() as FastifyInstance;
    if (fastify.hasContentTypeParser('application/json')) fastify.removeContentTypeParser('application/json');
    fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
      if (request.url.startsWith('/webhooks/')) return done(null, body);
      try {
        done(null, JSON.parse(body.toString()));
      } catch (problem) {
        done(Object.assign(problem as Error, { statusCode: 400 }));
      }
    });
  }

  @Post()
  @HttpCode(200)
  async receiveAll(@Req() request: FastifyRequest): Promise<{ received: true }> {
    await this.desk.hearAll(request.body as Buffer, String(request.headers['stripe-signature'] ?? ''));
    return { received: true };
  }

  @Post(':sandbox')
  @HttpCode(200)
  async receive(@Param('sandbox') sandboxId: string, @Req() request: FastifyRequest): Promise<{ received: true }> {
    const signature = String(request.headers['stripe-signature'] ?? '');
    await this.desk.hear(sandboxId, request.body as Buffer, signature);
    return { received: true };
  }
}
