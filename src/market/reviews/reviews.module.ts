import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/orders.module.js';
import { ReviewReader } from './review-reader.service.js';
import { ReviewsController } from './reviews.controller.js';
import { Reviews } from './reviews.service.js';

@Module({
  imports: [OrdersModule],
  controllers: [ReviewsController],
  providers: [Reviews, ReviewReader],
  exports: [Reviews, ReviewReader],
})
export class ReviewsModule {}
