import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/web/policy.js';
import { GoodsPictures } from './goods-pictures.service.js';

@Controller('photos')
@Allow('anyone')
export class MediaController {
  constructor(private readonly pictures: GoodsPictures) {}

  @Get(':sha/:size.webp')
  async photo(
    @Param('sha') sha: string,
    @Param('size') size: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const file = await this.pictures.file(sha, Number(size));
    reply.type('image/webp').header('cache-control', 'public, max-age=31536000, immutable');
    return file;
  }
}
