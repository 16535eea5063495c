import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AccountController } from './account.controller.js';
import { Account } from './account.service.js';
import { AdminResetController } from './admin-reset.controller.js';
import { AdminReset } from './admin-reset.service.js';
import { Classes } from './classes.service.js';
import { FirstAdminController } from './first-admin.controller.js';
import { FirstAdmin } from './first-admin.service.js';
import { JoiningController } from './joining.controller.js';
import { Joining } from './joining.service.js';
import { KeptForms } from './kept-forms.service.js';
import { LateFormFilter } from './late-form.filter.js';
import { NoticesController } from './notices.controller.js';
import { Notices } from './notices.service.js';
import { Passwords } from './passwords.service.js';
import { People } from './people.service.js';
import { Secrets } from './secrets.service.js';
import { Sessions } from './sessions.service.js';
import { SignInController } from './sign-in.controller.js';
import { SignIn } from './sign-in.service.js';
import { StaffController } from './staff.controller.js';
import { Staff } from './staff.service.js';
import { Throttle } from './throttle.service.js';

@Global()
@Module({
  controllers: [
    JoiningController,
    SignInController,
    StaffController,
    FirstAdminController,
    AdminResetController,
    AccountController,
    NoticesController,
  ],
  providers: [
    People,
    Classes,
    Secrets,
    Throttle,
    Sessions,
    Joining,
    SignIn,
    Passwords,
    Staff,
    Account,
    KeptForms,
    FirstAdmin,
    AdminReset,
    Notices,
    { provide: APP_FILTER, useClass: LateFormFilter },
  ],
  exports: [Sessions, KeptForms, Notices, FirstAdmin, People, Classes, SignIn, Joining, Throttle],
})
export class AccountsModule {}
