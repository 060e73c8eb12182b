import { cancelledTab, rejectedTab } from './ledger-queue.ts';

/** Bull Board's texts that would say something untrue about the ledger, in its own tree of keys. */
interface Labels {
  readonly rejected: string;
  readonly cancelled: string;
  readonly cancel: string;
  readonly confirmCancel: string;
  readonly runNow: string;
  readonly confirmRunNow: string;
  readonly notInThisState: string;
  readonly storeAway: string;
  readonly checkWorkers: string;
}

const english: Labels = {
  rejected: 'Rejected',
  cancelled: 'Cancelled',
  cancel: 'Cancel',
  confirmCancel: 'Cancel this job? It will not run any more.',
  runNow: 'Run now',
  confirmRunNow: 'Run this job now instead of at its time?',
  notInThisState: 'Not possible for this job',
  storeAway: "The queues' store does not answer",
  checkWorkers: 'Check that a worker process is running on the same database and queues.',
};

const labels: Readonly<Record<string, Labels>> = {
  fr: {
    rejected: 'Refusées',
    cancelled: 'Annulées',
    cancel: 'Annuler',
    confirmCancel: 'Annuler cette tâche ? Elle ne sera plus exécutée.',
    runNow: 'Exécuter maintenant',
    confirmRunNow: 'Exécuter cette tâche maintenant, sans attendre son heure ?',
    notInThisState: 'Impossible pour cette tâche',
    storeAway: 'Le stockage des files ne répond pas',
    checkWorkers: 'Vérifiez qu’un worker tourne avec la même base de données et les mêmes files.',
  },
  de: {
    rejected: 'Abgelehnt',
    cancelled: 'Storniert',
    cancel: 'Stornieren',
    confirmCancel: 'Diesen Auftrag stornieren? Er wird nicht mehr ausgeführt.',
    runNow: 'Jetzt ausführen',
    confirmRunNow: 'Diesen Auftrag jetzt statt zu seiner Zeit ausführen?',
    notInThisState: 'Für diesen Auftrag nicht möglich',
    storeAway: 'Der Speicher der Warteschlangen antwortet nicht',
    checkWorkers: 'Prüfen Sie, ob ein Worker mit derselben Datenbank und denselben Warteschlangen läuft.',
  },
  es: {
    rejected: 'Rechazados',
    cancelled: 'Cancelados',
    cancel: 'Cancelar',
    confirmCancel: '¿Cancelar este trabajo? Ya no se ejecutará.',
    runNow: 'Ejecutar ahora',
    confirmRunNow: '¿Ejecutar este trabajo ahora en vez de a su hora?',
    notInThisState: 'No es posible con este trabajo',
    storeAway: 'El almacén de las colas no responde',
    checkWorkers: 'Compruebe que haya un worker en marcha con la misma base de datos y las mismas colas.',
  },
};

type Texts = { [key: string]: string | Texts };

/** Bull Board's texts in a language, with ours in their places; English ours where we lack the language. */
export const relabel = (language: string, texts: Texts): Texts => {
  const ours = labels[language.slice(0, 2)] ?? english;
  return merge(texts, {
    QUEUE: {
      STATUS: {
        [rejectedTab.toUpperCase()]: ours.rejected,
        [cancelledTab.toUpperCase()]: ours.cancelled,
      },
      WORKERS: { EMPTY_HINT: ours.checkWorkers },
    },
    JOB: {
      ACTIONS: {
        CLEAN: ours.cancel,
        PROMOTE: ours.runNow,
        CONFIRM: { CLEAN: ours.confirmCancel, PROMOTE: ours.confirmRunNow },
      },
    },
    ERRORS: { JOB_NOT_RETRIABLE: ours.notInThisState, REDIS_UNAVAILABLE: ours.storeAway },
  });
};

const merge = (below: Texts, above: Texts): Texts => {
  const merged = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key];
    merged[key] = typeof value === 'object' ? merge(typeof under === 'object' ? under : {}, value) : value;
  }
  return merged;
};
