import { Module } from '@nestjs/common';
import { GoodsPictures } from './goods-pictures.service.js';
import { MediaController } from './media.controller.js';
import { Media } from './media.service.js';

@Module({ controllers: [MediaController], providers: [Media, GoodsPictures], exports: [Media, GoodsPictures] })
export class MediaModule {}
