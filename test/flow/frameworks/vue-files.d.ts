declare module '*.vue' {
  import type { DefineComponent } from 'vue';
  const component: DefineComponent<{ backend: string; election: string }>;
  export default component;
}
