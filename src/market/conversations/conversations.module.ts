import { Module } from '@nestjs/common';
import { Conversations } from './conversations.service.js';

@Module({ providers: [Conversations], exports: [Conversations] })
export class ConversationsModule {}
