import { Button, Input, SegmentedControl, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Profile, type Role, roleWords } from '../../shared/domain/records/profile.ts';
import { call } from '../api.ts';
import { loadStatus } from '../stores/appStore.ts';
import { clearTold } from '../stores/notify.tsx';
import layout from '../styles/layout.module.css';

const organisations = [
  { value: 'SECAS', label: 'SECAS' },
  { value: 'DCC', label: 'DCC' },
  { value: '', label: 'Other' },
];

const roles = Object.entries(roleWords).map(([value, label]) => ({ value, label }));

/** Who works here: asked once, and changed from the File menu. It stands beside every change in the history. */
export function ProfileForm({
  profile,
  done,
  label,
}: {
  readonly profile: Profile | null;
  readonly done: () => void;
  readonly label: string;
}) {
  const known = organisations.some((each) => each.value === profile?.organisation);
  const [name, setName] = useState(profile?.name ?? '');
  const [choice, setChoice] = useState(profile && !known ? '' : (profile?.organisation ?? 'SECAS'));
  const [other, setOther] = useState(profile && !known ? profile.organisation : '');
  const [role, setRole] = useState<Role>(profile?.role ?? 'releaseManager');
  const [error, setError] = useState<{ readonly of: 'name' | 'organisation'; readonly sentence: string } | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const organisation = choice || other;
    if (name.trim() === '')
      return setError({ of: 'name', sentence: 'Type your name; it stands beside each of your changes.' });
    if (organisation.trim() === '')
      return setError({ of: 'organisation', sentence: 'Type the name of your organisation.' });
    const saved = await call('profile.save', { name, organisation, role });
    if (!saved.ok) return setError({ of: 'name', sentence: saved.error.message });
    // What was refused to the person before is not refused to this one.
    clearTold();
    await loadStatus();
    done();
  };

  return (
    <form className={layout.stack} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        label="Your name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={error?.of === 'name' ? error.sentence : null}
        data-autofocus
        autoFocus
      />
      <div>
        <Input.Label labelElement="div" id="organisation-label" display="block">
          Organisation
        </Input.Label>
        <SegmentedControl
          size="xs"
          aria-labelledby="organisation-label"
          data={organisations}
          value={choice}
          onChange={(next) => {
            setChoice(next);
            setRole(next === 'DCC' ? 'testLead' : next === 'SECAS' ? 'releaseManager' : 'viewer');
          }}
        />
      </div>
      {choice === '' ? (
        <TextInput
          label="Which organisation"
          value={other}
          error={error?.of === 'organisation' ? error.sentence : null}
          onChange={(event) => setOther(event.currentTarget.value)}
        />
      ) : null}
      <Select
        label="Role"
        data={roles}
        value={role}
        onChange={(next) => setRole((next as Role | null) ?? role)}
        allowDeselect={false}
      />
      <div>
        <Button type="submit">{label}</Button>
      </div>
    </form>
  );
}
