import { readAloud } from './read-aloud';

readAloud();
