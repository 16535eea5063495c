import { Module } from '@nestjs/common';
import { Conversations } from './conversations.service.js';
import { NotificationsController } from './notifications.controller.js';

@Module({ controllers: [NotificationsController], providers: [Conversations], exports: [Conversations] })
export class ConversationsModule {}
