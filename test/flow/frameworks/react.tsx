import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'voix';
import type { Snapshot } from 'voix';
import 'voix/react';

function Election({ backend, election }: { backend: string; election: string }) {
  const [snapshot, setSnapshot] = useState<Snapshot>();
  const [isReversed, setReversed] = useState(false);
  const candidates = snapshot?.status === 'ready' ? snapshot.election.candidates : [];
  return (
    <voix-provider
      backend={backend}
      election={election}
      onvoix-snapshot={(event) => setSnapshot(event.snapshot)}
    >
      <button onClick={() => setReversed(!isReversed)}>The other way round</button>
      {(isReversed ? candidates.toReversed() : candidates).map((candidate) => (
        <section key={candidate.id}>
          <voix-candidate-card candidate={candidate} />
          <voix-results-bar candidate={candidate.id} />
        </section>
      ))}
    </voix-provider>
  );
}

const root = document.querySelector('main')!;
createRoot(root).render(<Election {...(root.dataset as { backend: string; election: string })} />);
