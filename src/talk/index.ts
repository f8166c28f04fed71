export { createListener, type Listener, type Saying, type Wanted } from './listen.ts';
