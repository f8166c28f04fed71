export { handoutPage, type Chart, type Handout, type PageLink } from './page.ts';
