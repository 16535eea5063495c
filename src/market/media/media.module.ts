import { Module } from '@nestjs/common';
import { MediaController } from './media.controller.js';
import { Media } from './media.service.js';

@Module({ controllers: [MediaController], providers: [Media], exports: [Media] })
export class MediaModule {}
