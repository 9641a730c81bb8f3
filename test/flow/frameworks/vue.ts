import { createApp } from 'vue';
import Election from './Election.vue';

const root = document.querySelector('main')!;
createApp(Election, root.dataset).mount(root);
